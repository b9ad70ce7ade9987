import { Alert, List } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { SubmitEventHandler, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './page.module.css';

export interface FormPageProps {
  header: ReactNode;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  /** Sentences that belong to no single field. */
  errors?: readonly string[];
  /** The buttons; they stay in sight at the foot. */
  actions: ReactNode;
  /** For what is arranged side by side: as wide as a list. */
  isWide?: boolean;
  children: ReactNode;
}

export function FormPage(props: FormPageProps) {
  const { header, onSubmit, errors = [], actions, isWide = false, children } = props;
  return (
    <div className={isWide ? classes.page : `${classes.page} ${classes.narrow}`}>
      {header}
      <form onSubmit={onSubmit} noValidate>
        <FormErrors errors={errors} />
        {children}
        <div className={classes.formFoot}>{actions}</div>
      </form>
    </div>
  );
}

/** Errors of a form as a whole; read out as soon as they appear. */
export function FormErrors({ errors }: { errors: readonly string[] }) {
  const { t } = useTranslation('design');
  if (errors.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="red"
      mb="md"
      icon={<IconAlertCircle aria-hidden />}
      title={t('formErrors')}
    >
      {errors.length === 1 ? (
        errors[0]
      ) : (
        <List size="sm">
          {errors.map((error) => (
            <List.Item key={error}>{error}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

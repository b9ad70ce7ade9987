import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import classes from './restore.module.css';

interface WizardButtonsProps {
  /** Absent on the first step. */
  onBack?: () => void;
  submitLabel: string;
  isDanger?: boolean;
  isPending?: boolean;
}

/** Away, back and on; the last sends the form it stands in. */
export function WizardButtons(props: WizardButtonsProps) {
  const { onBack, submitLabel, isDanger = false, isPending = false } = props;
  const { t } = useTranslation();
  return (
    <div className={classes.buttons}>
      <Button variant="subtle" color="gray" renderRoot={(rest) => <Link {...rest} to="/backups" />}>
        {t('action.cancel')}
      </Button>
      {onBack && (
        <Button variant="default" onClick={onBack} disabled={isPending}>
          {t('action.back')}
        </Button>
      )}
      <Button type="submit" loading={isPending} color={isDanger ? 'red.8' : undefined}>
        {submitLabel}
      </Button>
    </div>
  );
}

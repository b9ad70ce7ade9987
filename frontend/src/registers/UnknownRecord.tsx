import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { EmptyState, PageHeader } from '@/design';
import { useLookedAt } from '@/looking-back/looked-at';

import type { RegisterForm } from './register-form';
import { UnknownRegister } from './UnknownRegister';

/** A record that does not exist, or which the viewer may not see. */
export function UnknownRecord({ form }: { form: RegisterForm | null | undefined }) {
  const { t } = useTranslation(['registers', 'lookingBack']);
  const isPast = useLookedAt() !== null;
  if (!form) return <UnknownRegister />;
  return (
    <>
      <PageHeader title={t('unknown.recordTitle')} />
      <EmptyState
        title={isPast ? t('lookingBack:unknownRecord') : t('unknown.record')}
        description={t('unknown.detail')}
        action={
          <Button
            renderRoot={(props) => (
              <Link {...props} to="/registers/$formKey" params={{ formKey: form.key }} />
            )}
          >
            {t('unknown.toRegister', { name: form.name })}
          </Button>
        }
      />
    </>
  );
}

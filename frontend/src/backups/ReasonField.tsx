import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { MOST_REASON } from './reason';

interface ReasonFieldProps {
  value: string;
  error: string | undefined;
  onChange: (reason: string) => void;
}

/** Why a back-up is used, in one's own words. */
export function ReasonField({ value, error, onChange }: ReasonFieldProps) {
  const { t } = useTranslation('backups');
  return (
    <Textarea
      label={t('reason.label')}
      description={t('reason.hint', { max: MOST_REASON })}
      required
      autosize
      minRows={2}
      maxRows={6}
      value={value}
      error={error}
      onChange={({ currentTarget }) => {
        onChange(currentTarget.value);
      }}
    />
  );
}

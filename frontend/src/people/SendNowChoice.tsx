import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface SendNowChoiceProps {
  value: boolean;
  onChange: (isNow: boolean) => void;
}

/** Whether the invitation is mailed at once, or later when access is due. */
export function SendNowChoice({ value, onChange }: SendNowChoiceProps) {
  const { t } = useTranslation('people');
  return (
    <Radio.Group
      label={t('sendNow.label')}
      value={value ? 'now' : 'later'}
      onChange={(choice) => {
        onChange(choice === 'now');
      }}
    >
      <Stack gap="xs" mt={4}>
        <Radio value="now" label={t('sendNow.now')} description={t('sendNow.nowHint')} />
        <Radio value="later" label={t('sendNow.later')} description={t('sendNow.laterHint')} />
      </Stack>
    </Radio.Group>
  );
}

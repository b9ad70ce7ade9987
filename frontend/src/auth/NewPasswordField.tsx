import { Group, List, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { PasswordField, type PasswordFieldProps } from './PasswordField';
import { MIN_PASSWORD_LENGTH, measurePassword } from './password-strength';

const COLOURS = { short: 'orange', enough: 'teal', strong: 'green' } as const;

export type NewPasswordFieldProps = Omit<PasswordFieldProps, 'autoComplete' | 'hint' | 'value'> & {
  value: string;
};

/** A password that is being chosen: the rules in words, and a meter that grows along. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { t } = useTranslation('auth');
  const { length, share, strength } = measurePassword(props.value);
  return (
    <PasswordField
      {...props}
      autoComplete="new-password"
      hint={
        <>
          <Progress
            value={share}
            color={COLOURS[strength]}
            size="sm"
            mt={6}
            aria-label={t('newPassword.meter')}
          />
          <Group justify="space-between" gap="xs" mt={4} wrap="nowrap" align="flex-start">
            <Text component="span" size="sm" c="dimmed">
              {t(`newPassword.strength.${strength}`, { min: MIN_PASSWORD_LENGTH })}
            </Text>
            <Text
              component="span"
              size="sm"
              c="dimmed"
              style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
            >
              {t('newPassword.length', { count: length })}
            </Text>
          </Group>
        </>
      }
    />
  );
}

/** What makes a good password here, before anything is typed. */
export function PasswordRules() {
  const { t } = useTranslation('auth');
  return (
    <List size="sm" c="dimmed" spacing={2}>
      <List.Item>{t('newPassword.rule.length', { min: MIN_PASSWORD_LENGTH })}</List.Item>
      <List.Item>{t('newPassword.rule.words')}</List.Item>
      <List.Item>{t('newPassword.rule.personal')}</List.Item>
    </List>
  );
}

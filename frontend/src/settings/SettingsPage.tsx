import { Badge, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { PageHeader, SettingsPage as SettingsPattern, SettingsSection, notify } from '@/design';
import { LANGUAGES, useLanguage } from '@/i18n';

import { AccountFacts } from './AccountFacts';
import { type PreferenceChange, THEMES, useChangePreferences } from './preferences';

export function SettingsPage() {
  const { t, i18n } = useTranslation('settings');
  const language = useLanguage();
  const { colorScheme } = useMantineColorScheme();
  const changePreferences = useChangePreferences();

  const change = async (preference: PreferenceChange): Promise<void> => {
    await changePreferences(preference);
    // Through i18n, as the language itself may just have changed.
    notify({ message: i18n.t('saved', { ns: 'settings' }) });
  };

  return (
    <SettingsPattern header={<PageHeader title={t('title')} help={t('help')} />}>
      <SettingsSection title={t('language.title')} description={t('language.description')}>
        <SegmentedControl
          aria-label={t('language.title')}
          value={language}
          onChange={(value) => void change({ language: value })}
          data={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </SettingsSection>
      <SettingsSection title={t('theme.title')} description={t('theme.description')}>
        <SegmentedControl
          aria-label={t('theme.title')}
          value={colorScheme}
          onChange={(value) => void change({ theme: value })}
          data={THEMES.map((theme) => ({ value: theme, label: t(`theme.${theme}`) }))}
        />
      </SettingsSection>
      <SettingsSection title={t('account.title')} description={t('account.description')}>
        <AccountFacts />
      </SettingsSection>
      <SettingsSection title={t('secondFactor.title')} description={t('secondFactor.description')}>
        <Stack gap="xs" align="flex-start">
          <Badge
            variant="light"
            size="lg"
            tt="none"
            leftSection={<IconShieldCheck size={16} aria-hidden />}
          >
            {t('secondFactor.active')}
          </Badge>
          <Text size="sm" c="dimmed" maw="60ch">
            {t('secondFactor.detail')}
          </Text>
        </Stack>
      </SettingsSection>
    </SettingsPattern>
  );
}

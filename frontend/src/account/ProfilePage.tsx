import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { SettingsPage, SettingsSection, notify } from '@/design';
import { LANGUAGES, useLanguage } from '@/i18n';
import { type PreferenceChange, THEMES, useChangePreferences } from '@/settings/preferences';

import { AccountFacts } from './AccountFacts';
import { AccountHeader } from './AccountHeader';
import { EmailSection } from './EmailSection';
import { UsernameSection } from './UsernameSection';
import { useMyAccount } from './account-documents';

/** Who one is here, where one's mail goes, and in which language. */
export function ProfilePage() {
  const { t } = useTranslation('account');
  const { account } = useMyAccount();
  return (
    <SettingsPage header={<AccountHeader page="profile" />}>
      <SettingsSection title={t('facts.title')} description={t('facts.description')}>
        <AccountFacts account={account} />
      </SettingsSection>
      <UsernameSection account={account} />
      <EmailSection account={account} />
      <Preferences />
    </SettingsPage>
  );
}

function Preferences() {
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
    <>
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
    </>
  );
}

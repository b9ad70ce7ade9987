import { Box, Group, List, Text, Title, useMantineColorScheme } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';

import { Logo } from '@/design';
import { type Language, changeLanguage } from '@/i18n';
import { LanguageMenu } from '@/settings/LanguageMenu';
import { ThemeMenu } from '@/settings/ThemeMenu';
import type { PreferenceChange } from '@/settings/preferences';

import classes from './AuthLayout.module.css';
import { useEnvironment } from './session';

export interface AuthLayoutProps {
  /** Told what was chosen here, so that it can be kept once it is known for whom. */
  onPreferenceChosen?: (change: PreferenceChange) => void;
  isWide?: boolean;
  children: ReactNode;
}

/** What one sees before being signed in: the environment's name, and one step of signing in. */
export function AuthLayout({ onPreferenceChosen, isWide = false, children }: AuthLayoutProps) {
  const { t } = useTranslation('auth');
  const environment = useEnvironment();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.layout}>
      <Pitch />
      <div className={classes.side}>
        <Group component="header" justify="space-between" className={classes.bar}>
          <Box className={classes.barLogo}>
            <Logo size={26} />
          </Box>
          <Group gap={4} ml="auto">
            <LanguageMenu
              onChange={(language: Language) => {
                onPreferenceChosen?.({ language });
                void changeLanguage(language);
              }}
            />
            <ThemeMenu
              onChange={(theme) => {
                onPreferenceChosen?.({ theme });
                setColorScheme(theme);
              }}
            />
          </Group>
        </Group>
        <main className={classes.main}>
          <div className={classes.card} data-wide={isWide}>
            <Text size="sm" c="dimmed" mb={2}>
              {t('environment')}
            </Text>
            <Text fw={600} mb="lg" className={classes.environment}>
              {environment.name}
            </Text>
            {children}
          </div>
        </main>
      </div>
    </div>
  );
}

function Pitch() {
  const { t } = useTranslation('auth');
  return (
    <aside className={classes.pitch} aria-label={t('pitch.title')}>
      <Logo size={32} />
      <div>
        <Title order={2} className={classes.pitchTitle}>
          {t('pitch.title')}
        </Title>
        <List spacing="sm" center icon={<IconCheck size={18} aria-hidden />}>
          <List.Item>{t('pitch.handbook')}</List.Item>
          <List.Item>{t('pitch.standards')}</List.Item>
          <List.Item>{t('pitch.evidence')}</List.Item>
        </List>
      </div>
      <span />
    </aside>
  );
}

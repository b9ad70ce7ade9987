import { Button, Menu } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { LANGUAGES, type Language, useLanguage } from '@/i18n';

export function LanguageMenu({ onChange }: { onChange: (language: Language) => void }) {
  const { t } = useTranslation('settings');
  const current = useLanguage();
  return (
    <Menu withinPortal={false} position="bottom-end" shadow="md" width={180}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-md"
          px={8}
          leftSection={<IconLanguage size={18} aria-hidden />}
          aria-label={t('language.change')}
        >
          {current.toUpperCase()}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={current}
          onChange={(language) => {
            onChange(language as Language);
          }}
        >
          {LANGUAGES.map(({ code, name }) => (
            <Menu.RadioItem key={code} value={code} lang={code} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

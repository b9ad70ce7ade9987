import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { THEMES, type Theme } from './preferences';

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;

export function ThemeMenu({ onChange }: { onChange: (theme: Theme) => void }) {
  const { t } = useTranslation('settings');
  const { colorScheme } = useMantineColorScheme();
  const CurrentIcon = ICONS[colorScheme];
  return (
    <Menu withinPortal={false} position="bottom-end" shadow="md" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('theme.change')}>
          <CurrentIcon size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(theme) => {
            onChange(theme as Theme);
          }}
        >
          {THEMES.map((theme) => {
            const Icon = ICONS[theme];
            return (
              <Menu.RadioItem
                key={theme}
                value={theme}
                closeMenuOnClick
                rightSection={<Icon size={16} aria-hidden />}
              >
                {t(`theme.${theme}`)}
              </Menu.RadioItem>
            );
          })}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

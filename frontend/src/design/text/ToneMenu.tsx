import { ActionIcon, Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { TONES, type Tone, toneClass, toneOf } from './tone';
import classes from './ToneSelect.module.css';

export interface ToneMenuProps {
  /** What the colour is of. */
  label: string;
  /** A colour name of the design system; null for none. */
  value: string | null;
  onChange: (value: Tone | null) => void;
}

/** Chooses a colour of badges, or none, where there is room for a dab only. */
export function ToneMenu({ label, value, onChange }: ToneMenuProps) {
  const { t } = useTranslation('design');
  const name = value === null ? t('tone.none') : t(`tone.${toneOf(value)}`);
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={`${label}: ${name}`}>
          <span
            aria-hidden
            data-tone={toneOf(value)}
            data-none={value === null}
            className={`${toneClass} ${classes.dot}`}
          />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {[null, ...TONES].map((tone) => (
          <Menu.Item
            key={tone ?? 'none'}
            leftSection={
              <span
                aria-hidden
                data-tone={tone}
                data-none={tone === null}
                className={`${toneClass} ${classes.dot}`}
              />
            }
            rightSection={tone === value && <IconCheck size={14} aria-hidden />}
            onClick={() => {
              onChange(tone);
            }}
          >
            {tone === null ? t('tone.none') : t(`tone.${tone}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

import { ActionIcon, Popover, Text } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface HelpButtonProps {
  /** What the help is about, for those who hear the button's name. */
  about: string;
  text: string;
}

/** A question mark that opens an explanation; closes with Escape or a click elsewhere. */
export function HelpButton({ about, text }: HelpButtonProps) {
  const { t } = useTranslation('design');
  return (
    <Popover width={320} position="bottom-start" withArrow shadow="md" trapFocus={false}>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          data-no-print
          aria-label={t('help', { about })}
        >
          <IconHelpCircle size={17} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown maw="calc(100vw - 2rem)" aria-label={t('help', { about })}>
        <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
          {text}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}

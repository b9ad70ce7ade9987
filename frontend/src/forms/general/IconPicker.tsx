import { Button, Input, Popover, SimpleGrid, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { TablerIcon } from '@/design';
import { registerIcons } from '@/design/icons/register-icons';

import classes from './general.module.css';

interface IconPickerProps {
  value: string;
  onChange: (name: string) => void;
  error: string | undefined;
}

/** Chooses what stands before the register's name in the menu. */
export function IconPicker({ value, onChange, error }: IconPickerProps) {
  const { t } = useTranslation('forms');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Input.Wrapper label={t('icon.label')} description={t('icon.hint')} error={error}>
      <Popover
        opened={isOpen}
        onChange={setIsOpen}
        position="bottom-start"
        shadow="md"
        width={340}
        trapFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            mt={4}
            leftSection={<TablerIcon name={value} />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t('icon.choose')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('icon.choose')}>
          <SimpleGrid cols={8} spacing={4} verticalSpacing={4}>
            {Object.entries(registerIcons).map(([name, Icon]) => (
              <UnstyledButton
                key={name}
                className={classes.icon}
                aria-label={t('icon.name', { name })}
                aria-pressed={name === value}
                onClick={() => {
                  onChange(name);
                  setIsOpen(false);
                }}
              >
                <Icon size={20} />
              </UnstyledButton>
            ))}
          </SimpleGrid>
        </Popover.Dropdown>
      </Popover>
    </Input.Wrapper>
  );
}

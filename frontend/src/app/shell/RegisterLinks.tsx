import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMatchRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useViewer } from '@/auth/session';
import { TablerIcon } from '@/design';

import { type MenuRegister, useRegisterMenu } from '../registers';
import classes from './AppShell.module.css';
import { PageLink } from './PageLink';
import {
  type RegisterGroup,
  SEARCHED_ABOVE,
  groupRegisters,
  useClosedGroups,
} from './register-groups';

/** The registers, under headings that open and close. */
export function RegisterLinks({ onNavigate }: { onNavigate: () => void }) {
  const { t } = useTranslation();
  const registers = useRegisterMenu();
  const { canManageForms } = useViewer();
  const [words, setWords] = useState('');
  const { isClosed, toggle } = useClosedGroups();
  const groups = groupRegisters(registers, words);
  return (
    <>
      <div className={classes.group} id="menu-registers">
        {t('menu.registers')}
      </div>
      <div role="group" aria-labelledby="menu-registers">
        {registers.length > SEARCHED_ABOVE && (
          <TextInput
            type="search"
            size="xs"
            mb={4}
            aria-label={t('menu.searchRegisters')}
            placeholder={t('menu.searchRegisters')}
            leftSection={<IconSearch size={14} aria-hidden />}
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
            }}
          />
        )}
        {groups.map((group) => (
          <Group
            key={group.category}
            group={group}
            // What was searched for is shown, wherever it stands.
            isOpen={words.trim() !== '' || !isClosed(group.category)}
            onToggle={() => {
              toggle(group.category);
            }}
            onNavigate={onNavigate}
          />
        ))}
        {groups.length === 0 && words.trim() !== '' && (
          <Text fz="sm" c="dimmed" px="sm" py={4} role="status">
            {t('menu.noRegister')}
          </Text>
        )}
        {canManageForms && (
          <PageLink
            link={{ to: '/registers/new' }}
            label={t('menu.newRegister')}
            icon={<IconPlus size={20} aria-hidden />}
            onNavigate={onNavigate}
          />
        )}
      </div>
    </>
  );
}

interface GroupProps {
  group: RegisterGroup;
  isOpen: boolean;
  onToggle: () => void;
  onNavigate: () => void;
}

function Group({ group, isOpen, onToggle, onNavigate }: GroupProps) {
  const { t } = useTranslation();
  const matchRoute = useMatchRoute();
  const id = `menu-${group.category}`;
  const isCurrent = ({ key }: MenuRegister) =>
    matchRoute({ to: '/registers/$formKey', params: { formKey: key }, fuzzy: true }) !== false;
  // The register one is in stays in sight under a closed heading.
  const shown = isOpen ? group.registers : group.registers.filter(isCurrent);
  return (
    <>
      <UnstyledButton
        id={id}
        className={classes.category}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        {t(`category.${group.category}`)}
        <IconChevronDown size={14} aria-hidden className={classes.chevron} />
      </UnstyledButton>
      <div role="group" aria-labelledby={id}>
        {shown.map(({ id: registerId, key, name, icon, recordCount }) => (
          <PageLink
            key={registerId}
            link={{ to: '/registers/$formKey', params: { formKey: key } }}
            label={name}
            icon={<TablerIcon name={icon} />}
            count={recordCount}
            onNavigate={onNavigate}
          />
        ))}
      </div>
    </>
  );
}

import { Anchor, CloseButton, Group, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { AccessGroup } from './access-documents';
import { type GroupRight, RIGHTS } from './access-draft';
import classes from './rights.module.css';
import { RightChoice } from './RightChoice';

interface GroupRightsProps {
  rights: readonly GroupRight[];
  /** All groups there are. */
  groups: readonly AccessGroup[];
  canChange: boolean;
  onChange: (rights: GroupRight[]) => void;
}

/** A group only adds to what its members' roles give them, so nothing would mean nothing. */
const GROUP_RIGHTS = RIGHTS.filter((right) => right !== 'NONE');

/** What members of a group may do, whatever their role. */
export function GroupRights({ rights, groups, canChange, onChange }: GroupRightsProps) {
  const { t } = useTranslation('access');
  const others = groups.filter(({ id }) => !rights.some(({ groupId }) => groupId === id));
  const add = (id: string | null) => {
    const group = others.find((one) => one.id === id);
    if (!group) return;
    const { name, memberCount } = group;
    onChange([...rights, { groupId: group.id, name, memberCount, right: 'VIEW' }]);
  };
  return (
    <>
      {rights.length > 0 && (
        <ul className={classes.list} aria-label={t('groups')}>
          {rights.map((one) => (
            <li key={one.groupId} className={classes.row}>
              <div className={classes.name}>
                <Text fz="sm" fw={550}>
                  {one.name}
                </Text>
                <Text fz="xs" c="dimmed">
                  {t('members', { count: one.memberCount })}
                </Text>
              </div>
              <Group gap={4} wrap="nowrap">
                <RightChoice
                  label={one.name}
                  value={one.right}
                  rights={GROUP_RIGHTS}
                  isDisabled={!canChange}
                  onChange={(right) => {
                    onChange(
                      rights.map((other) =>
                        other.groupId === one.groupId ? { ...one, right } : other,
                      ),
                    );
                  }}
                />
                {canChange && (
                  <CloseButton
                    aria-label={t('removeOf', { name: one.name })}
                    onClick={() => {
                      onChange(rights.filter((other) => other.groupId !== one.groupId));
                    }}
                  />
                )}
              </Group>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && canChange ? (
        <Select
          mt={rights.length > 0 ? 'sm' : 0}
          maw={320}
          aria-label={t('addGroup')}
          placeholder={t('addGroup')}
          searchable
          value={null}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={add}
        />
      ) : (
        <Text fz="sm" c="dimmed" mt={rights.length > 0 ? 'sm' : 0}>
          {t(groups.length === 0 ? 'noGroups' : others.length > 0 ? 'someGroups' : 'allGroups')}{' '}
          <Anchor
            inherit
            underline="always"
            renderRoot={(props) => <Link {...props} to="/people/groups" />}
          >
            {t('toGroups')}
          </Anchor>
        </Text>
      )}
    </>
  );
}

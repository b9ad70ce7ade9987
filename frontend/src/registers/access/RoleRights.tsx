import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Role } from '@/graphql';

import { RIGHTS, type RoleRight } from './access-draft';
import classes from './rights.module.css';
import { RightChoice } from './RightChoice';

interface RoleRightsProps {
  roles: readonly RoleRight[];
  canChange: boolean;
  onChange: (roles: RoleRight[]) => void;
}

/** An auditor reads and nothing else. */
const rightsFor = (role: Role) =>
  role === 'AUDITOR' ? RIGHTS.filter((right) => right === 'NONE' || right === 'VIEW') : RIGHTS;

/** What each role may do, beside what the register itself gives it. */
export function RoleRights({ roles, canChange, onChange }: RoleRightsProps) {
  const { t } = useTranslation(['access', 'settings']);
  const set = (changed: RoleRight) => {
    onChange(roles.map((one) => (one.role === changed.role ? changed : one)));
  };
  return (
    <ul className={classes.list} aria-label={t('roles')}>
      {roles.map((one) => {
        const name = t(`settings:role.${one.role}`);
        const isDefault = one.right === one.defaultRight;
        return (
          <li key={one.role} className={classes.row}>
            <div className={classes.name}>
              <Text fz="sm" fw={550}>
                {name}
              </Text>
              <Text fz="xs" c="dimmed">
                {isDefault
                  ? t('isDefault')
                  : t('defaultIs', { right: t(`right.${one.defaultRight}`) })}{' '}
                {!isDefault && canChange && (
                  <Anchor
                    component="button"
                    type="button"
                    inherit
                    underline="always"
                    aria-label={t('resetOf', { name })}
                    onClick={() => {
                      set({ ...one, right: one.defaultRight });
                    }}
                  >
                    {t('reset')}
                  </Anchor>
                )}
              </Text>
            </div>
            <RightChoice
              label={name}
              value={one.right}
              rights={rightsFor(one.role)}
              // An administrator keeps the register's right, so that nobody locks everybody out.
              isDisabled={!canChange || one.role === 'ADMINISTRATOR'}
              onChange={(right) => {
                set({ ...one, right });
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}

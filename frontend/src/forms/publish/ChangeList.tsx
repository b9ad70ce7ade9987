import { Group, Text } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsMove,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { FormChangeKind } from '@/graphql';

import type { FormChange } from '../form-documents';
import classes from './publish.module.css';

const ICONS = {
  ADDED: IconPlus,
  REMOVED: IconMinus,
  CHANGED: IconPencil,
  MOVED: IconArrowsMove,
} satisfies Record<FormChangeKind, unknown>;

/** What becomes of the parts of a register's form. */
export function ChangeList({ changes }: { changes: readonly FormChange[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map((change, place) => (
        <ChangeLine key={`${change.path} ${place}`} change={change} />
      ))}
    </ul>
  );
}

function ChangeLine({ change }: { change: FormChange }) {
  const { t } = useTranslation(['forms', 'app']);
  const { kind, label, before, after } = change;
  const Icon = ICONS[kind];
  const isDifference = kind === 'CHANGED' && (before !== null || after !== null);
  return (
    <li className={classes.change}>
      <Icon size={16} aria-hidden />
      <div>
        <Group gap={6}>
          <Text fz="sm" c="dimmed">
            {t(`publish.kind.${kind}`)}
          </Text>
          <Text fz="sm" fw={550}>
            {label}
          </Text>
        </Group>
        {isDifference && (
          <Text fz="sm" component="div">
            <del className={classes.before}>{before ?? t('app:field.empty')}</del>{' '}
            <IconArrowRight size={12} role="img" aria-label={t('publish.became')} />{' '}
            <ins className={classes.after}>{after ?? t('app:field.empty')}</ins>
          </Text>
        )}
      </div>
    </li>
  );
}

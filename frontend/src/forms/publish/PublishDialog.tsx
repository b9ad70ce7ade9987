import { Button, Group, Stack, Text } from '@mantine/core';
import {
  IconArrowRight,
  IconArrowsMove,
  IconMinus,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';
import type { FormChangeKind } from '@/graphql';

import type { FormChange } from '../form-documents';
import classes from './publish.module.css';
import type { PublishControl } from './usePublish';

const ICONS = {
  ADDED: IconPlus,
  REMOVED: IconMinus,
  CHANGED: IconPencil,
  MOVED: IconArrowsMove,
} satisfies Record<FormChangeKind, unknown>;

/** What publishing changes, before it happens. */
export function PublishDialog({ publish }: { publish: PublishControl }) {
  const { t } = useTranslation(['forms', 'app']);
  const changes = publish.changes ?? [];
  return (
    <DialogPattern
      opened={publish.changes !== null}
      onClose={publish.close}
      title={t('publish.title')}
      size="lg"
      isLocked={publish.isPending}
      footer={
        <>
          <Button variant="default" onClick={publish.close} disabled={publish.isPending}>
            {t('publish.back')}
          </Button>
          <Button
            data-autofocus
            loading={publish.isPending}
            // A failed request is told by the toast of the mutation cache.
            onClick={() => void publish.send().catch(() => undefined)}
          >
            {t('publish.confirm')}
          </Button>
        </>
      }
    >
      <Stack gap="sm">
        <Text fz="sm">
          {t(changes.length === 0 ? 'publish.nothing' : 'publish.explained', {
            count: changes.length,
          })}
        </Text>
        <ul className={classes.changes}>
          {changes.map((change, place) => (
            <ChangeLine key={`${change.path} ${place}`} change={change} />
          ))}
        </ul>
      </Stack>
    </DialogPattern>
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

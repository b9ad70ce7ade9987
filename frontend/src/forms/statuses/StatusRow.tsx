import { ActionIcon, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { StatusBadge, ToneSelect } from '@/design';
import type { StatusKind } from '@/graphql';
import { isBlank, textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import type { DraftStatus } from '../draft/form-draft';
import { changeStatus, moveStatus, removeStatus } from '../draft/statuses';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import classes from './statuses.module.css';

const STATUS_KINDS: readonly StatusKind[] = ['OPEN', 'ACTIVE', 'DONE'];

/** One status: its name, what it means, its colour and its place. */
export function StatusRow({ status, place }: { status: DraftStatus; place: number }) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const errorAt = useErrorAt();
  const { change, settle } = useDesignActions();
  const count = draft.statuses.length;
  const name = textIn(status.label, language) || t('statuses.number', { number: place + 1 });
  const write = (changes: Partial<DraftStatus>) => {
    change(
      (current) => changeStatus(current, status.id, changes),
      `${status.id} ${Object.keys(changes).join(' ')}`,
    );
  };
  const shared = { variant: 'subtle', color: 'gray' } as const;
  return (
    <li className={classes.row}>
      <LocalTextInput
        aria-label={t('statuses.label', { name })}
        placeholder={t('statuses.labelPlaceholder')}
        maxLength={100}
        autoFocus={isBlank(status.label)}
        value={status.label}
        error={errorAt(`status/${place}/label`)}
        onBlur={settle}
        onChange={(label) => {
          write({ label });
        }}
      />
      <Select
        aria-label={t('statuses.kind', { name })}
        data={STATUS_KINDS.map((kind) => ({ value: kind, label: t(`statuses.kinds.${kind}`) }))}
        value={status.kind}
        allowDeselect={false}
        error={errorAt(`status/${place}/kind`)}
        onChange={(chosen) => {
          write({ kind: STATUS_KINDS.find((kind) => kind === chosen) ?? 'OPEN' });
        }}
      />
      <ToneSelect
        aria-label={t('statuses.colour', { name })}
        value={status.colour}
        onChange={(colour) => {
          if (colour) write({ colour });
        }}
      />
      <span className={classes.badge} aria-hidden>
        <StatusBadge label={name} colour={status.colour} kind={status.kind} />
      </span>
      <span className={classes.buttons}>
        <ActionIcon
          {...shared}
          aria-label={t('statuses.up', { name })}
          disabled={place === 0}
          onClick={() => {
            change((current) => moveStatus(current, status.id, -1));
          }}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...shared}
          aria-label={t('statuses.down', { name })}
          disabled={place === count - 1}
          onClick={() => {
            change((current) => moveStatus(current, status.id, 1));
          }}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...shared}
          aria-label={t('statuses.remove', { name })}
          disabled={count === 1}
          onClick={() => {
            change((current) => removeStatus(current, status.id));
          }}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}

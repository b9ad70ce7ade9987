import { ActionIcon, Checkbox, Group, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { type DraftErrors, type DraftField, FIELD_KINDS } from './draft';
import { FieldDetails } from './FieldDetails';
import classes from './FieldRow.module.css';
import type { RegisterDraftControl } from './useRegisterDraft';

export type FieldError = DraftErrors['byField'] extends Map<number, infer TError> ? TError : never;

interface FieldRowProps {
  field: DraftField;
  place: { index: number; count: number };
  error: FieldError | undefined;
  control: RegisterDraftControl;
  /** Another field was dropped on this one. */
  onDrop: (draggedId: number) => void;
}

const DRAG_TYPE = 'application/x-waarborg-field';

export function FieldRow({ field, place, error, control, onDrop }: FieldRowProps) {
  const { t } = useTranslation(['importing', 'forms']);
  const [isTarget, setIsTarget] = useState(false);
  const name = field.label.trim() || t('newRegister.fieldNumber', { number: place.index + 1 });
  const change = (changes: Partial<DraftField>) => {
    control.changeField(field.id, changes);
  };
  const isLabelWrong = error === 'label' || error === 'duplicate';

  const dragging = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
      event.preventDefault();
      setIsTarget(true);
    },
    onDragLeave: () => {
      setIsTarget(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsTarget(false);
      onDrop(Number(event.dataTransfer.getData(DRAG_TYPE)));
    },
  };

  return (
    <li className={classes.row} data-target={isTarget} {...dragging}>
      <span
        className={classes.grip}
        draggable
        aria-hidden
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, String(field.id));
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <IconGripVertical size={18} />
      </span>
      <div className={classes.body}>
        <Group gap="xs" align="flex-start">
          <TextInput
            type="text"
            aria-label={t('newRegister.field.label', { name })}
            placeholder={t('newRegister.field.labelPlaceholder')}
            maxLength={100}
            value={field.label}
            error={isLabelWrong && t(`newRegister.error.${error}`)}
            style={{ flex: '2 1 14rem' }}
            onChange={(event) => {
              change({ label: event.currentTarget.value });
            }}
          />
          <Select
            aria-label={t('newRegister.field.kind', { name })}
            data={FIELD_KINDS.map((kind) => ({ value: kind, label: t(`forms:kind.${kind}`) }))}
            value={field.kind}
            allowDeselect={false}
            style={{ flex: '1 1 11rem' }}
            onChange={(value) => {
              change({ kind: FIELD_KINDS.find((kind) => kind === value) ?? 'TEXT' });
            }}
          />
        </Group>
        <FieldDetails field={field} name={name} error={error} onChange={change} />
        <Group gap="lg" mt="xs">
          <Checkbox
            size="sm"
            label={t('newRegister.field.isRequired')}
            checked={field.isRequired}
            onChange={(event) => {
              change({ isRequired: event.currentTarget.checked });
            }}
          />
          <Checkbox
            size="sm"
            label={t('newRegister.field.isInList')}
            checked={field.isInList}
            onChange={(event) => {
              change({ isInList: event.currentTarget.checked });
            }}
          />
        </Group>
      </div>
      <RowButtons field={field} name={name} place={place} control={control} />
    </li>
  );
}

type RowButtonsProps = Pick<FieldRowProps, 'field' | 'place' | 'control'> & { name: string };

function RowButtons({ field, name, place, control }: RowButtonsProps) {
  const { t } = useTranslation(['importing', 'forms']);
  const shared = { variant: 'subtle', color: 'gray' } as const;
  return (
    <div className={classes.buttons}>
      <ActionIcon
        {...shared}
        aria-label={t('newRegister.field.up', { name })}
        disabled={place.index === 0}
        onClick={() => {
          control.moveField(field.id, -1);
        }}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={t('newRegister.field.down', { name })}
        disabled={place.index === place.count - 1}
        onClick={() => {
          control.moveField(field.id, 1);
        }}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={t('newRegister.field.remove', { name })}
        disabled={place.count === 1}
        onClick={() => {
          control.removeField(field.id);
        }}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}

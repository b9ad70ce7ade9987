import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { FieldRow } from './FieldRow';
import classes from './FieldRow.module.css';
import type { RegisterDraftControl } from './useRegisterDraft';

/** The fields of the register: add, remove, and put in order by dragging or by keyboard. */
export function FieldListEditor({ control }: { control: RegisterDraftControl }) {
  const { t } = useTranslation('importing');
  const list = useRef<HTMLUListElement>(null);
  const { draft, errors, addField, moveField } = control;

  const add = () => {
    addField();
    // After the render, so that one can type on.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLInputElement>('li:last-of-type input[type="text"]')?.focus();
    });
  };
  return (
    <>
      <ul ref={list} className={classes.list}>
        {draft.fields.map((field, index) => (
          <FieldRow
            key={field.id}
            field={field}
            place={{ index, count: draft.fields.length }}
            error={errors.byField.get(field.id)}
            control={control}
            onDrop={(draggedId) => {
              const from = draft.fields.findIndex((other) => other.id === draggedId);
              if (from >= 0) moveField(draggedId, index - from);
            }}
          />
        ))}
      </ul>
      {errors.fields && (
        <Text c="var(--mantine-color-error)" fz="sm" mt="xs" role="alert">
          {t('newRegister.error.noText')}
        </Text>
      )}
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('newRegister.addField')}
      </Button>
    </>
  );
}

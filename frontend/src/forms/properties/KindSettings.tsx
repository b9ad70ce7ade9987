import { NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { DraftField } from '../draft/form-draft';
import { useDesignActions, useErrorAt } from '../useDesigner';
import { DeadlineSettings } from './DeadlineSettings';
import { FormulaSettings } from './FormulaSettings';
import { NumberSettings } from './NumberSettings';
import { OptionsEditor } from './OptionsEditor';
import { ReferenceSettings } from './ReferenceSettings';
import { SourceSettings } from './SourceSettings';

const DIGITS = { min: 1, max: 10 };
const MAX_TEXT = 100_000;

/** What only this kind of field has. */
export function KindSettings({ field }: { field: DraftField }) {
  switch (field.kind) {
    case 'TEXT':
      return <TextSettings field={field} />;
    case 'NUMBER':
      return <NumberSettings field={field} />;
    case 'CHOICE':
    case 'CHECKLIST':
      return <OptionsEditor field={field} />;
    case 'REFERENCE':
      return <ReferenceSettings field={field} />;
    case 'DYNAMIC_CHOICE':
      return <SourceSettings field={field} />;
    case 'COMPUTED':
      return <FormulaSettings field={field} />;
    case 'DEADLINE':
      return <DeadlineSettings field={field} />;
    case 'AUTO_NUMBER':
      return <AutoNumberSettings field={field} />;
    default:
      return null;
  }
}

function TextSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  return (
    <NumberInput
      label={t('text.maxLength')}
      placeholder={t('text.noLimit')}
      min={1}
      max={MAX_TEXT}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={field.maxLength ?? ''}
      error={errorAt(`field/${field.id}/maxLength`)}
      onChange={(value) => {
        changeField(field.id, { maxLength: typeof value === 'number' ? value : null });
      }}
    />
  );
}

function AutoNumberSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  return (
    <>
      <TextInput
        label={t('autoNumber.prefix')}
        description={t('autoNumber.example', {
          example: `${field.prefix}${'1'.padStart(field.digits, '0')}`,
        })}
        maxLength={20}
        value={field.prefix}
        error={errorAt(`field/${field.id}/prefix`)}
        onChange={(event) => {
          changeField(field.id, { prefix: event.currentTarget.value });
        }}
      />
      <NumberInput
        label={t('autoNumber.digits')}
        {...DIGITS}
        allowDecimal={false}
        clampBehavior="strict"
        value={field.digits}
        error={errorAt(`field/${field.id}/digits`)}
        onChange={(value) => {
          if (typeof value === 'number') changeField(field.id, { digits: value });
        }}
      />
    </>
  );
}

import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { LocalTextInput } from '@/localized/LocalTextInput';

import type { DraftField } from '../draft/form-draft';
import { useDesignActions, useErrorAt } from '../useDesigner';

const numberOrNull = (value: number | string) => (typeof value === 'number' ? value : null);

/** Bounds, decimals and unit of a number; of what a formula gives the last two alone. */
export function NumberSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const language = useLanguage();
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  const shared = { hideControls: true, decimalSeparator: language === 'nl' ? ',' : '.' };
  return (
    <>
      <Group grow gap="xs" align="flex-start">
        <NumberInput
          label={t('number.decimals')}
          min={0}
          max={6}
          clampBehavior="strict"
          allowDecimal={false}
          value={field.decimals ?? 0}
          error={errorAt(`field/${field.id}/decimals`)}
          onChange={(value) => {
            changeField(field.id, { decimals: numberOrNull(value) });
          }}
        />
        <LocalTextInput
          label={t('number.unit')}
          placeholder={t('number.unitPlaceholder')}
          maxLength={20}
          value={field.unit}
          error={errorAt(`field/${field.id}/unit`)}
          onChange={(unit) => {
            changeField(field.id, { unit });
          }}
        />
      </Group>
      {field.kind === 'NUMBER' && (
        <Group grow gap="xs" align="flex-start">
          <NumberInput
            {...shared}
            label={t('number.minimum')}
            value={field.minimum ?? ''}
            error={errorAt(`field/${field.id}/minimum`)}
            onChange={(value) => {
              changeField(field.id, { minimum: numberOrNull(value) });
            }}
          />
          <NumberInput
            {...shared}
            label={t('number.maximum')}
            value={field.maximum ?? ''}
            error={errorAt(`field/${field.id}/maximum`)}
            onChange={(value) => {
              changeField(field.id, { maximum: numberOrNull(value) });
            }}
          />
        </Group>
      )}
    </>
  );
}

import { Group, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { DraftTerm, TermUnit } from '../draft/form-draft';

interface TermInputProps {
  label: string;
  value: DraftTerm;
  onChange: (value: DraftTerm) => void;
}

const UNITS: readonly TermUnit[] = ['hours', 'days', 'months'];

/** A length of time: so many hours, days or months. */
export function TermInput({ label, value, onChange }: TermInputProps) {
  const { t } = useTranslation('forms');
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <NumberInput
        label={label}
        min={1}
        max={10_000}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        style={{ flex: 1 }}
        value={value.amount ?? ''}
        onChange={(amount) => {
          onChange({ ...value, amount: typeof amount === 'number' ? amount : null });
        }}
      />
      <Select
        aria-label={t('deadline.unitOf', { label })}
        data={UNITS.map((unit) => ({ value: unit, label: t(`deadline.unit.${unit}`) }))}
        value={value.unit}
        allowDeselect={false}
        style={{ flex: 1 }}
        onChange={(chosen) => {
          onChange({ ...value, unit: UNITS.find((unit) => unit === chosen) ?? 'days' });
        }}
      />
    </Group>
  );
}

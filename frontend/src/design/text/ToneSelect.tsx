import { Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { TONES, type Tone, toneClass, toneOf } from './tone';
import classes from './ToneSelect.module.css';

export interface ToneSelectProps {
  /** A colour name of the design system; null for none. */
  value: string | null;
  onChange: (value: Tone | null) => void;
  /** Named by a label above it, or by these words. */
  label?: string;
  'aria-label'?: string;
  /** None may be chosen too. */
  isOptional?: boolean;
  size?: 'xs' | 'sm';
  w?: number | string;
  error?: string;
}

/** Chooses one of the colours of badges, by its name. */
export function ToneSelect({ value, onChange, isOptional = false, ...props }: ToneSelectProps) {
  const { t } = useTranslation('design');
  return (
    <Select
      {...props}
      data={TONES.map((tone) => ({ value: tone, label: t(`tone.${tone}`) }))}
      value={value}
      placeholder={t('tone.none')}
      allowDeselect={isOptional}
      clearable={isOptional}
      clearButtonProps={{ 'aria-label': t('tone.clear') }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      leftSection={value === null ? undefined : <Dot tone={toneOf(value)} />}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap">
          <Dot tone={toneOf(option.value)} />
          {option.label}
        </Group>
      )}
      onChange={(chosen) => {
        onChange(TONES.find((tone) => tone === chosen) ?? null);
      }}
    />
  );
}

function Dot({ tone }: { tone: Tone }) {
  return <span aria-hidden data-tone={tone} className={`${toneClass} ${classes.dot}`} />;
}

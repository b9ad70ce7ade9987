import { NumberInput } from '@mantine/core';

import { useLanguage } from '@/i18n';

import type { ControlProps } from './control';

export function NumberControl(props: ControlProps<'NUMBER'>) {
  const { field, id, value, onChange, hint, error } = props;
  const isDutch = useLanguage() === 'nl';
  return (
    <NumberInput
      id={id}
      maw={260}
      value={value.number ?? value.unread}
      description={hint}
      error={error}
      required={field.isRequired}
      decimalSeparator={isDutch ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      decimalScale={field.decimals ?? 0}
      allowDecimal={(field.decimals ?? 0) > 0}
      allowNegative={field.minimum == null || field.minimum < 0}
      // Out of bounds is told, not silently mended.
      clampBehavior="none"
      hideControls
      rightSection={field.unit && <span aria-hidden>{field.unit}</span>}
      rightSectionWidth={field.unit ? `${field.unit.length + 2}ch` : undefined}
      rightSectionPointerEvents="none"
      onChange={(entered) => {
        onChange(
          typeof entered === 'number'
            ? { kind: 'NUMBER', number: entered, unread: '' }
            : { kind: 'NUMBER', number: null, unread: entered },
        );
      }}
    />
  );
}

import { Group } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';

import { LevelBadge, Swatch } from '@/design';

import type { RegisterField } from '../register-form';
import { DeadlineBadge } from '../value/DeadlineBadge';
import { type ListedValue, formatValue } from '../value/field-value';
import { useValueWords } from '../value/useValueWords';

interface CellValueProps {
  field: RegisterField;
  value: ListedValue | undefined;
}

/** A value in one line of a list; what does not fit is shown on hover. */
export function CellValue({ field, value }: CellValueProps) {
  const words = useValueWords();
  if (!value) return <span aria-hidden>–</span>;
  const text = formatValue(value, field, words);
  if (value.__typename === 'LikelihoodImpactValue') {
    const { label, colour } = value.level;
    return (
      <span title={text}>
        <LevelBadge label={label} colour={colour} score={value.score} />
      </span>
    );
  }
  if (value.__typename === 'ChoiceValue' && value.options.some((option) => option.colour)) {
    return (
      <Group gap={4} wrap="nowrap" title={text}>
        {value.options.map((option) => (
          <LevelBadge key={option.key} label={option.label} colour={option.colour} />
        ))}
      </Group>
    );
  }
  if (value.__typename === 'DeadlineValue') {
    return (
      <span title={text}>
        <DeadlineBadge value={value} />
      </span>
    );
  }
  return (
    <span title={text}>
      {value.__typename === 'ColourValue' && <Swatch colour={value.hex} />}
      {value.__typename === 'FileValue' && <IconPaperclip size={14} aria-hidden />} {text}
    </span>
  );
}

import { Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';

import { LevelBadge } from '@/design';

import type { RegisterField } from '../register-form';
import { type FilledValue, formatValue } from './field-value';
import { RecordLink } from './RecordLink';
import { RichText } from './RichText';
import { useValueWords } from './useValueWords';

const ANSWER_ICONS = { YES: IconCheck, NO: IconX, NOT_APPLICABLE: IconMinus };

interface FieldValueViewProps {
  field: RegisterField;
  value: FilledValue;
}

/** A value in full, as the record page shows it. */
export function FieldValueView({ field, value }: FieldValueViewProps) {
  const words = useValueWords();
  switch (value.__typename) {
    case 'RichTextValue':
      return <RichText html={value.html} />;
    case 'YesNoNaValue': {
      const Icon = ANSWER_ICONS[value.answer];
      return (
        <Group gap={6}>
          <Icon size={16} aria-hidden stroke={2} />
          <Text fz="sm">{words.answers[value.answer]}</Text>
        </Group>
      );
    }
    case 'ChoiceValue':
      return (
        <Group gap={6}>
          {value.options.map((option) => (
            <LevelBadge key={option.key} label={option.label} colour={option.colour} />
          ))}
        </Group>
      );
    case 'ReferenceValue':
      return (
        <Group gap={6}>
          {value.records.map((record) => (
            <RecordLink key={record.id} record={record} />
          ))}
        </Group>
      );
    case 'LikelihoodImpactValue':
      return <RiskInFull field={field} value={value} />;
    default:
      return (
        <Text fz="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {formatValue(value, field, words)}
        </Text>
      );
  }
}

type RiskInFullProps = FieldValueViewProps & {
  value: Extract<FilledValue, { __typename: 'LikelihoodImpactValue' }>;
};

function RiskInFull({ field, value }: RiskInFullProps) {
  const likelihood = field.scale?.likelihood.find((step) => step.value === value.likelihood);
  const impact = field.scale?.impact.find((step) => step.value === value.impact);
  return (
    <Stack gap={4} align="flex-start">
      <LevelBadge label={value.level.label} colour={value.level.colour} score={value.score} />
      <Text fz="sm" c="dimmed">
        {likelihood?.label} ({value.likelihood}) × {impact?.label} ({value.impact})
      </Text>
    </Stack>
  );
}

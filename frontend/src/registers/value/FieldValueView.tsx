import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DateText, LevelBadge, Swatch } from '@/design';
import { FileLine } from '@/files/FileLine';
import { FileList } from '@/files/FileList';

import type { RegisterField } from '../register-form';
import { Checklist } from './Checklist';
import { DeadlineBadge } from './DeadlineBadge';
import { type DeadlineValue, type FilledValue, formatValue } from './field-value';
import { LinkedRecords } from './LinkedRecords';
import { RichText } from './RichText';
import { useValueWords } from './useValueWords';
import { WebLinks } from './WebLinks';

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
    case 'WordsValue':
      return (
        <Group gap={6}>
          {value.words.map((word) => (
            <Badge key={word} variant="default" tt="none" fw={500} radius="sm">
              {word}
            </Badge>
          ))}
        </Group>
      );
    case 'FileValue':
      return (
        <FileList>
          {value.files.map((file) => (
            <FileLine key={file.id} file={file} />
          ))}
        </FileList>
      );
    case 'ReferenceValue':
      return <LinkedRecords field={field} records={value.records} />;
    case 'ColourValue':
      return (
        <Group gap={6}>
          <Swatch colour={value.hex} />
          <Text fz="sm">{value.hex}</Text>
        </Group>
      );
    case 'ChecklistValue':
      return <Checklist value={value} />;
    case 'WebLinkValue':
      return <WebLinks links={value.links} />;
    case 'DeadlineValue':
      return <DeadlineInFull value={value} />;
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

function DeadlineInFull({ value }: { value: DeadlineValue }) {
  const { t } = useTranslation('registers');
  return (
    <Stack gap={4} align="flex-start">
      <DeadlineBadge value={value} />
      <Text fz="sm" c="dimmed" component="div">
        {t('deadline.due')} <DateText value={value.dueAt} withTime />
        {value.stoppedAt && (
          <>
            {' · '}
            {t('deadline.stopped')} <DateText value={value.stoppedAt} withTime />
          </>
        )}
      </Text>
    </Stack>
  );
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

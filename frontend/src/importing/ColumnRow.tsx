import { Group, Select, Table, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import type { RegisterField, RegisterForm } from '@/registers/register-form';

import {
  IMPACT_PART,
  LIKELIHOOD_PART,
  NUMBER_TARGET,
  STATUS_TARGET,
  columnLetters,
  importableFields,
} from './column-mapping';
import type { SheetColumn } from './import-documents';

interface ColumnRowProps {
  column: SheetColumn;
  form: RegisterForm;
  fieldKey: string | null;
  onChange: (fieldKey: string | null) => void;
}

/** What a column can go to in one field. */
function targetsOf(field: RegisterField, t: TFunction<'importing'>) {
  const label = field.isRequired ? t('mapping.required', { label: field.label }) : field.label;
  const whole = { value: field.key, label };
  if (field.kind !== 'LIKELIHOOD_IMPACT') return [whole];
  return [
    { value: field.key + LIKELIHOOD_PART, label: t('mapping.likelihood', { label }) },
    { value: field.key + IMPACT_PART, label: t('mapping.impact', { label }) },
    whole,
  ];
}

/** One column of the sheet, what is in it, and the field it goes to. */
export function ColumnRow({ column, form, fieldKey, onChange }: ColumnRowProps) {
  const { t } = useTranslation('importing');
  const letters = columnLetters(column.index);
  const header = column.header || t('mapping.noHeader');
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={fieldKey ? 550 : 400} c={fieldKey ? undefined : 'dimmed'}>
        <Text component="span" fz="xs" c="dimmed" mr={6}>
          {letters}
        </Text>
        {header}
      </Table.Th>
      <Table.Td c="dimmed" maw={260}>
        <Text inherit truncate title={column.samples.join(' · ')}>
          {column.samples.length > 0 ? column.samples.join(' · ') : t('mapping.emptyColumn')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <IconArrowRight size={16} aria-hidden style={{ flex: 'none' }} />
          <Select
            size="sm"
            w="100%"
            aria-label={t('mapping.fieldOf', { letters, header })}
            placeholder={t('mapping.skip')}
            clearable
            searchable
            clearButtonProps={{ 'aria-label': t('mapping.skip') }}
            value={fieldKey}
            onChange={onChange}
            data={[
              {
                group: t('mapping.groupRecord'),
                items: [
                  { value: NUMBER_TARGET, label: t('mapping.number') },
                  { value: STATUS_TARGET, label: t('mapping.status') },
                ],
              },
              {
                group: t('mapping.groupFields'),
                items: importableFields(form).flatMap((field) => targetsOf(field, t)),
              },
            ]}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { LevelBadge } from '@/design';

import type { DraftField, RegisterDraft } from './draft';

/** How the list of the register will look, with one made-up row. */
export function RegisterPreview({ draft }: { draft: RegisterDraft }) {
  const { t } = useTranslation('forms');
  const columns = draft.fields.filter((field) => field.isInList && field.label.trim() !== '');
  if (columns.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t('preview.empty')}
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table fz="sm" verticalSpacing="xs" aria-label={t('preview.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('preview.number')}</Table.Th>
            {columns.map((field) => (
              <Table.Th key={field.id}>{field.label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td c="dimmed">{`${draft.numberPrefix || 'ABC'}-0001`}</Table.Td>
            {columns.map((field) => (
              <Table.Td key={field.id}>
                <Sample field={field} />
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Sample({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  if (field.kind === 'LIKELIHOOD_IMPACT') {
    return <LevelBadge label={t('preview.level')} colour="orange" score={12} />;
  }
  if (field.kind === 'CHOICE') {
    return <LevelBadge label={field.options[0] ?? t('preview.choice')} colour="gray" />;
  }
  return t(`preview.sample.${field.kind}`);
}

import { Checkbox, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { StatusBadge } from '@/design';
import { textIn } from '@/localized/local-text';

import type { DraftStatus } from '../draft/form-draft';
import { toggleStep } from '../draft/statuses';
import { useDesign, useDesignActions } from '../useDesigner';

/** A tick for every step that a record may take: from the row's status to the column's. */
export function FlowMatrix() {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const { change } = useDesignActions();
  const { statuses } = draft;
  const nameOf = (status: DraftStatus) =>
    textIn(status.label, language) ||
    t('statuses.number', { number: statuses.indexOf(status) + 1 });
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table w="auto" aria-label={t('flow.title')} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th fw={400} c="dimmed" fz="xs">
              {t('flow.axes')}
            </Table.Th>
            {statuses.map((status) => (
              <Table.Th key={status.id} scope="col" fz="xs" ta="center">
                {nameOf(status)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {statuses.map((from) => (
            <Table.Tr key={from.id}>
              <Table.Th scope="row">
                <StatusBadge label={nameOf(from)} colour={from.colour} kind={from.kind} />
              </Table.Th>
              {statuses.map((to) => (
                <Table.Td key={to.id} align="center">
                  {from !== to && (
                    <Checkbox
                      aria-label={t('flow.step', { from: nameOf(from), to: nameOf(to) })}
                      checked={from.next.includes(to.id)}
                      styles={{ body: { justifyContent: 'center' } }}
                      onChange={() => {
                        change((current) => toggleStep(current, from.id, to.id));
                      }}
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

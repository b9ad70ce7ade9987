import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { RecordLink } from '../value/RecordLink';
import { Panel } from './Panel';
import type { RecordDetail } from './record-query';

type Reference = RecordDetail['referencedBy']['nodes'][number];

interface ReferencedByProps {
  references: readonly Reference[];
  /** How many more there are. */
  hidden: number;
}

/** Records that point to this one, by register. */
export function ReferencedBy({ references, hidden }: ReferencedByProps) {
  const { t } = useTranslation('registers');
  return (
    <Panel title={t('record.referencedBy', { count: references.length + hidden })}>
      {references.length === 0 && (
        <Text fz="sm" c="dimmed">
          {t('record.notReferenced')}
        </Text>
      )}
      <Stack gap="sm">
        {byRegister(references).map(([register, nodes]) => (
          <div key={register}>
            <Text fz="xs" c="dimmed" mb={4}>
              {register}
            </Text>
            <Group gap={6}>
              {nodes.map(({ record, fieldKey }) => (
                <RecordLink key={`${record.id} ${fieldKey}`} record={record} />
              ))}
            </Group>
          </div>
        ))}
      </Stack>
      {hidden > 0 && (
        <Text fz="sm" c="dimmed" mt="sm">
          {t('record.moreReferences', { count: hidden })}
        </Text>
      )}
    </Panel>
  );
}

/** `Risico's · Betrokken bedrijfsmiddelen` with the records that point by that field. */
function byRegister(nodes: readonly Reference[]): [string, Reference[]][] {
  const groups = new Map<string, Reference[]>();
  for (const node of nodes) {
    const heading = `${node.record.form.name} · ${node.fieldLabel}`;
    groups.set(heading, [...(groups.get(heading) ?? []), node]);
  }
  return [...groups];
}

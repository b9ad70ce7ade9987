import { Alert, List, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconEqual,
  IconPencil,
  IconTrash,
  IconTrashX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { DataTable, IconBadge, type IconBadgeProps, type Tone } from '@/design';
import type { BackupComparisonState } from '@/graphql';

import classes from './taking.module.css';
import type { Comparison } from './taking-documents';

const LOOKS: Record<BackupComparisonState, { Icon: IconBadgeProps['Icon']; colour: Tone }> = {
  SAME: { Icon: IconEqual, colour: 'gray' },
  CHANGED: { Icon: IconPencil, colour: 'blue' },
  IN_RECYCLE_BIN: { Icon: IconTrash, colour: 'orange' },
  GONE: { Icon: IconTrashX, colour: 'red' },
};

interface ComparedBadgeProps {
  state: BackupComparisonState;
  /** How many there are of it, where that is told. */
  count?: number;
}

/** What became of a record after the back-up. */
export function ComparedBadge({ state, count }: ComparedBadgeProps) {
  const { t } = useTranslation('records');
  const words = t(`taking.state.${state}`);
  return <IconBadge {...LOOKS[state]} label={count === undefined ? words : `${words}: ${count}`} />;
}

/** A record in the back-up beside what it is now: what taking it back changes, field by field. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation(['records', 'app']);
  const { code, state, changes, leftOut } = comparison;
  const words = (text: string | null | undefined) => (
    <span className={classes.value} data-empty={!text}>
      {text ?? t('app:field.empty')}
    </span>
  );
  return (
    <Stack gap="sm">
      <Text fz="sm">{t(`taking.means.${state}`)}</Text>
      {changes.length > 0 && (
        <div className={classes.table}>
          <DataTable
            label={t('taking.differences', { code })}
            rows={changes}
            rowId={({ fieldKey }) => fieldKey}
            columns={[
              { id: 'field', label: t('taking.field'), cell: ({ fieldLabel }) => fieldLabel },
              { id: 'now', label: t('taking.now'), cell: ({ before }) => words(before) },
              { id: 'then', label: t('taking.then'), cell: ({ after }) => words(after) },
            ]}
          />
        </div>
      )}
      {leftOut.length > 0 && (
        <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
          {t('taking.leftOut', { count: leftOut.length })}
          <List size="sm" mt={4}>
            {leftOut.map((label) => (
              <List.Item key={label}>{label}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  );
}

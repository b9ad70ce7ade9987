import { Alert, Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';
import { Panel } from '@/registers/record/Panel';

import { addStatus, unreachable } from '../draft/statuses';
import { useDesign, useDesignActions } from '../useDesigner';
import { FlowMatrix } from './FlowMatrix';
import { StatusRow } from './StatusRow';
import classes from './statuses.module.css';

/** The statuses of a record, and which may follow which. */
export function StatusesTab() {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const { change, settle } = useDesignActions();
  const lost = unreachable(draft).map((status) => textIn(status.label, language));
  return (
    <Stack gap={0}>
      <Panel title={t('statuses.title')} description={t('statuses.help')}>
        <ol className={classes.list}>
          {draft.statuses.map((status, place) => (
            <StatusRow key={status.id} status={status} place={place} />
          ))}
        </ol>
        <Button
          mt="sm"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            settle();
            change(addStatus);
          }}
        >
          {t('statuses.add')}
        </Button>
      </Panel>
      <Panel title={t('flow.title')} description={t('flow.help')}>
        <FlowMatrix />
        {lost.length > 0 && (
          <Alert color="orange" mt="sm">
            {t('flow.unreachable', { names: lost.join(', ') })}
          </Alert>
        )}
      </Panel>
    </Stack>
  );
}

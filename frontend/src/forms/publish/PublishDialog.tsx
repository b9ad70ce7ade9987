import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { DialogPattern } from '@/design';

import { ChangeList } from './ChangeList';
import type { PublishControl } from './usePublish';

/** What publishing changes, before it happens. */
export function PublishDialog({ publish }: { publish: PublishControl }) {
  const { t } = useTranslation(['forms', 'app']);
  const changes = publish.changes ?? [];
  return (
    <DialogPattern
      opened={publish.changes !== null}
      onClose={publish.close}
      title={t('publish.title')}
      size="lg"
      isLocked={publish.isPending}
      footer={
        <>
          <Button variant="default" onClick={publish.close} disabled={publish.isPending}>
            {t('publish.back')}
          </Button>
          <Button
            data-autofocus
            loading={publish.isPending}
            // A failed request is told by the toast of the mutation cache.
            onClick={() => void publish.send().catch(() => undefined)}
          >
            {t('publish.confirm')}
          </Button>
        </>
      }
    >
      <Stack gap="sm">
        <Text fz="sm">
          {t(changes.length === 0 ? 'publish.nothing' : 'publish.explained', {
            count: changes.length,
          })}
        </Text>
        <ChangeList changes={changes} />
      </Stack>
    </DialogPattern>
  );
}

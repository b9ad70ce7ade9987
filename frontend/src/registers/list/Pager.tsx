import { Button, Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { PAGE_SIZES } from './list-state';
import type { RecordPage } from './records-query';
import type { ListControl } from './useListState';

interface PagerProps {
  control: ListControl;
  page: RecordPage;
}

export function Pager({ control, page }: PagerProps) {
  const { t } = useTranslation('registers');
  const language = useLanguage();
  const { state, change, goToNextPage, goToPreviousPage } = control;
  const { hasNextPage, endCursor } = page.pageInfo;
  const from = (state.page - 1) * state.pageSize + 1;
  const write = (number: number) => formatNumber(number, language);
  return (
    <Group justify="space-between" mt="sm" gap="sm">
      <Text fz="sm" c="dimmed" role="status">
        {t('list.range', {
          from: write(from),
          to: write(from + page.nodes.length - 1),
          total: write(page.totalCount),
        })}
      </Text>
      <Group gap="sm" component="nav" aria-label={t('list.pages')}>
        <Select
          size="xs"
          w={128}
          aria-label={t('list.pageSize')}
          allowDeselect={false}
          value={String(state.pageSize)}
          data={PAGE_SIZES.map((size) => ({
            value: String(size),
            label: t('list.perPage', { size }),
          }))}
          onChange={(size) => {
            change({ pageSize: Number(size) });
          }}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconChevronLeft size={14} aria-hidden />}
          disabled={state.after === null}
          onClick={goToPreviousPage}
        >
          {t('list.previous')}
        </Button>
        <Button
          size="xs"
          variant="default"
          rightSection={<IconChevronRight size={14} aria-hidden />}
          disabled={!hasNextPage || !endCursor}
          onClick={() => {
            if (endCursor) goToNextPage(endCursor);
          }}
        >
          {t('list.next')}
        </Button>
      </Group>
    </Group>
  );
}

import { Button, Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatNumber } from '@/i18n/formats';

import { PAGE_SIZES, type PageState } from './page-search';

export interface PagerProps {
  control: {
    state: PageState;
    change: (change: { pageSize: number }) => void;
    goToNextPage: (endCursor: string) => void;
    goToPreviousPage: () => void;
  };
  page: {
    nodes: readonly unknown[];
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  };
}

/** Which rows of how many are shown, and the way to the next. */
export function Pager({ control, page }: PagerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { state, change, goToNextPage, goToPreviousPage } = control;
  const { hasNextPage, endCursor } = page.pageInfo;
  const from = (state.page - 1) * state.pageSize + 1;
  const write = (number: number) => formatNumber(number, language);
  return (
    <Group justify="space-between" mt="sm" gap="sm">
      <Text fz="sm" c="dimmed" role="status">
        {t('pager.range', {
          from: write(from),
          to: write(from + page.nodes.length - 1),
          total: write(page.totalCount),
        })}
      </Text>
      <Group gap="sm" component="nav" aria-label={t('pager.pages')} data-no-print>
        <Select
          size="xs"
          w={128}
          aria-label={t('pager.pageSize')}
          allowDeselect={false}
          value={String(state.pageSize)}
          data={PAGE_SIZES.map((size) => ({
            value: String(size),
            label: t('pager.perPage', { size }),
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
          {t('pager.previous')}
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
          {t('pager.next')}
        </Button>
      </Group>
    </Group>
  );
}

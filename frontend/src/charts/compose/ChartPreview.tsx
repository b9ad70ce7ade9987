import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { ErrorState, LoadingState } from '@/design';

import {
  type Chart,
  type ChartRegister,
  chartFiguresQuery,
  toChartInput,
} from '../chart-documents';
import { ChartBody } from '../ChartBody';

/** Typing a title asks nothing anew; choosing does, after a moment. */
const PAUSE_MS = 250;
/** The figures do not depend on the title, which must be there all the same. */
const ANY_TITLE = { nl: '-', en: '-' };

interface ChartPreviewProps {
  chart: Chart;
  register: ChartRegister;
}

/** A chart with its figures of this moment, kept or not. */
export function ChartPreview({ chart, register }: ChartPreviewProps) {
  const { t } = useTranslation('charts');
  const [shown] = useDebouncedValue(chart, PAUSE_MS);
  const input = { ...toChartInput(shown), title: ANY_TITLE };
  const { data, error, refetch } = useQuery(chartFiguresQuery(register.key, input));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState kind="list" rows={4} />;
  const figures = data.form?.chartData;
  if (!figures) return <p>{t('compose.noFigures')}</p>;
  return <ChartBody chart={shown} register={register} data={figures} />;
}

import { useTranslation } from 'react-i18next';

import type { RegisterForm } from '@/registers/register-form';

import type { Chart } from '../chart-documents';
import { CREATED_KEY, STATUS_KEY } from './chart-rules';

/** Names for what a chart is made of. */
export function useChartWords(form: Pick<RegisterForm, 'fields'>) {
  const { t } = useTranslation('charts');
  const nameOf = (key: string | null): string => {
    if (key === STATUS_KEY) return t('compose.status');
    if (key === null || key === CREATED_KEY) return t('compose.created');
    return form.fields.find((field) => field.key === key)?.label ?? key;
  };
  /** What a chart is called as long as nobody gave it a name. */
  const titleOf = (chart: Chart): string => {
    const field = nameOf(chart.field);
    switch (chart.kind) {
      case 'NUMBER':
        return t('compose.title.NUMBER', { context: chart.isOpenOnly ? 'open' : 'all' });
      case 'HEAT_MAP':
        return t('compose.title.HEAT_MAP', { field });
      case 'CLOCKS':
        return t('compose.title.CLOCKS', { field });
      case 'AGEING':
        return t('compose.title.AGEING');
      default:
        return chart.splitBy === null
          ? t('compose.title.group', { group: nameOf(chart.groupBy) })
          : t('compose.title.split', {
              group: nameOf(chart.groupBy),
              split: nameOf(chart.splitBy),
            });
    }
  };
  return { nameOf, titleOf };
}

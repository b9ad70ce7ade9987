import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { figureText } from '../group-label';
import classes from './drawing.module.css';
import { Drawing } from './Drawing';
import { Mark } from './Mark';
import type { ChartDrawingProps } from './types';

/** One figure, as large as it is important. */
export function BigNumber({ chart, register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const value = figureText(data.total, language);
  return (
    <Drawing label={label} width={width} height={72}>
      {() => (
        <Mark
          formKey={register.key}
          search={toListSearch(data.groups[0]?.filter)}
          label={t('mark', { name: chart.title, value })}
        >
          <rect width={width} height={72} fill="transparent" />
          <text x={0} y={40} className={classes.big} data-label>
            {value}
          </text>
          <text x={0} y={64} className={classes.dim}>
            {t(`number.${chart.measure}`)}
          </text>
        </Mark>
      )}
    </Drawing>
  );
}

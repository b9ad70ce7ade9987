import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { cellOf, figuresOf, highest, rowTotal } from '../figures';
import { figureText, groupLabel } from '../group-label';
import { MOST_BARS } from './Bars';
import classes from './drawing.module.css';
import { Drawing, TextLines } from './Drawing';
import { textWidth, wrap } from './geometry';
import { legendLayout } from './legend';
import { Legend } from './Legend';
import { Mark } from './Mark';
import { Part, looksOf } from './patterns';
import type { ChartDrawingProps } from './types';

const WIDE = 400;
const SIZE = 13;
const BAR = 20;
/** Narrower parts have no room for their figure. */
const ROOM = 26;

/** Lying bars in parts, with a legend of the parts. */
export function StackedBars({ chart, register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const figures = figuresOf(data, chart);
  const words = { t, language };
  const shown = figures.groups.slice(0, MOST_BARS);
  const names = shown.map((group) => groupLabel(group, words));
  const parts = figures.series.map((one) => groupLabel(one, words));
  const looks = looksOf(figures.series);
  const totals = figures.values.map(rowTotal);
  const most = highest(totals);
  const legend = legendLayout(parts, width);
  const isWide = width >= WIDE;
  const widest = Math.max(0, ...names.map((name) => textWidth(name, SIZE)));
  const nameWidth = isWide ? Math.min(widest + 4, width * 0.36) : width;
  const lines = names.map((name) => wrap(name, nameWidth, SIZE, 2));
  const left = isWide ? nameWidth + 12 : 0;
  const space = Math.max(width - left - 46, 20);
  const rowHeight = isWide ? 42 : 0;
  const heightOf = (place: number) => rowHeight || (lines[place]?.length ?? 1) * 16 + BAR + 16;
  const tops = shown.map(
    (_, place) =>
      legend.height +
      shown.slice(0, place).reduce((sum, _group, other) => sum + heightOf(other), 0),
  );
  const height = legend.height + shown.reduce((sum, _group, place) => sum + heightOf(place), 0);

  return (
    <Drawing label={label} width={width} height={Math.max(height, 1)}>
      {(patterns) => (
        <>
          <Legend names={parts} looks={looks} width={width} patterns={patterns} />
          {shown.map((group, place) => {
            const top = tops[place] ?? 0;
            const own = lines[place] ?? [];
            const barTop = isWide ? top + (heightOf(place) - BAR) / 2 : top + own.length * 16 + 4;
            const row = figures.values[place] ?? [];
            const lengthOf = (value: number | null | undefined) =>
              most > 0 ? (Math.max(value ?? 0, 0) / most) * space : 0;
            const before = (part: number) =>
              row.slice(0, part).reduce<number>((sum, value) => sum + lengthOf(value), 0);
            return (
              <g key={group.key}>
                <TextLines
                  lines={own}
                  x={isWide ? nameWidth : 0}
                  y={isWide ? top + 21 - ((own.length - 1) * 16) / 2 + 4.5 : top + 12}
                  anchor={isWide ? 'end' : 'start'}
                />
                {figures.series.map((series, part) => {
                  const value = row[part] ?? 0;
                  const look = looks[part];
                  if (value <= 0 || !look) return null;
                  const x = left + before(part);
                  const length = Math.max(lengthOf(value), 2);
                  const text = figureText(value, language);
                  return (
                    <Mark
                      key={series.key}
                      formKey={register.key}
                      search={toListSearch(cellOf(data, group.key, series.key)?.filter)}
                      label={t('part', {
                        name: names[place] ?? '',
                        part: parts[part] ?? '',
                        value: text,
                      })}
                    >
                      <Part
                        patterns={patterns}
                        look={look}
                        shape={(props) => (
                          <rect {...props} x={x} y={barTop} width={length} height={BAR} rx={2} />
                        )}
                      />
                      {length >= ROOM && (
                        <text
                          x={x + length / 2}
                          y={barTop + 14.5}
                          textAnchor="middle"
                          className={`${classes.strong} ${classes.halo}`}
                        >
                          {text}
                        </text>
                      )}
                    </Mark>
                  );
                })}
                <text
                  x={left + lengthOf(totals[place]) + 8}
                  y={barTop + 14.5}
                  className={classes.strong}
                >
                  {figureText(totals[place] ?? 0, language)}
                </text>
              </g>
            );
          })}
        </>
      )}
    </Drawing>
  );
}

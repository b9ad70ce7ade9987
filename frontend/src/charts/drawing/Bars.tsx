import { useTranslation } from 'react-i18next';

import { toneClass, toneOf } from '@/design';
import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { figuresOf, highest, rowTotal } from '../figures';
import { figureText, groupLabel } from '../group-label';
import classes from './drawing.module.css';
import { Drawing, TextLines } from './Drawing';
import { textWidth, wrap } from './geometry';
import { Mark } from './Mark';
import type { ChartDrawingProps } from './types';

/** More bars than this belong in a table. */
export const MOST_BARS = 15;
/** From this width on names stand before the bars; else above them. */
const WIDE = 400;
const SIZE = 13;
const BAR = 18;

/** A lying bar for each group, with its name and its figure. */
export function Bars({ chart, register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const figures = figuresOf(data, chart);
  const totals = figures.values.map(rowTotal);
  const most = highest(totals);
  const words = { t, language };
  const isWide = width >= WIDE;
  const shown = figures.groups.slice(0, MOST_BARS);
  const names = shown.map((group) => groupLabel(group, words));
  const texts = totals.map((total) => figureText(total, language));
  const widest = Math.max(0, ...names.map((name) => textWidth(name, SIZE)));
  const nameWidth = isWide ? Math.min(widest + 4, width * 0.42) : width;
  const lines = names.map((name) => wrap(name, nameWidth, SIZE, 2));
  const valueWidth = Math.max(...texts.map((text) => textWidth(text, SIZE)), 8) + 10;
  const left = isWide ? nameWidth + 12 : 0;
  const space = Math.max(width - left - valueWidth, 20);
  const heightOf = (place: number) =>
    isWide
      ? Math.max(32, (lines[place]?.length ?? 1) * 16 + 10)
      : (lines[place]?.length ?? 1) * 16 + BAR + 16;
  const tops = shown.map((_, place) =>
    shown.slice(0, place).reduce((sum, _group, other) => sum + heightOf(other), 0),
  );
  const height = shown.reduce((sum, _group, place) => sum + heightOf(place), 0);

  return (
    <Drawing label={label} width={width} height={Math.max(height, 1)}>
      {() =>
        shown.map((group, place) => {
          const total = totals[place] ?? 0;
          const top = tops[place] ?? 0;
          const own = lines[place] ?? [];
          const barTop = isWide ? top + (heightOf(place) - BAR) / 2 : top + own.length * 16 + 4;
          const bar = most > 0 ? (Math.max(total, 0) / most) * space : 0;
          const nameTop = isWide
            ? top + heightOf(place) / 2 - ((own.length - 1) * 16) / 2 + 4.5
            : top + 12;
          return (
            <Mark
              key={group.key}
              formKey={register.key}
              search={toListSearch(group.filter)}
              label={t('mark', { name: names[place] ?? '', value: texts[place] ?? '' })}
            >
              <rect x={0} y={top} width={width} height={heightOf(place)} fill="transparent" />
              <TextLines
                lines={own}
                x={isWide ? nameWidth : 0}
                y={nameTop}
                anchor={isWide ? 'end' : 'start'}
                isLabel
              />
              <rect
                x={left}
                y={barTop}
                width={space}
                height={BAR}
                rx={3}
                className={classes.track}
              />
              <g
                className={toneClass}
                data-tone={group.colour === null ? 'teal' : toneOf(group.colour)}
              >
                <rect
                  x={left}
                  y={barTop}
                  width={total > 0 ? Math.max(bar, 2) : 0}
                  height={BAR}
                  rx={3}
                  fill="var(--tone-solid)"
                  className={classes.part}
                />
              </g>
              <text x={left + bar + 8} y={barTop + 13.5} className={classes.strong}>
                {texts[place]}
              </text>
            </Mark>
          );
        })
      }
    </Drawing>
  );
}

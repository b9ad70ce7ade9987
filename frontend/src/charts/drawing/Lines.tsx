import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { toneClass } from '@/design';
import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { alongTime, cellOf, figuresOf, highest } from '../figures';
import { figureText, groupLabel } from '../group-label';
import classes from './drawing.module.css';
import { Drawing } from './Drawing';
import { type Point, labelStep, linePath, textWidth, ticks } from './geometry';
import { legendLayout } from './legend';
import { Legend } from './Legend';
import { Mark } from './Mark';
import { type Look, looksOf } from './patterns';
import type { ChartDrawingProps } from './types';

const HEIGHT = 200;
const FOOT = 26;
/** More points than this have no room for their figures. */
const MOST_FIGURES = 14;

/** How a line is dashed, and the shape of its points: lines differ also without colours. */
const DASHES = ['', '7 5', '2 5', '10 4 2 4', '12 6'];
const MARKERS: readonly ((point: Point) => ReactNode)[] = [
  ({ x, y }) => <circle cx={x} cy={y} r={4.5} className={classes.marker} />,
  ({ x, y }) => <rect x={x - 4.5} y={y - 4.5} width={9} height={9} className={classes.marker} />,
  ({ x, y }) => (
    <path d={`M${x} ${y - 6}L${x + 6} ${y + 5}H${x - 6}Z`} className={classes.marker} />
  ),
  ({ x, y }) => (
    <path
      d={`M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z`}
      className={classes.marker}
    />
  ),
];
const markerOf = (place: number) => MARKERS[place % MARKERS.length];

/** Lines along time. */
export function Lines({ chart, register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const figures = alongTime(figuresOf(data, chart), chart.measure === 'AVERAGE' ? null : 0);
  const words = { t, language };
  const names = figures.groups.map((group) => groupLabel(group, words));
  const lines = figures.series.map((one) => groupLabel(one, words));
  const isSplit = lines.length > 1;
  const looks: Look[] = looksOf(
    figures.series.map((one) => (isSplit ? one : { ...one, colour: 'teal' })),
  );
  const scale = ticks(highest(figures.values.flat()));
  const most = scale.at(-1) ?? 1;
  const legend = isSplit ? legendLayout(lines, width) : { height: 0 };
  const left = Math.max(...scale.map((tick) => textWidth(figureText(tick, language), 12))) + 10;
  const top = legend.height + 26;
  const right = width - 18;
  const bottom = top + HEIGHT;
  const count = figures.groups.length;
  const xOf = (place: number) =>
    count > 1 ? left + 14 + (place / (count - 1)) * (right - left - 14) : (left + right) / 2;
  const yOf = (value: number) => bottom - (Math.max(value, 0) / most) * HEIGHT;
  const step = labelStep(
    count,
    right - left,
    Math.max(0, ...names.map((name) => textWidth(name, 12))),
  );
  const pointsOf = (series: number) =>
    figures.values.map((row, place): Point | null => {
      const value = row[series] ?? null;
      return value === null ? null : { x: xOf(place), y: yOf(value) };
    });
  const hasFigures = !isSplit && count <= MOST_FIGURES;

  return (
    <Drawing label={label} width={width} height={bottom + FOOT}>
      {(patterns) => (
        <>
          {isSplit && (
            <Legend
              names={lines}
              looks={looks}
              width={width}
              patterns={patterns}
              swatch={(place) => (
                <g className={toneClass} data-tone={looks[place]?.tone}>
                  <path
                    d="M0 9H15"
                    className={classes.line}
                    strokeDasharray={DASHES[place % DASHES.length]}
                  />
                  {markerOf(place)?.({ x: 7.5, y: 9 })}
                </g>
              )}
            />
          )}
          <g aria-hidden>
            {scale.map((tick) => (
              <g key={tick}>
                <path d={`M${left} ${yOf(tick)}H${right + 8}`} className={classes.rule} />
                <text x={left - 8} y={yOf(tick) + 4} textAnchor="end" className={classes.dim}>
                  {figureText(tick, language)}
                </text>
              </g>
            ))}
            {names.map(
              (name, place) =>
                (count - 1 - place) % step === 0 && (
                  <text
                    key={figures.groups[place]?.key}
                    x={xOf(place)}
                    y={bottom + 18}
                    textAnchor={place === count - 1 && count > 1 ? 'end' : 'middle'}
                    dx={place === count - 1 && count > 1 ? 16 : 0}
                    className={classes.dim}
                  >
                    {name}
                  </text>
                ),
            )}
          </g>
          {figures.series.map((series, line) => (
            <g key={series.key} className={toneClass} data-tone={looks[line]?.tone}>
              <path
                d={linePath(pointsOf(line))}
                className={classes.line}
                strokeDasharray={DASHES[line % DASHES.length]}
              />
              {pointsOf(line).map((point, place) => {
                const group = figures.groups[place];
                if (!point || !group) return null;
                const value = figureText(figures.values[place]?.[line] ?? 0, language);
                const name = names[place] ?? '';
                return (
                  <Mark
                    key={group.key}
                    formKey={register.key}
                    search={toListSearch(cellOf(data, group.key, series.key)?.filter)}
                    label={
                      isSplit
                        ? t('part', { name, part: lines[line] ?? '', value })
                        : t('mark', { name, value })
                    }
                  >
                    <circle cx={point.x} cy={point.y} r={12} className={classes.hit} />
                    {markerOf(line)?.(point)}
                    {hasFigures && (
                      <text
                        x={point.x}
                        y={point.y - 10}
                        textAnchor="middle"
                        className={`${classes.strong} ${classes.halo}`}
                      >
                        {value}
                      </text>
                    )}
                  </Mark>
                );
              })}
            </g>
          ))}
        </>
      )}
    </Drawing>
  );
}

import { useTranslation } from 'react-i18next';

import { toneClass } from '@/design';
import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { figureText } from '../group-label';
import classes from './drawing.module.css';
import { Drawing, TextLines } from './Drawing';
import { textWidth, wrap } from './geometry';
import { Mark } from './Mark';
import { levelLook } from './patterns';
import type { ChartDrawingProps } from './types';

const WIDE = 420;
const GAP = 3;
const AXIS = 20;

/** Likelihood upwards, impact to the right: the gravest corner is top right. */
export function HeatMap({ register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const { groups: rows, series: columns } = data;
  const isWide = width >= WIDE;
  const widest = Math.max(0, ...rows.map(({ label: name }) => textWidth(name, 12)));
  const nameWidth = isWide ? Math.min(widest + 8, 130) : 16;
  const left = AXIS + nameWidth + 6;
  const cellWidth = (width - left) / Math.max(columns.length, 1);
  const cellHeight = isWide ? 46 : 42;
  const columnLines = columns.map((column) =>
    isWide ? wrap(column.label, cellWidth - 4, 12, 2) : [column.key],
  );
  const foot = Math.max(1, ...columnLines.map((lines) => lines.length)) * 15 + 26;
  const gridHeight = rows.length * cellHeight;
  const cellAt = (group: number, series: number) =>
    data.cells.find((cell) => cell.group === group && cell.series === series);
  const topOf = (row: number) => (rows.length - 1 - row) * cellHeight;

  return (
    <Drawing label={label} width={width} height={gridHeight + foot}>
      {(patterns) => (
        <>
          <g aria-hidden>
            <text
              transform={`translate(12 ${gridHeight / 2}) rotate(-90)`}
              textAnchor="middle"
              className={`${classes.dim} ${classes.strong}`}
            >
              {t('heat.likelihood')}
            </text>
            <text
              x={left + (width - left) / 2}
              y={gridHeight + foot - 6}
              textAnchor="middle"
              className={`${classes.dim} ${classes.strong}`}
            >
              {t('heat.impact')}
            </text>
            {rows.map((row, place) => {
              const lines = isWide ? wrap(row.label, nameWidth, 12, 2) : [row.key];
              return (
                <TextLines
                  key={row.key}
                  lines={lines}
                  lineHeight={15}
                  x={left - 8}
                  y={topOf(place) + cellHeight / 2 - ((lines.length - 1) * 15) / 2 + 4}
                  anchor="end"
                  className={classes.dim}
                />
              );
            })}
            {columns.map((column, place) => (
              <TextLines
                key={column.key}
                lines={columnLines[place] ?? []}
                lineHeight={15}
                x={left + (place + 0.5) * cellWidth}
                y={gridHeight + 16}
                anchor="middle"
                className={classes.dim}
              />
            ))}
          </g>
          {[...rows.entries()].reverse().map(([row, likelihood]) =>
            columns.map((impact, column) => {
              const cell = cellAt(row, column);
              const value = cell?.value ?? 0;
              const look = levelLook(cell?.colour ?? null);
              const x = left + column * cellWidth;
              const y = topOf(row);
              const box = {
                x: x + GAP / 2,
                y: y + GAP / 2,
                width: Math.max(cellWidth - GAP, 1),
                height: cellHeight - GAP,
                rx: 3,
              };
              const steps = { likelihood: Number(likelihood.key), impact: Number(impact.key) };
              const score = steps.likelihood * steps.impact;
              const shape = (
                <g className={toneClass} data-tone={look.tone}>
                  <rect
                    {...box}
                    className={`${classes.cell} ${classes.part}`}
                    data-filled={value > 0}
                  />
                  {look.pattern > 0 && (
                    <rect {...box} fill={`url(#${patterns}-${look.pattern})`} opacity={0.45} />
                  )}
                  <text
                    x={x + cellWidth - 7}
                    y={y + 14}
                    textAnchor="end"
                    className={classes.dim}
                    fontSize={10}
                    aria-hidden
                  >
                    {Number.isFinite(score) ? score : ''}
                  </text>
                  {value > 0 && (
                    <text
                      x={x + cellWidth / 2}
                      y={y + cellHeight / 2 + 6}
                      textAnchor="middle"
                      fontSize={16}
                      className={`${classes.strong} ${classes.halo}`}
                    >
                      {figureText(value, language)}
                    </text>
                  )}
                </g>
              );
              const key = `${likelihood.key}x${impact.key}`;
              // Twenty empty cells would only be in the way of those who listen.
              if (value === 0) {
                return (
                  <g key={key} aria-hidden>
                    {shape}
                  </g>
                );
              }
              return (
                <Mark
                  key={key}
                  formKey={register.key}
                  search={toListSearch(cell?.filter)}
                  label={t('heat.cell', {
                    count: value,
                    likelihood: likelihood.label,
                    impact: impact.label,
                    score,
                  })}
                >
                  {shape}
                </Mark>
              );
            }),
          )}
        </>
      )}
    </Drawing>
  );
}

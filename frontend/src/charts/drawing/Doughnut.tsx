import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';

import { toListSearch } from '../chart-links';
import { figuresOf, sharesOf } from '../figures';
import { figureText, groupLabel, shareText } from '../group-label';
import classes from './drawing.module.css';
import { Drawing, TextLines } from './Drawing';
import { slicePath, wrap } from './geometry';
import { Mark } from './Mark';
import { Part, looksOf } from './patterns';
import type { ChartDrawingProps } from './types';

/** More slices cannot be told apart. */
const MOST_SLICES = 8;
const WIDE = 340;

/** A ring of slices with the whole in its middle, and a legend with every figure. */
export function Doughnut({ chart, register, data, width, label }: ChartDrawingProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const shares = sharesOf(figuresOf(data, chart), MOST_SLICES);
  const looks = looksOf(shares.map(({ group }) => group ?? { key: '$other', colour: null }));
  const isWide = width >= WIDE;
  const size = isWide ? Math.min(200, width * 0.42) : Math.min(200, width);
  const legendX = isWide ? size + 24 : 0;
  const nameWidth = width - legendX - 22;
  const slices = shares.map(({ group, value, share, count }) => {
    const name = group ? groupLabel(group, { t, language }) : t('others', { count });
    const figure = `${figureText(value, language)} · ${shareText(share, language)}`;
    return { group, name, figure, lines: wrap(name, nameWidth, 13, 2) };
  });
  const rowHeights = slices.map(({ lines }) => lines.length * 16 + 22);
  const legendHeight = rowHeights.reduce((sum, height) => sum + height, 0);
  const legendTop = isWide ? Math.max(0, (size - legendHeight) / 2) : size + 16;
  const height = isWide ? Math.max(size, legendHeight) : legendTop + legendHeight;
  const ring = {
    centre: { x: isWide ? size / 2 : width / 2, y: isWide ? height / 2 : size / 2 },
    outer: size / 2 - 2,
    inner: size / 2 - 2 - size * 0.17,
  };
  const before = (place: number) =>
    shares.slice(0, place).reduce((sum, { share }) => sum + share, 0);

  return (
    <Drawing label={label} width={width} height={height}>
      {(patterns) => (
        <>
          <text
            x={ring.centre.x}
            y={ring.centre.y + 8}
            textAnchor="middle"
            className={classes.middle}
            aria-hidden
          >
            {figureText(data.total, language)}
          </text>
          {slices.map(({ group, name, figure, lines }, place) => {
            const look = looks[place];
            const from = before(place);
            const to = from + (shares[place]?.share ?? 0);
            const y = legendTop + rowHeights.slice(0, place).reduce((sum, one) => sum + one, 0);
            return (
              look && (
                <Mark
                  key={group?.key ?? '$other'}
                  formKey={register.key}
                  search={group ? toListSearch(group.filter) : null}
                  label={t('mark', { name, value: figure })}
                >
                  <Part
                    patterns={patterns}
                    look={look}
                    shape={(props) => <path {...props} d={slicePath(ring, from, to)} />}
                  />
                  <rect
                    x={legendX}
                    y={y}
                    width={width - legendX}
                    height={rowHeights[place]}
                    fill="transparent"
                  />
                  <Part
                    patterns={patterns}
                    look={look}
                    shape={(props) => (
                      <rect {...props} x={legendX} y={y + 2} width={13} height={13} rx={2} />
                    )}
                  />
                  <TextLines lines={lines} x={legendX + 20} y={y + 13} isLabel />
                  <text x={legendX + 20} y={y + 13 + lines.length * 16} className={classes.dim}>
                    {figure}
                  </text>
                </Mark>
              )
            );
          })}
        </>
      )}
    </Drawing>
  );
}

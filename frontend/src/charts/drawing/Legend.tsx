import type { ReactNode } from 'react';

import { TextLines } from './Drawing';
import { shorten } from './geometry';
import { legendLayout } from './legend';
import { type Look, Part } from './patterns';

interface LegendProps {
  names: readonly string[];
  looks: readonly Look[];
  width: number;
  patterns: string;
  /** In place of a patch of colour: a marker on its line. */
  swatch?: (place: number) => ReactNode;
}

/** Which look is which part. */
export function Legend({ names, looks, width, patterns, swatch }: LegendProps) {
  const { places } = legendLayout(names, width);
  return names.map((name, place) => {
    const { x = 0, y = 0 } = places[place] ?? {};
    const look = looks[place];
    return (
      <g key={place} transform={`translate(${x} ${y})`}>
        {swatch
          ? swatch(place)
          : look && (
              <Part
                patterns={patterns}
                look={look}
                shape={(props) => <rect {...props} y={2} width={13} height={13} rx={2} />}
              />
            )}
        <TextLines lines={[shorten(name, width - 20, 13)]} x={19} y={13} />
      </g>
    );
  });
}

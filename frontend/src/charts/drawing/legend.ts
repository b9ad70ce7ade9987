import { textWidth } from './geometry';

const SIZE = 13;
const SWATCH = 18;
const GAP = 16;
const LINE = 22;

export interface LegendPlace {
  x: number;
  y: number;
}

/** Where the entries of a legend stand, side by side as far as they fit, and how high it is. */
export function legendLayout(
  names: readonly string[],
  width: number,
): { places: LegendPlace[]; height: number } {
  let x = 0;
  let y = 0;
  const places = names.map((name) => {
    const wide = SWATCH + textWidth(name, SIZE) + GAP;
    if (x > 0 && x + wide > width) {
      x = 0;
      y += LINE;
    }
    const place = { x, y };
    x += wide;
    return place;
  });
  return { places, height: names.length === 0 ? 0 : y + LINE + 6 };
}

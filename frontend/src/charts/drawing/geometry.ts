/** Sizes in CSS pixels: a chart is drawn as wide as its place, so that letters keep their size. */

/** Letters that are much narrower or wider than most, as parts of the font size. */
const NARROW = new Set("ijl.,:;'’|!()[] ");
const WIDE = new Set('mwMWŒœ@%');

/** About how wide a text is; near enough to lay out a chart without measuring. */
export const textWidth = (text: string, size: number): number =>
  Array.from(text).reduce(
    (sum, letter) =>
      sum +
      size *
        (NARROW.has(letter) ? 0.29 : WIDE.has(letter) ? 0.88 : isCapital(letter) ? 0.68 : 0.565),
    0,
  );

const isCapital = (letter: string) => letter >= 'A' && letter <= 'Z';

/** A text in lines of at most a width; what does not fit in `most` lines ends in an ellipsis. */
export function wrap(text: string, width: number, size: number, most = 2): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter(Boolean);
  for (const word of words.flatMap((one) => broken(one, width, size))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  const kept = lines.slice(0, most);
  if (lines.length > most) {
    const last = kept.pop() ?? '';
    kept.push(`${last} …`);
  }
  return kept.map((one) => shorten(one, width, size));
}

/** Fewer letters than this do not stand alone on a line. */
const FEWEST = 3;

/** A word that is wider than a line in two, with a hyphen. */
function broken(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width || word.length < 2 * FEWEST) return [word];
  let first = word.length - FEWEST;
  while (first > FEWEST && textWidth(`${word.slice(0, first)}-`, size) > width) first -= 1;
  return [`${word.slice(0, first)}-`, word.slice(first)];
}

/** As much of a line as fits. */
export function shorten(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text.replace(/ …$/, '');
  while (kept.length > 1 && textWidth(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** Round figures from zero up to at least the highest: `[0, 5, 10]`. */
export function ticks(most: number, about = 4): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  // Half a record cannot be counted.
  const step = Number.isInteger(most) ? Math.max(1, factor * power) : factor * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, place) => Number((place * step).toFixed(10)));
}

export interface Point {
  x: number;
  y: number;
}

/** A point on a circle; 0 is at the top, 1 once around. */
const onCircle = (centre: Point, radius: number, turn: number): Point => ({
  x: centre.x + radius * Math.sin(turn * 2 * Math.PI),
  y: centre.y - radius * Math.cos(turn * 2 * Math.PI),
});

const at = ({ x, y }: Point) => `${x.toFixed(2)} ${y.toFixed(2)}`;

export interface Ring {
  centre: Point;
  inner: number;
  outer: number;
}

/** The outline of a slice of a ring, from one part of the turn to another. */
export function slicePath({ centre, inner, outer }: Ring, from: number, to: number): string {
  // A full turn begins where it ends, which an arc cannot draw.
  const end = Math.min(to, from + 0.99999);
  const isLarge = end - from > 0.5 ? 1 : 0;
  return [
    `M ${at(onCircle(centre, outer, from))}`,
    `A ${outer} ${outer} 0 ${isLarge} 1 ${at(onCircle(centre, outer, end))}`,
    `L ${at(onCircle(centre, inner, end))}`,
    `A ${inner} ${inner} 0 ${isLarge} 0 ${at(onCircle(centre, inner, from))}`,
    'Z',
  ].join(' ');
}

/** A line through points, broken where there is none. */
export function linePath(points: readonly (Point | null)[]): string {
  let isDown = false;
  return points
    .map((point) => {
      if (!point) {
        isDown = false;
        return '';
      }
      const step = `${isDown ? 'L' : 'M'} ${at(point)}`;
      isDown = true;
      return step;
    })
    .filter(Boolean)
    .join(' ');
}

/** Every how many labels one is written, so that they do not run into each other. */
export const labelStep = (count: number, space: number, widest: number): number =>
  Math.max(1, Math.ceil((count * (widest + 12)) / Math.max(space, 1)));

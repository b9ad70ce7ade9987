import type { ReactNode } from 'react';

import { type Tone, toneClass, toneOf } from '@/design';

import classes from './drawing.module.css';

/** Shapes laid over a colour, so that parts differ also for those who do not see colours. */
const PATTERNS: readonly ReactNode[] = [
  null,
  <path key="up" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />,
  <circle key="dots" cx="4" cy="4" r="1.4" data-filled />,
  <path key="down" d="M-2 6L2 10M0 0L8 8M6 -2L10 2" />,
  <path key="level" d="M0 4H8" />,
  <path key="cross" d="M0 0L8 8M8 0L0 8" />,
  <path key="upright" d="M4 0V8" />,
  <path key="grid" d="M0 4H8M4 0V8" />,
];

/** Colours for parts that have none of their own, far from each other in turn. */
const TURN: readonly Tone[] = ['teal', 'orange', 'blue', 'grape', 'yellow', 'green', 'red', 'gray'];

/** How a part looks: a colour and a shape. */
export interface Look {
  tone: Tone;
  pattern: number;
}

/** What is no answer but stands for all that is put together: `$empty`, `$other`. */
const isRest = (key: string) => key.startsWith('$') && key !== '$all';

/** The looks of parts in order; two parts of one colour always differ in shape. */
export const looksOf = (parts: readonly { key: string; colour: string | null }[]): Look[] =>
  parts.map(({ key, colour }, place) => ({
    tone:
      colour !== null
        ? toneOf(colour)
        : isRest(key)
          ? 'gray'
          : (TURN[place % TURN.length] ?? 'gray'),
    pattern: place % PATTERNS.length,
  }));

/** The look of a level in a heat map: the graver, the denser. */
export function levelLook(colour: string | null): Look {
  const tone = toneOf(colour);
  const DENSITY: Partial<Record<Tone, number>> = { red: 5, orange: 1, yellow: 2 };
  return { tone, pattern: DENSITY[tone] ?? 0 };
}

/** The shapes as SVG patterns; `id` sets apart those of one drawing. */
export function PatternDefs({ id }: { id: string }) {
  return (
    <defs>
      {PATTERNS.map((shape, place) => (
        <pattern
          key={place}
          id={`${id}-${place}`}
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          className={classes.shape}
        >
          {shape}
        </pattern>
      ))}
    </defs>
  );
}

interface PartProps {
  /** Id of the drawing's patterns. */
  patterns: string;
  look: Look;
  /** Draws the outline twice: once for the colour, once for the shape. */
  shape: (props: { fill: string; className?: string | undefined }) => ReactNode;
}

/** An area in its colour with its shape over it. */
export function Part({ patterns, look, shape }: PartProps) {
  return (
    <g className={toneClass} data-tone={look.tone}>
      {shape({ fill: 'var(--tone-solid)', className: classes.part })}
      {look.pattern > 0 && shape({ fill: `url(#${patterns}-${look.pattern})` })}
    </g>
  );
}

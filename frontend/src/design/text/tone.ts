import classes from './tone.module.css';

/** Colours the server names; anything else counts as grey. */
export const TONES = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'grape'] as const;

export type Tone = (typeof TONES)[number];

export function toneOf(colour: string | null | undefined): Tone {
  return TONES.find((tone) => tone === colour) ?? 'gray';
}

/** Sets `--tone-solid`, `--tone-ground` and `--tone-text` for the element's `data-tone`. */
export const toneClass = classes.tone ?? '';

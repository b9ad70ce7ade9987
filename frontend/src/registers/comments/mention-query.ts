/** What is being typed after an @. */
export interface MentionQuery {
  /** How many characters before the cursor the @ stands. */
  length: number;
  /** The beginning of a name. */
  words: string;
}

/** A name has up to three words; the @ of a mail address names nobody. */
const BEING_TYPED = /(?:^|[\s(])@((?:[\p{L}\p{N}][\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*){0,2})?)$/u;

/** The name that is being typed at the end of a text; null when there is none. */
export function mentionAtEnd(text: string): MentionQuery | null {
  const words = BEING_TYPED.exec(text)?.[1];
  return words === undefined ? null : { length: words.length + 1, words };
}

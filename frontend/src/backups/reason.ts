/** Characters of a reason, as the server counts them. */
export const MOST_REASON = 500;

/** One line: the server takes no line breaks. */
export const oneLine = (reason: string): string => reason.replace(/\s+/g, ' ').trim();

/** Whether the server would take it. */
export function isReason(reason: string): boolean {
  // Characters as the server counts them: an emoji of one code point is one.
  const length = Array.from(oneLine(reason)).length;
  return length > 0 && length <= MOST_REASON;
}

/** Four groups of four, however it was typed: without the hyphens, in small letters, with spaces. */
export function tidyRecoveryCode(text: string): string {
  const characters = text.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return characters.match(/.{1,4}/g)?.join('-') ?? '';
}

export interface RecoverySheet {
  /** "Herstelcodes voor Waarborg". */
  title: string;
  /** For which account, made when, how to use them: one line each. */
  facts: readonly string[];
  codes: readonly string[];
}

/** The codes as a text to keep. */
export function recoverySheetText({ title, facts, codes }: RecoverySheet): string {
  const numbered = codes.map((code, index) => `${String(index + 1).padStart(2)}.  ${code}`);
  // Line ends that Windows Notepad of any age shows as such.
  return [title, '', ...facts, '', ...numbered, ''].join('\r\n');
}

export interface RecordCode {
  prefix: string;
  number: number;
}

/** Reads `RIS-0012`, `ris 12` or `RIS12`; null for anything else. */
export function parseRecordCode(text: string): RecordCode | null {
  const match = /^\s*([a-z]{2,5})[\s-]*0*([1-9]\d{0,8})\s*$/i.exec(text);
  const [, prefix, digits] = match ?? [];
  return prefix && digits ? { prefix: prefix.toUpperCase(), number: Number(digits) } : null;
}

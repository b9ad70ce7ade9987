const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux|X11/],
] as const;

/** "Chrome, Windows": a first name for a passkey, to be changed at will. Empty when nothing is known. */
export function deviceName(userAgent: string): string {
  const known = [BROWSERS, SYSTEMS].map(
    (list) => list.find(([, pattern]) => pattern.test(userAgent))?.[0],
  );
  return known.filter((name) => name !== undefined).join(', ');
}

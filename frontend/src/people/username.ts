/** Letters with marks become plain ones: names are typed on any keyboard. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** `Anneke de Vries` is `anneke.devries`: a suggestion that can be changed. */
export function suggestUsername(displayName: string): string {
  const [first = '', ...rest] = displayName.trim().split(/\s+/);
  return [plain(first), plain(rest.join(''))].filter(Boolean).join('.');
}

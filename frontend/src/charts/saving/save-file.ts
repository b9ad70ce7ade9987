/** Has the browser save something that was made here. */
export function saveFile(fileName: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Not at once: some browsers begin to read a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}

/** What a reply holds as base64. */
export function fromBase64(base64: string, mediaType: string): Blob {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: mediaType });
}

/** A name for a file that every system takes. */
export const fileNameOf = (title: string, ending: string): string => {
  const name = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/\p{M}/gu, '')
    .replace(/^-+|-+$/g, '')
    .toLocaleLowerCase();
  return `${name || 'grafiek'}.${ending}`;
};

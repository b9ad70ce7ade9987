export type TextPart = { kind: 'text'; text: string } | { kind: 'link'; href: string };

/** A mail's text in parts, so that its addresses can be followed. */
export function textParts(text: string): TextPart[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .filter((part) => part !== '')
    .map((part) =>
      /^https?:\/\//.test(part) ? { kind: 'link', href: part } : { kind: 'text', text: part },
    );
}

/** A mail's page for a frame: its links open in the window around it. */
export function framedHtml(html: string): string {
  const base = '<base target="_top">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + html;
}

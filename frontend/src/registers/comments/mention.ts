import { Node } from '@tiptap/react';

/** A colleague named in a text: one thing, which is taken out as a whole. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes: () => ({
    id: { parseHTML: (element: HTMLElement) => element.getAttribute('data-mention') },
    label: {
      parseHTML: (element: HTMLElement) => element.textContent.replace(/^@/, ''),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-mention': String(node.attrs.id) },
    `@${String(node.attrs.label)}`,
  ],
  renderText: ({ node }) => `@${String(node.attrs.label)}`,
});

import type { Language } from '@/i18n';
import { isBlank, textOf } from '@/localized/local-text';

import type { DraftOption } from './form-draft';
import { newOption } from './new-parts';

/** Adds an option below another. */
export function addOption(
  options: readonly DraftOption[],
  afterId: string | null,
): { options: DraftOption[]; added: DraftOption } {
  const place = options.findIndex((option) => option.id === afterId);
  const added = newOption();
  return { options: options.toSpliced(place < 0 ? options.length : place + 1, 0, added), added };
}

export function moveOption(options: readonly DraftOption[], id: string, by: 1 | -1): DraftOption[] {
  const from = options.findIndex((option) => option.id === id);
  const option = options[from];
  const to = from + by;
  if (!option || to < 0 || to >= options.length) return [...options];
  return options.toSpliced(from, 1).toSpliced(to, 0, option);
}

/** Lines that were pasted: each becomes an option, the first in the place of an empty one. */
export function pasteOptions(
  options: readonly DraftOption[],
  at: { id: string; text: string; language: Language },
): DraftOption[] {
  const lines = at.text
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s•*–-]+/, '').trim())
    .filter(Boolean);
  const place = options.findIndex((option) => option.id === at.id);
  const made = lines.map((line) => ({ ...newOption(), label: textOf(line, at.language) }));
  const current = options[place];
  const isReplaced = current?.key === '' && isBlank(current.label);
  return options.toSpliced(isReplaced ? place : place + 1, isReplaced ? 1 : 0, ...made);
}

import type { Announcements } from '@dnd-kit/core';
import type { TFunction } from 'i18next';

import { type FormDraft } from '../draft/form-draft';
import { type PaletteItem, PALETTE } from '../draft/kinds';
import { groupEntryId } from '../draft/entries';
import { type LocalText, textIn } from '@/localized/local-text';
import type { Language } from '@/i18n';

/** Before the name of a kind that is dragged from the palette. */
export const PALETTE_DRAG = 'palette:';

/** The kind that is dragged from the palette; null when a field is. */
export function draggedItem(id: string | number): PaletteItem | null {
  const name = String(id);
  if (!name.startsWith(PALETTE_DRAG)) return null;
  const items = PALETTE.flatMap((part) => part.items);
  return items.find((item) => item === name.slice(PALETTE_DRAG.length)) ?? null;
}

/** What is told to those who hear what is dragged. */
export function announcementsOf(
  draft: FormDraft,
  { t, language }: { t: TFunction<'forms'>; language: Language },
): Announcements {
  const nameOf = (text: LocalText) => textIn(text, language) || t('nameless');
  const name = (id: string | number) => {
    const item = draggedItem(id);
    if (item) return t(`kind.${item}`);
    const field = draft.fields.find((other) => other.id === id);
    if (field) return nameOf(field.label);
    const group = draft.groups.find((other) => groupEntryId(other.key) === id);
    return group ? nameOf(group.label) : '';
  };
  return {
    onDragStart: ({ active }) => t('drag.start', { name: name(active.id) }),
    onDragOver: ({ active, over }) =>
      over
        ? t('drag.over', { name: name(active.id), place: name(over.id) })
        : t('drag.nowhere', { name: name(active.id) }),
    onDragEnd: ({ active, over }) =>
      over
        ? t('drag.end', { name: name(active.id), place: name(over.id) })
        : t('drag.cancel', { name: name(active.id) }),
    onDragCancel: ({ active }) => t('drag.cancel', { name: name(active.id) }),
  };
}

import {
  IconAbc,
  IconAlignLeft,
  IconCalendar,
  IconCalendarClock,
  IconChecklist,
  IconCircleDot,
  IconForms,
  IconGridDots,
  IconHash,
  IconHourglass,
  IconLink,
  IconListNumbers,
  IconListSearch,
  IconMathFunction,
  IconPalette,
  IconPaperclip,
  IconReplace,
  IconSelector,
  IconUser,
  IconUsersGroup,
  IconWorld,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

import type { FieldKind } from '@/graphql';

import type { DraftField } from './form-draft';

/** Something to choose from the palette: a kind, or a kind with something set. */
export type PaletteItem = FieldKind | 'LONG_TEXT';

interface KindInfo {
  Icon: ComponentType<{ size?: number }>;
  /** An answer can be compulsory. */
  takesRequired?: true;
  takesMultiple?: true;
  /** No two records may hold the same. */
  takesUnique?: true;
  /** What a new record may begin with, besides a value. */
  defaults?: readonly ('TODAY' | 'ME' | 'VALUE')[];
}

export const KINDS: Record<FieldKind, KindInfo> = {
  TEXT: { Icon: IconAbc, takesRequired: true, takesUnique: true, defaults: ['VALUE'] },
  RICH_TEXT: { Icon: IconAlignLeft, takesRequired: true, defaults: ['VALUE'] },
  NUMBER: { Icon: IconHash, takesRequired: true, takesUnique: true, defaults: ['VALUE'] },
  DATE: { Icon: IconCalendar, takesRequired: true, defaults: ['TODAY', 'VALUE'] },
  DATE_TIME: { Icon: IconCalendarClock, takesRequired: true, defaults: ['TODAY'] },
  YES_NO_NA: { Icon: IconCircleDot, takesRequired: true, defaults: ['VALUE'] },
  CHOICE: { Icon: IconSelector, takesRequired: true, takesMultiple: true, defaults: ['VALUE'] },
  CHECKLIST: { Icon: IconChecklist, takesRequired: true },
  DYNAMIC_CHOICE: { Icon: IconListSearch, takesRequired: true, takesMultiple: true },
  COUNTRY: { Icon: IconWorld, takesRequired: true, takesMultiple: true, defaults: ['VALUE'] },
  COLOUR: { Icon: IconPalette, takesRequired: true, defaults: ['VALUE'] },
  USER: { Icon: IconUser, takesRequired: true, takesMultiple: true, defaults: ['ME', 'VALUE'] },
  GROUP: { Icon: IconUsersGroup, takesRequired: true, takesMultiple: true, defaults: ['VALUE'] },
  REFERENCE: { Icon: IconReplace, takesRequired: true, takesMultiple: true },
  FILE: { Icon: IconPaperclip, takesRequired: true, takesMultiple: true },
  WEB_LINK: { Icon: IconLink, takesRequired: true, takesMultiple: true },
  LIKELIHOOD_IMPACT: { Icon: IconGridDots, takesRequired: true },
  COMPUTED: { Icon: IconMathFunction },
  DEADLINE: { Icon: IconHourglass },
  AUTO_NUMBER: { Icon: IconListNumbers },
};

export const PALETTE: readonly { group: PaletteGroup; items: readonly PaletteItem[] }[] = [
  {
    group: 'basic',
    items: ['TEXT', 'LONG_TEXT', 'RICH_TEXT', 'NUMBER', 'DATE', 'DATE_TIME', 'YES_NO_NA'],
  },
  { group: 'choice', items: ['CHOICE', 'CHECKLIST', 'DYNAMIC_CHOICE', 'COUNTRY', 'COLOUR'] },
  { group: 'link', items: ['USER', 'GROUP', 'REFERENCE', 'FILE', 'WEB_LINK'] },
  { group: 'derived', items: ['LIKELIHOOD_IMPACT', 'COMPUTED', 'DEADLINE', 'AUTO_NUMBER'] },
];
export type PaletteGroup = 'basic' | 'choice' | 'link' | 'derived';

/** Drawn before the name of a kind. */
export const KIND_ICONS = {
  ...(Object.fromEntries(Object.entries(KINDS).map(([kind, { Icon }]) => [kind, Icon])) as Record<
    FieldKind,
    KindInfo['Icon']
  >),
  LONG_TEXT: IconForms,
} satisfies Record<PaletteItem, unknown>;

/** What a field is called in the palette. */
export const paletteItemOf = (field: Pick<DraftField, 'kind' | 'isMultiline'>): PaletteItem =>
  field.kind === 'TEXT' && field.isMultiline ? 'LONG_TEXT' : field.kind;

/** What choosing from the palette sets. */
export const presetOf = (item: PaletteItem): Pick<DraftField, 'kind' | 'isMultiline'> =>
  item === 'LONG_TEXT' ? { kind: 'TEXT', isMultiline: true } : { kind: item, isMultiline: false };

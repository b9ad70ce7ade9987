import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { DraftField } from '../draft/form-draft';
import { KIND_ICONS, PALETTE, paletteItemOf } from '../draft/kinds';
import { changeKind } from '../draft/new-parts';
import { useDesignActions, useErrorAt } from '../useDesigner';

/** Another kind of field; one that came with a pack stays what it is. */
export function KindChoice({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { change } = useDesignActions();
  const errorAt = useErrorAt();
  const item = paletteItemOf(field);
  const Icon = KIND_ICONS[item];
  return (
    <Select
      label={t('properties.kind')}
      description={t(field.isBase ? 'properties.kindLocked' : `kindHelp.${item}`)}
      disabled={field.isBase}
      leftSection={<Icon size={16} />}
      data={PALETTE.map(({ group, items }) => ({
        group: t(`palette.group.${group}`),
        items: items.map((other) => ({ value: other, label: t(`kind.${other}`) })),
      }))}
      value={item}
      allowDeselect={false}
      searchable
      error={errorAt(`field/${field.id}/kind`)}
      onChange={(chosen) => {
        const other = PALETTE.flatMap(({ items }) => items).find((one) => one === chosen);
        if (!other || other === item) return;
        change((draft) => ({
          ...draft,
          fields: draft.fields.map((one) => (one.id === field.id ? changeKind(one, other) : one)),
        }));
      }}
    />
  );
}

import { Text, UnstyledButton } from '@mantine/core';
import { useDraggable } from '@dnd-kit/core';
import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';

import { PALETTE, type PaletteItem, KIND_ICONS } from '../draft/kinds';
import { useDesignActions } from '../useDesigner';
import classes from './canvas.module.css';
import { PALETTE_DRAG } from './drag';

interface PaletteProps {
  /** A field was added. */
  onAdd?: () => void;
}

/** The kinds of field: click one to add it below the chosen field, or drag it to its place. */
export const Palette = memo(function Palette({ onAdd }: PaletteProps) {
  const { t } = useTranslation('forms');
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.palette}>
      <Text component="h2" id={id} fz="sm" fw={600} mb={4}>
        {t('palette.title')}
      </Text>
      {PALETTE.map(({ group, items }) => (
        <div key={group}>
          <Text fz="xs" c="dimmed" fw={500} mt="xs" mb={2}>
            {t(`palette.group.${group}`)}
          </Text>
          <ul className={classes.kinds}>
            {items.map((item) => (
              <li key={item}>
                <PaletteButton item={item} onAdd={onAdd} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
});

function PaletteButton({ item, onAdd }: PaletteProps & { item: PaletteItem }) {
  const { t } = useTranslation('forms');
  const { addField } = useDesignActions();
  const Icon = KIND_ICONS[item];
  // The mouse may drag; the keyboard adds with Enter and moves the field itself.
  const { setNodeRef, listeners, isDragging } = useDraggable({
    id: `${PALETTE_DRAG}${item}`,
    data: { item },
    // In the dialog of a narrow screen there is nowhere to drag to.
    disabled: onAdd !== undefined,
  });
  return (
    <UnstyledButton
      ref={setNodeRef}
      className={classes.kind}
      data-dragging={isDragging}
      title={t(`kindHelp.${item}`)}
      onPointerDown={listeners?.onPointerDown as React.PointerEventHandler | undefined}
      onClick={() => {
        addField(item);
        onAdd?.();
      }}
    >
      <Icon size={18} />
      {t(`kind.${item}`)}
    </UnstyledButton>
  );
}

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';

import { moveEntry } from '../draft/entries';
import { KIND_ICONS, paletteItemOf } from '../draft/kinds';
import { useDesign } from '../useDesigner';
import classes from './canvas.module.css';
import { announcementsOf, draggedItem } from './drag';

// The same objects at every render: else all fields would be drawn anew at every letter.
/** A few pixels: a click is no drag. */
const POINTER = { activationConstraint: { distance: 6 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

/** Where fields are dragged, from the palette or within the form; also with the keyboard. */
export function DesignArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation('forms');
  const { draft, actions, language } = useDesign();
  const [activeId, setActiveId] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, POINTER),
    useSensor(KeyboardSensor, KEYBOARD),
  );

  const end = ({ active, over }: DragEndEvent) => {
    setActiveId(null);
    if (!over || active.id === over.id) return;
    const item = draggedItem(active.id);
    if (item) actions.dropField(item, String(over.id));
    else actions.change((current) => moveEntry(current, String(active.id), String(over.id)));
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements: announcementsOf(draft, { t, language }),
        screenReaderInstructions: { draggable: t('drag.instructions') },
      }}
      onDragStart={({ active }: DragStartEvent) => {
        setActiveId(String(active.id));
      }}
      onDragEnd={end}
      onDragCancel={() => {
        setActiveId(null);
      }}
    >
      {children}
      <DragOverlay dropAnimation={null}>{activeId && <Ghost id={activeId} />}</DragOverlay>
    </DndContext>
  );
}

/** What hangs at the pointer. */
function Ghost({ id }: { id: string }) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const field = draft.fields.find((other) => other.id === id);
  const item = draggedItem(id) ?? (field ? paletteItemOf(field) : null);
  if (!item) return null;
  const Icon = KIND_ICONS[item];
  return (
    <div className={classes.ghost}>
      <Icon size={18} />
      {field ? textIn(field.label, language) || t('nameless') : t(`kind.${item}`)}
    </div>
  );
}

import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  SortableContext,
  rectSortingStrategy,
  sortableKeyboardCoordinates,
} from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';

import { type DraftCard, moveCard, shiftCard } from './board-draft';
import classes from './boards.module.css';
import { EditCard } from './EditCard';

/** A few pixels: a click is no drag. */
const POINTER = { activationConstraint: { distance: 6 } };
const KEYBOARD = { coordinateGetter: sortableKeyboardCoordinates };

interface EditAreaProps {
  cards: readonly DraftCard[];
  onChange: (cards: DraftCard[]) => void;
  /** What is wrong with a card, by its place. */
  errorOf: (place: number) => string | undefined;
  onEdit: (card: DraftCard) => void;
  onRemove: (card: DraftCard) => void;
}

/** The charts of a dashboard, in an order one drags them into; also with the keyboard. */
export function EditArea({ cards, onChange, errorOf, onEdit, onRemove }: EditAreaProps) {
  const { t } = useTranslation('dashboard');
  const sensors = useSensors(
    useSensor(PointerSensor, POINTER),
    useSensor(KeyboardSensor, KEYBOARD),
  );
  const end = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) {
      onChange(moveCard(cards, String(active.id), String(over.id)));
    }
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements: useAnnouncements(cards),
        screenReaderInstructions: { draggable: t('drag.instructions') },
      }}
      onDragEnd={end}
    >
      <SortableContext items={cards.map(({ id }) => id)} strategy={rectSortingStrategy}>
        <ul className={classes.grid} aria-label={t('board.cards')}>
          {cards.map((card, place) => (
            <EditCard
              key={card.id}
              card={card}
              isFirst={place === 0}
              isLast={place === cards.length - 1}
              error={errorOf(place)}
              onWidth={(width) => {
                onChange(cards.with(place, { ...card, width }));
              }}
              onShift={(by) => {
                onChange(shiftCard(cards, card.id, by));
              }}
              onEdit={() => {
                onEdit(card);
              }}
              onRemove={() => {
                onRemove(card);
              }}
            />
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

/** What is told to those who hear what is dragged. */
function useAnnouncements(cards: readonly DraftCard[]): Announcements {
  const { t } = useTranslation('dashboard');
  const name = (id: string | number) => cards.find((card) => card.id === id)?.chart.title ?? '';
  const placeOf = (id: string | number) => cards.findIndex((card) => card.id === id) + 1;
  const where = { total: cards.length };
  return {
    onDragStart: ({ active }) => t('drag.start', { name: name(active.id) }),
    onDragOver: ({ active, over }) =>
      over
        ? t('drag.over', { ...where, name: name(active.id), place: placeOf(over.id) })
        : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? t('drag.end', { ...where, name: name(active.id), place: placeOf(over.id) })
        : t('drag.cancel', { name: name(active.id) }),
    onDragCancel: ({ active }) => t('drag.cancel', { name: name(active.id) }),
  };
}

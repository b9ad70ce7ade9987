import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, SegmentedControl, Text, Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowDown,
  IconArrowUp,
  IconEdit,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { ChartPreview } from '@/charts/compose/ChartPreview';

import { type DraftCard, MOST_COLUMNS } from './board-draft';
import classes from './boards.module.css';

const WIDTHS = Array.from({ length: MOST_COLUMNS }, (_, place) => String(place + 1));

interface EditCardProps {
  card: DraftCard;
  isFirst: boolean;
  isLast: boolean;
  error: string | undefined;
  onWidth: (width: number) => void;
  onShift: (by: 1 | -1) => void;
  onEdit: () => void;
  onRemove: () => void;
}

/** A chart while its dashboard is arranged: dragged by its grip, or moved with its buttons. */
export function EditCard(props: EditCardProps) {
  const { card, isFirst, isLast, error, onWidth, onShift, onEdit, onRemove } = props;
  const { t } = useTranslation('dashboard');
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: card.id,
    attributes: { roleDescription: t('card.role') },
  });
  const name = card.chart.title;
  return (
    <li
      ref={setNodeRef}
      className={classes.place}
      data-width={card.width}
      data-dragging={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={classes.editCard} data-wrong={error !== undefined}>
        <div className={classes.editHead}>
          <button
            type="button"
            className={classes.grip}
            {...attributes}
            {...listeners}
            aria-label={t('card.drag', { name })}
          >
            <IconGripVertical size={18} aria-hidden />
          </button>
          <div className={classes.editWords}>
            <Text fw={600} component="h2" fz="md" m={0}>
              {name}
            </Text>
            <Text fz="sm" c="dimmed">
              {card.register.name}
            </Text>
          </div>
        </div>
        <div className={classes.tools}>
          <SegmentedControl
            size="xs"
            aria-label={t('card.width', { name })}
            value={String(card.width)}
            onChange={(width) => {
              onWidth(Number(width));
            }}
            data={WIDTHS.map((width) => ({ value: width, label: width }))}
          />
          <Tool
            label={t('card.up', { name })}
            isOff={isFirst}
            onClick={() => {
              onShift(-1);
            }}
          >
            <IconArrowUp size={16} aria-hidden />
          </Tool>
          <Tool
            label={t('card.down', { name })}
            isOff={isLast}
            onClick={() => {
              onShift(1);
            }}
          >
            <IconArrowDown size={16} aria-hidden />
          </Tool>
          <Tool label={t('card.edit', { name })} onClick={onEdit}>
            <IconEdit size={16} aria-hidden />
          </Tool>
          <Tool label={t('card.remove', { name })} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </Tool>
        </div>
        {error && (
          <Text c="var(--mantine-color-error)" fz="sm" role="alert">
            <IconAlertCircle size={14} aria-hidden /> {error}
          </Text>
        )}
        <div className={classes.preview} inert>
          <ChartPreview chart={card.chart} register={card.register} />
        </div>
      </div>
    </li>
  );
}

interface ToolProps {
  label: string;
  isOff?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, isOff = false, onClick, children }: ToolProps) {
  return (
    <Tooltip withinPortal={false} label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        disabled={isOff}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

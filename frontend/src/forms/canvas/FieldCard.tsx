import { Text, UnstyledButton } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconAlertCircle, IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';

import type { DraftField } from '../draft/form-draft';
import { KIND_ICONS, paletteItemOf } from '../draft/kinds';
import { useDesign } from '../useDesigner';
import classes from './canvas.module.css';
import { CardButtons } from './CardButtons';
import { FieldBadges } from './FieldBadges';
import { FieldSketch } from './FieldSketch';
import { LabelInput } from './LabelInput';

interface FieldCardProps {
  field: DraftField;
  isFirst: boolean;
  isLast: boolean;
}

/** One field of the form: click it to name it and to set it up, drag it by its grip. */
export function FieldCard({ field, isFirst, isLast }: FieldCardProps) {
  const { t } = useTranslation('forms');
  const { selectedId, select, errorOfField, language } = useDesign();
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: field.id,
    attributes: { roleDescription: t('drag.role') },
  });
  const item = paletteItemOf(field);
  const Icon = KIND_ICONS[item];
  const name = textIn(field.label, language);
  const isSelected = selectedId === field.id;
  const error = errorOfField(field.id);
  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-selected={isSelected}
      data-hidden={field.isHidden}
      data-dragging={isDragging}
      data-wrong={error !== undefined}
      data-design-field={field.key || field.id}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <button
        type="button"
        className={classes.grip}
        {...attributes}
        {...listeners}
        aria-label={t('card.drag', { name: name || t('nameless') })}
      >
        <IconGripVertical size={18} aria-hidden />
      </button>
      <div className={classes.body}>
        <div className={classes.head}>
          <span className={classes.kindIcon} title={t(`kind.${item}`)}>
            <Icon size={16} />
          </span>
          {isSelected ? (
            <LabelInput field={field} />
          ) : (
            <UnstyledButton
              className={classes.label}
              data-nameless={name === ''}
              onClick={() => {
                select(field.id);
              }}
            >
              {name || t('nameless')}
            </UnstyledButton>
          )}
          <FieldBadges field={field} />
        </div>
        <FieldSketch field={field} />
        {error && (
          <Text className={classes.error} fz="xs">
            <IconAlertCircle size={14} aria-hidden /> {error}
          </Text>
        )}
      </div>
      <CardButtons field={field} name={name || t('nameless')} isFirst={isFirst} isLast={isLast} />
    </li>
  );
}

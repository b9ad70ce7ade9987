import { Text, UnstyledButton } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconAlertCircle, IconGripVertical } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Language } from '@/i18n';
import { textIn } from '@/localized/local-text';

import type { DraftField } from '../draft/form-draft';
import { KIND_ICONS, paletteItemOf } from '../draft/kinds';
import { useDesignActions } from '../useDesigner';
import classes from './canvas.module.css';
import { CardButtons } from './CardButtons';
import { FieldBadges } from './FieldBadges';
import { FieldSketch } from './FieldSketch';
import { LabelInput } from './LabelInput';

interface FieldCardProps {
  field: DraftField;
  isFirst: boolean;
  isLast: boolean;
  /** It names the records. */
  isTitle: boolean;
  isSelected: boolean;
  /** Rises when the cursor is to go to the field's name. */
  focusCount: number;
  language: Language;
  error: string | undefined;
  isNameWrong: boolean;
}

/**
 * One field of the form: click it to name it and to set it up, drag it by its grip. Drawn anew only
 * when something of it changes.
 */
export const FieldCard = memo(function FieldCard(props: FieldCardProps) {
  const { field, isFirst, isLast, isTitle, isSelected, language, error } = props;
  const { t } = useTranslation('forms');
  const { select } = useDesignActions();
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: field.id,
    attributes: { roleDescription: t('drag.role') },
  });
  const item = paletteItemOf(field);
  const Icon = KIND_ICONS[item];
  const name = textIn(field.label, language);
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
            <LabelInput field={field} focusCount={props.focusCount} isWrong={props.isNameWrong} />
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
          <FieldBadges field={field} isTitle={isTitle} />
        </div>
        <FieldSketch field={field} language={language} />
        {error && (
          <Text className={classes.error} fz="xs">
            <IconAlertCircle size={14} aria-hidden /> {error}
          </Text>
        )}
      </div>
      <CardButtons field={field} name={name || t('nameless')} isFirst={isFirst} isLast={isLast} />
    </li>
  );
});

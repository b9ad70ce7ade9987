import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconSettings, IconTrash } from '@tabler/icons-react';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';

import { shiftField } from '../draft/entries';
import type { DraftField } from '../draft/form-draft';
import { SettingsContext, useDesignActions } from '../useDesigner';
import classes from './canvas.module.css';

interface CardButtonsProps {
  field: DraftField;
  name: string;
  isFirst: boolean;
  isLast: boolean;
}

/** What can be done with a field without dragging. */
export function CardButtons({ field, name, isFirst, isLast }: CardButtonsProps) {
  const { t } = useTranslation('forms');
  const { change, duplicate, remove } = useDesignActions();
  const openSettings = useContext(SettingsContext);
  const shared = { variant: 'subtle', color: 'gray', size: 26 } as const;
  const shift = (by: 1 | -1) => {
    change((draft) => shiftField(draft, field.id, by));
  };
  return (
    <div className={classes.buttons}>
      {openSettings && (
        <ActionIcon
          {...shared}
          aria-label={t('card.settings', { name })}
          onClick={() => {
            openSettings(field.id);
          }}
        >
          <IconSettings size={16} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon
        {...shared}
        aria-label={t('card.up', { name })}
        disabled={isFirst}
        onClick={() => {
          shift(-1);
        }}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={t('card.down', { name })}
        disabled={isLast}
        onClick={() => {
          shift(1);
        }}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...shared}
        aria-label={t('card.duplicate', { name })}
        onClick={() => {
          duplicate(field.id);
        }}
      >
        <IconCopy size={16} aria-hidden />
      </ActionIcon>
      {/* What came with a pack can be hidden, not removed. */}
      {!field.isBase && (
        <ActionIcon
          {...shared}
          aria-label={t('card.remove', { name })}
          onClick={() => {
            remove(field.id);
          }}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

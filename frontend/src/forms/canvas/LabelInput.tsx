import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { isBlank } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import type { DraftField } from '../draft/form-draft';
import { useDesignActions } from '../useDesigner';

interface LabelInputProps {
  field: DraftField;
  /** Rises when the cursor is to go here. */
  focusCount: number;
  isWrong: boolean;
}

/** What the field is called; Enter adds the next one. */
export function LabelInput({ field, focusCount, isWrong }: LabelInputProps) {
  const { t } = useTranslation('forms');
  const { changeField, addField, settle } = useDesignActions();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
  }, [focusCount]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (!isBlank(field.label)) addField('TEXT', field.id);
  };
  return (
    <LocalTextInput
      inputRef={input}
      size="sm"
      style={{ flex: 1, minWidth: '8rem' }}
      aria-label={t('card.label')}
      placeholder={t('card.labelPlaceholder')}
      maxLength={200}
      value={field.label}
      error={isWrong}
      onKeyDown={onKeyDown}
      onBlur={settle}
      onChange={(label) => {
        changeField(field.id, { label });
      }}
    />
  );
}

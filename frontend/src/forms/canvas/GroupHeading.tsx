import { ActionIcon, Group } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Language } from '@/i18n';
import { isBlank, textIn } from '@/localized/local-text';
import { LocalTextInput } from '@/localized/LocalTextInput';

import { groupEntryId, removeGroup, shiftGroup } from '../draft/entries';
import type { DraftGroup } from '../draft/form-draft';
import { useDesignActions } from '../useDesigner';
import classes from './canvas.module.css';

interface GroupHeadingProps {
  group: DraftGroup;
  place: number;
  count: number;
  language: Language;
  error: string | undefined;
}

/** A heading with its help, and buttons that move it with all that stands under it. */
export const GroupHeading = memo(function GroupHeading(props: GroupHeadingProps) {
  const { group, place, count, language, error } = props;
  const { t } = useTranslation('forms');
  const { change } = useDesignActions();
  const { setNodeRef, transform, transition } = useSortable({
    id: groupEntryId(group.key),
    // Fields are dropped here; the heading itself moves by its buttons.
    disabled: { draggable: true },
  });
  const name = textIn(group.label, language) || t('group.number', { number: place + 1 });
  const write = (changes: Partial<DraftGroup>) => {
    change(
      (current) => ({
        ...current,
        groups: current.groups.map((other) =>
          other.key === group.key ? { ...other, ...changes } : other,
        ),
      }),
      `${group.key} ${Object.keys(changes).join(' ')}`,
    );
  };
  const shared = { variant: 'subtle', color: 'gray' } as const;
  return (
    <li
      ref={setNodeRef}
      className={classes.group}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={classes.groupTexts}>
        <LocalTextInput
          variant="unstyled"
          classNames={{ input: classes.groupLabel ?? '' }}
          aria-label={t('group.label', { name })}
          placeholder={t('group.labelPlaceholder')}
          maxLength={200}
          // A heading that was just made is to be named at once.
          autoFocus={isBlank(group.label)}
          value={group.label}
          error={error}
          onChange={(label) => {
            write({ label });
          }}
        />
        <LocalTextInput
          isMultiline
          aria-label={t('group.help', { name })}
          placeholder={t('group.helpPlaceholder')}
          maxLength={2000}
          value={group.help}
          onChange={(help) => {
            write({ help });
          }}
        />
      </div>
      <Group gap={0} wrap="nowrap">
        <ActionIcon
          {...shared}
          aria-label={t('group.up', { name })}
          disabled={place === 0}
          onClick={() => {
            change((current) => shiftGroup(current, group.key, -1));
          }}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...shared}
          aria-label={t('group.down', { name })}
          disabled={place === count - 1}
          onClick={() => {
            change((current) => shiftGroup(current, group.key, 1));
          }}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          {...shared}
          aria-label={t('group.remove', { name })}
          onClick={() => {
            change((current) => removeGroup(current, group.key));
          }}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </li>
  );
});

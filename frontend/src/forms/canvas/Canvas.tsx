import { Button, Group, Text } from '@mantine/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconHeading, IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { fieldPlace } from '../draft/check';
import { entriesOf } from '../draft/entries';
import { titleFieldOf } from '../draft/form-draft';
import { newGroup } from '../draft/new-parts';
import { errorsByField, useDesign, useErrorAt } from '../useDesigner';
import classes from './canvas.module.css';
import { FieldCard } from './FieldCard';
import { GroupHeading } from './GroupHeading';

/** The same list while nothing moves: else every field would be drawn anew at every letter. */
const useSteadyList = (ids: string): string[] =>
  useMemo(() => ids.split(' ').filter(Boolean), [ids]);

/** The form as it will look, to be put together. */
export function Canvas() {
  const { t } = useTranslation('forms');
  const { draft, actions, problems, selectedId, focusCount, language } = useDesign();
  const errorAt = useErrorAt();
  const entries = entriesOf(draft);
  const errors = errorsByField(problems);
  const titleId = titleFieldOf(draft)?.id;
  const items = useSteadyList(entries.map((entry) => entry.id).join(' '));
  const error = errorAt('fields');
  return (
    <section aria-label={t('canvas.title')} className={classes.canvas}>
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        <ol className={classes.entries}>
          {entries.map((entry, place) =>
            entry.type === 'group' ? (
              <GroupHeading
                key={entry.id}
                group={entry.group}
                place={draft.groups.indexOf(entry.group)}
                count={draft.groups.length}
                language={language}
                error={errorAt(`group/${draft.groups.indexOf(entry.group)}/label`)}
              />
            ) : (
              <FieldCard
                key={entry.id}
                field={entry.field}
                isFirst={place === 0}
                isLast={place === entries.length - 1}
                isTitle={entry.id === titleId}
                isSelected={entry.id === selectedId}
                focusCount={entry.id === selectedId ? focusCount : 0}
                language={language}
                error={errors.get(entry.id)}
                isNameWrong={problems.has(fieldPlace(entry.id, 'label'))}
              />
            ),
          )}
        </ol>
      </SortableContext>
      {error && (
        <Text c="var(--mantine-color-error)" fz="sm" mt="xs" role="alert">
          {error}
        </Text>
      )}
      <Group gap="xs" mt="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => {
            actions.addField('TEXT', entries.at(-1)?.id ?? null);
          }}
        >
          {t('canvas.addField')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconHeading size={16} aria-hidden />}
          onClick={() => {
            actions.change((current) => ({
              ...current,
              groups: [...current.groups, newGroup(current.groups)],
            }));
          }}
        >
          {t('canvas.addGroup')}
        </Button>
      </Group>
    </section>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconHeading, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { entriesOf } from '../draft/entries';
import { newGroup } from '../draft/new-parts';
import { useDesign } from '../useDesigner';
import classes from './canvas.module.css';
import { FieldCard } from './FieldCard';
import { GroupHeading } from './GroupHeading';

/** The form as it will look, to be put together. */
export function Canvas() {
  const { t } = useTranslation('forms');
  const { draft, change, addField, errorAt } = useDesign();
  const entries = entriesOf(draft);
  const error = errorAt('fields');
  return (
    <section aria-label={t('canvas.title')} className={classes.canvas}>
      <SortableContext
        items={entries.map((entry) => entry.id)}
        strategy={verticalListSortingStrategy}
      >
        <ol className={classes.entries}>
          {entries.map((entry, place) =>
            entry.type === 'group' ? (
              <GroupHeading key={entry.id} group={entry.group} />
            ) : (
              <FieldCard
                key={entry.id}
                field={entry.field}
                isFirst={place === 0}
                isLast={place === entries.length - 1}
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
            addField('TEXT', entries.at(-1)?.id ?? null);
          }}
        >
          {t('canvas.addField')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconHeading size={16} aria-hidden />}
          onClick={() => {
            change((current) => ({
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

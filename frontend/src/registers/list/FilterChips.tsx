import { Button, Group, Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { optionLabelsQuery } from '../pickers/option-source';
import type { RegisterForm } from '../register-form';
import { useValueWords } from '../value/useValueWords';
import { describeCondition } from './condition-words';
import type { FieldCondition } from './condition';
import { ConditionEditor } from './ConditionEditor';
import classes from './FilterChips.module.css';
import { isNarrowed } from './list-state';
import type { ListControl } from './useListState';

interface FilterChipsProps {
  form: RegisterForm;
  control: ListControl;
  onApply: (fieldKey: string, condition: FieldCondition | null) => void;
}

/** What the list is narrowed by: each with a way to change and to remove it. */
export function FilterChips({ form, control: { state, change }, onApply }: FilterChipsProps) {
  const { t } = useTranslation('registers');
  const words = useValueWords();
  const ids = state.conditions.flatMap((condition) => ('ids' in condition ? condition.ids : []));
  const { data: labels = [] } = useQuery(optionLabelsQuery(ids));
  if (!isNarrowed(state)) return null;

  const statuses = form.statuses.filter((status) => state.statusKeys.includes(status.key));
  return (
    <Group gap={6} role="group" aria-label={t('filter.active')}>
      <VisuallyHidden>{t('filter.active')}</VisuallyHidden>
      {state.search !== '' && (
        <Chip
          label={t('filter.search')}
          text={`“${state.search}”`}
          onRemove={() => {
            change({ search: '' });
          }}
        />
      )}
      {statuses.length > 0 && (
        <Chip
          label={t('list.status')}
          text={statuses.map((status) => status.label).join(', ')}
          onRemove={() => {
            change({ statusKeys: [] });
          }}
        />
      )}
      {state.conditions.map((condition) => {
        const field = form.fields.find((candidate) => candidate.key === condition.fieldKey);
        if (!field) return null;
        return (
          <Chip
            key={field.key}
            label={field.label}
            text={describeCondition(condition, field, { t, words, labels })}
            onRemove={() => {
              onApply(field.key, null);
            }}
            editor={(close) => (
              <ConditionEditor
                formKey={form.key}
                field={field}
                condition={condition}
                onApply={(changed) => {
                  onApply(field.key, changed);
                  close();
                }}
              />
            )}
          />
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        data-no-print
        onClick={() => {
          change({ search: '', statusKeys: [], conditions: [] });
        }}
      >
        {t('filter.clearAll')}
      </Button>
    </Group>
  );
}

interface ChipProps {
  label: string;
  text: string;
  onRemove: () => void;
  editor?: (close: () => void) => ReactNode;
}

function Chip({ label, text, onRemove, editor }: ChipProps) {
  const { t } = useTranslation('registers');
  const [opened, setOpened] = useState(false);
  const words = (
    <>
      <Text component="span" inherit c="dimmed">
        {label}:
      </Text>{' '}
      {text}
    </>
  );
  return (
    <span className={classes.chip}>
      {editor ? (
        <Popover opened={opened} onChange={setOpened} shadow="md" width={320} trapFocus>
          <Popover.Target>
            <UnstyledButton
              className={classes.words}
              title={text}
              onClick={() => {
                setOpened(!opened);
              }}
            >
              {words}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            {editor(() => {
              setOpened(false);
            })}
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className={classes.words} title={text}>
          {words}
        </span>
      )}
      <UnstyledButton
        className={classes.remove}
        data-no-print
        aria-label={t('filter.removeOf', { label })}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </UnstyledButton>
    </span>
  );
}

import { Button, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { Condition } from '@/registers/edit/field-rules';

import { firstTest } from '../draft/conditions';
import type { DraftField } from '../draft/form-draft';
import { KINDS } from '../draft/kinds';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import classes from './properties.module.css';
import { TestRow } from './TestRow';

type ConditionName = 'visibleWhen' | 'requiredWhen';

/** When the field is on the form, and when it must be filled in. */
export function Conditions({ field }: { field: DraftField }) {
  return (
    <Stack gap="md">
      <ConditionEditor field={field} name="visibleWhen" />
      {KINDS[field.kind].takesRequired && !field.isRequired && (
        <ConditionEditor field={field} name="requiredWhen" />
      )}
    </Stack>
  );
}

function ConditionEditor({ field, name }: { field: DraftField; name: ConditionName }) {
  const { t } = useTranslation('forms');
  const { draft } = useDesign();
  const errorAt = useErrorAt();
  const { changeField, settle } = useDesignActions();
  const condition = field[name];
  const write = (changed: Condition | null) => {
    changeField(field.id, { [name]: changed });
  };
  const error = errorAt(`field/${field.id}/${name}`);
  return (
    <div role="group" aria-label={t(`condition.${name}`)}>
      <Switch
        size="sm"
        label={t(`condition.${name}`)}
        checked={condition !== null}
        onChange={(event) => {
          settle();
          write(
            event.currentTarget.checked
              ? { isAny: false, tests: [firstTest(draft, field.id)] }
              : null,
          );
        }}
      />
      {condition && (
        <Stack gap="xs" mt="xs">
          {condition.tests.length > 1 && (
            <SegmentedControl
              size="xs"
              fullWidth
              aria-label={t('condition.how')}
              value={condition.isAny ? 'any' : 'all'}
              onChange={(how) => {
                write({ ...condition, isAny: how === 'any' });
              }}
              data={[
                { value: 'all', label: t('condition.all') },
                { value: 'any', label: t('condition.any') },
              ]}
            />
          )}
          <div className={classes.tests}>
            {condition.tests.map((test, place) => (
              <TestRow
                key={place}
                field={field}
                test={test}
                number={place + 1}
                onChange={(changed) => {
                  write({ ...condition, tests: condition.tests.with(place, changed) });
                }}
                onRemove={() => {
                  const tests = condition.tests.toSpliced(place, 1);
                  write(tests.length === 0 ? null : { ...condition, tests });
                }}
              />
            ))}
          </div>
          <Button
            size="compact-xs"
            variant="subtle"
            style={{ alignSelf: 'flex-start' }}
            leftSection={<IconPlus size={12} aria-hidden />}
            onClick={() => {
              write({ ...condition, tests: [...condition.tests, firstTest(draft, field.id)] });
            }}
          >
            {t('condition.add')}
          </Button>
        </Stack>
      )}
      {error && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
          {error}
        </Text>
      )}
    </div>
  );
}

import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RegisterField } from '../register-form';
import { type FieldCondition, blankCondition, hasValueTest, narrows } from './condition';
import { ConditionValue } from './ConditionValue';

interface ConditionEditorProps {
  formKey: string;
  field: RegisterField;
  condition: FieldCondition | null;
  onApply: (condition: FieldCondition | null) => void;
}

type Mode = 'value' | 'empty' | 'filled';

const modeOf = (condition: FieldCondition): Mode =>
  condition.test !== 'empty' ? 'value' : condition.isEmpty ? 'empty' : 'filled';

/** Asks for one field: a value, or merely whether it is filled in. */
export function ConditionEditor(props: ConditionEditorProps) {
  const { formKey, field, condition, onApply } = props;
  const { t } = useTranslation('registers');
  const [draft, setDraft] = useState(condition ?? blankCondition(field));
  const mode = modeOf(draft);

  const choose = (next: string) => {
    setDraft(
      next === 'value'
        ? blankCondition(field)
        : { test: 'empty', fieldKey: field.key, isEmpty: next === 'empty' },
    );
  };
  const apply = (event: SyntheticEvent) => {
    event.preventDefault();
    onApply(narrows(draft) ? draft : null);
  };

  return (
    <form onSubmit={apply}>
      <Stack gap="sm">
        <Text fw={600} fz="sm">
          {field.label}
        </Text>
        {(!field.isRequired || !hasValueTest(field)) && (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('filter.mode')}
            value={mode}
            onChange={choose}
            data={[
              ...(hasValueTest(field) ? [{ value: 'value', label: t('filter.value') }] : []),
              { value: 'filled', label: t('filter.filled') },
              { value: 'empty', label: t('filter.empty') },
            ]}
          />
        )}
        {draft.test !== 'empty' && (
          <ConditionValue formKey={formKey} field={field} condition={draft} onChange={setDraft} />
        )}
        <Group justify="flex-end" gap="xs">
          {condition && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              onClick={() => {
                onApply(null);
              }}
            >
              {t('filter.remove')}
            </Button>
          )}
          <Button type="submit" size="xs">
            {t('filter.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

import { Select, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { FieldKind } from '@/graphql';
import { textIn } from '@/localized/local-text';

import type { DraftDeadline, DraftField } from '../draft/form-draft';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import { TermInput } from './TermInput';

const DATES: readonly FieldKind[] = ['DATE', 'DATE_TIME'];
const ANSWERS: readonly FieldKind[] = ['YES_NO_NA'];

/** From when a deadline runs, how long, what stops it and what makes it longer. */
export function DeadlineSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  const rule = field.deadline;
  const write = (changes: Partial<DraftDeadline>) => {
    changeField(field.id, { deadline: { ...rule, ...changes } });
  };
  const fieldsOf = (kinds: readonly FieldKind[]) =>
    draft.fields
      .filter((other) => other.key !== '' && kinds.includes(other.kind))
      .map((other) => ({ value: other.key, label: textIn(other.label, language) }));
  const dates = fieldsOf(DATES);
  const answers = fieldsOf(ANSWERS);
  const error = errorAt(`field/${field.id}/deadline`);
  return (
    <>
      {dates.length === 0 && (
        <Text fz="xs" c="dimmed">
          {t('deadline.noDates')}
        </Text>
      )}
      <Select
        label={t('deadline.from')}
        placeholder={t('deadline.chooseDate')}
        data={dates}
        value={rule.fromKey}
        allowDeselect={false}
        onChange={(fromKey) => {
          write({ fromKey });
        }}
      />
      <TermInput
        label={t('deadline.term')}
        value={rule.term}
        onChange={(term) => {
          write({ term });
        }}
      />
      <Select
        label={t('deadline.stoppedBy')}
        placeholder={t('deadline.nothing')}
        data={dates.filter((date) => date.value !== rule.fromKey)}
        value={rule.stoppedByKey}
        clearable
        clearButtonProps={{ 'aria-label': t('deadline.nothing') }}
        onChange={(stoppedByKey) => {
          write({ stoppedByKey });
        }}
      />
      <Switch
        size="sm"
        label={t('deadline.extension')}
        checked={rule.extension !== null}
        disabled={answers.length === 0}
        description={answers.length === 0 ? t('deadline.noAnswers') : undefined}
        onChange={(event) => {
          const fresh = { whenKey: answers[0]?.value ?? null, term: rule.term };
          write({ extension: event.currentTarget.checked ? fresh : null });
        }}
      />
      {rule.extension && (
        <>
          <Select
            label={t('deadline.extensionWhen')}
            data={answers}
            value={rule.extension.whenKey}
            allowDeselect={false}
            onChange={(whenKey) => {
              if (rule.extension) write({ extension: { ...rule.extension, whenKey } });
            }}
          />
          <TermInput
            label={t('deadline.extensionTerm')}
            value={rule.extension.term}
            onChange={(term) => {
              if (rule.extension) write({ extension: { ...rule.extension, term } });
            }}
          />
        </>
      )}
      {error && (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
    </>
  );
}

import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DialogPattern, RelativeTime } from '@/design';

import type { RegisterField, RegisterForm } from '../register-form';
import { filledValues } from '../value/field-value';
import { useValueWords } from '../value/useValueWords';
import { type Side, findConflict, mergeValues } from './conflict';
import classes from './ConflictDialog.module.css';
import { type EditValues, toEditValues } from './edit-value';
import { editValueText } from './edit-value-text';
import type { SavedRecord } from './record-mutations';
import type { RecordFormControl } from './useRecordForm';

interface ConflictDialogProps {
  form: RegisterForm;
  /** The record as somebody else left it. */
  now: SavedRecord;
  control: RecordFormControl;
}

/** Two people changed the record: shows what the other did and asks, field by field, what to keep. */
export function ConflictDialog({ form, now, control }: ConflictDialogProps) {
  const { t } = useTranslation('registers');
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const nowValues = toEditValues(form.fields, filledValues(now.values));
  const sides = { mine: control.values, now: nowValues };
  const conflict = findConflict(control.baseValues, control.values, nowValues);
  const fieldsOf = (keys: readonly string[]) =>
    form.fields.filter((field) => keys.includes(field.key));

  return (
    <DialogPattern
      opened
      size="xl"
      onClose={control.dismissConflict}
      title={t('conflict.title')}
      footer={
        <>
          <Button variant="default" onClick={control.dismissConflict}>
            {t('conflict.back')}
          </Button>
          <Button
            data-autofocus
            onClick={() => void control.resolve(mergeValues(conflict, sides, choices), now)}
          >
            {t('conflict.save')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <Text fz="sm" component="div">
          {t('conflict.who', { name: now.updatedBy?.displayName ?? t('history.system') })}{' '}
          <RelativeTime value={now.updatedAt} />.{' '}
          {t(conflict.contested.length > 0 ? 'conflict.choose' : 'conflict.nothingContested')}
        </Text>
        {fieldsOf(conflict.contested).map((field) => (
          <Contested
            key={field.key}
            field={field}
            sides={sides}
            choice={choices[field.key] ?? 'mine'}
            onChoose={(side) => {
              setChoices({ ...choices, [field.key]: side });
            }}
          />
        ))}
        {conflict.theirs.length > 0 && (
          <Text fz="sm" c="dimmed">
            {t('conflict.alsoChanged', {
              fields: fieldsOf(conflict.theirs)
                .map((field) => field.label)
                .join(', '),
            })}
          </Text>
        )}
      </Stack>
    </DialogPattern>
  );
}

interface ContestedProps {
  field: RegisterField;
  sides: { mine: EditValues; now: EditValues };
  choice: Side;
  onChoose: (side: Side) => void;
}

function Contested({ field, sides, choice, onChoose }: ContestedProps) {
  const { t } = useTranslation(['registers', 'app']);
  const words = useValueWords();
  const textOf = (values: EditValues) => {
    const value = values[field.key];
    return (value && editValueText(value, field, words)) ?? t('app:field.empty');
  };
  return (
    <Radio.Group
      label={field.label}
      value={choice}
      onChange={(side) => {
        onChoose(side === 'theirs' ? 'theirs' : 'mine');
      }}
    >
      <div className={classes.sides}>
        <Radio.Card value="mine" className={classes.side}>
          <Radio.Indicator />
          <span>
            <span className={classes.who}>{t('conflict.mine')}</span>
            {textOf(sides.mine)}
          </span>
        </Radio.Card>
        <Radio.Card value="theirs" className={classes.side}>
          <Radio.Indicator />
          <span>
            <span className={classes.who}>{t('conflict.theirs')}</span>
            {textOf(sides.now)}
          </span>
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}

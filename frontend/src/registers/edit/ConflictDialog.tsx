import { Button, Radio, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
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
  const sides = { before: control.baseValues, mine: control.values, now: nowValues };
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
        <Settled
          title={t('conflict.alsoTheirs')}
          fields={fieldsOf(conflict.theirs)}
          before={sides.before}
          after={sides.now}
        />
        <Settled
          title={t('conflict.alsoMine')}
          fields={fieldsOf(conflict.mine)}
          before={sides.before}
          after={sides.mine}
        />
      </Stack>
    </DialogPattern>
  );
}

/** What stands in a field, in words. */
function useTextOf() {
  const { t } = useTranslation('app');
  const words = useValueWords();
  return (field: RegisterField, values: EditValues) => {
    const value = values[field.key];
    return (value && editValueText(value, field, words)) ?? t('field.empty');
  };
}

interface ContestedProps {
  field: RegisterField;
  sides: { before: EditValues; mine: EditValues; now: EditValues };
  choice: Side;
  onChoose: (side: Side) => void;
}

/** A field both changed: what it was, and what each made of it. */
function Contested({ field, sides, choice, onChoose }: ContestedProps) {
  const { t } = useTranslation('registers');
  const textOf = useTextOf();
  return (
    <Radio.Group
      label={field.label}
      description={t('conflict.before', { value: textOf(field, sides.before) })}
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
            {textOf(field, sides.mine)}
          </span>
        </Radio.Card>
        <Radio.Card value="theirs" className={classes.side}>
          <Radio.Indicator />
          <span>
            <span className={classes.who}>{t('conflict.theirs')}</span>
            {textOf(field, sides.now)}
          </span>
        </Radio.Card>
      </div>
    </Radio.Group>
  );
}

interface SettledProps {
  title: string;
  fields: readonly RegisterField[];
  before: EditValues;
  after: EditValues;
}

/** Fields that only one of the two changed: both changes stay. */
function Settled({ title, fields, before, after }: SettledProps) {
  const { t } = useTranslation('registers');
  const textOf = useTextOf();
  if (fields.length === 0) return null;
  return (
    <div>
      <Text fz="sm" fw={600}>
        {title}
      </Text>
      <dl className={classes.settled}>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>{field.label}</dt>
            <dd>
              <del>{textOf(field, before)}</del>{' '}
              <IconArrowRight size={12} role="img" aria-label={t('history.became')} />{' '}
              <ins>{textOf(field, after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

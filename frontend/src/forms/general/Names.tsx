import { Text, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { LocalTextInput } from '@/localized/LocalTextInput';
import { useTextLanguage } from '@/localized/text-language';

import { rename } from '../draft/changes';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import classes from './general.module.css';

interface NamesProps {
  /** The cursor begins in the name, and Enter goes on to the first field. */
  isStart?: boolean;
}

/** What the register and its records are called. */
export function Names({ isStart = false }: NamesProps) {
  const { t } = useTranslation('forms');
  const { draft } = useDesign();
  const errorAt = useErrorAt();
  const { change, select } = useDesignActions();
  const language = useTextLanguage();
  const toFirstField = (event: KeyboardEvent) => {
    const first = draft.fields[0];
    if (!isStart || event.key !== 'Enter' || !first) return;
    event.preventDefault();
    select(first.id);
  };
  return (
    <div className={classes.names}>
      <LocalTextInput
        label={<Compulsory label={t('name.label')} />}
        description={t('name.hint')}
        required
        withAsterisk={false}
        autoFocus={isStart}
        maxLength={200}
        value={draft.name}
        error={errorAt('name')}
        onKeyDown={toFirstField}
        onChange={(name) => {
          change((current) => rename(current, name, language), 'name');
        }}
      />
      <LocalTextInput
        label={<Compulsory label={t('singularName.label')} />}
        description={t('singularName.hint')}
        required
        withAsterisk={false}
        maxLength={200}
        value={draft.singularName}
        error={errorAt('singularName')}
        onKeyDown={toFirstField}
        onChange={(singularName) => {
          change((current) => ({ ...current, singularName }), 'singularName');
        }}
      />
      <TextInput
        label={<Compulsory label={t('numberPrefix.label')} />}
        description={t('numberPrefix.hint', { example: `${draft.numberPrefix || 'ABC'}-0001` })}
        required
        withAsterisk={false}
        maxLength={5}
        value={draft.numberPrefix}
        error={errorAt('numberPrefix')}
        onKeyDown={toFirstField}
        onChange={(event) => {
          const numberPrefix = event.currentTarget.value.toUpperCase();
          change((current) => ({ ...current, numberPrefix }), 'numberPrefix');
        }}
      />
    </div>
  );
}

/** As `FieldLabel` says it. */
function Compulsory({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <>
      {label}{' '}
      <Text component="span" size="xs" c="dimmed" fw={400}>
        {t('field.required')}
      </Text>
    </>
  );
}

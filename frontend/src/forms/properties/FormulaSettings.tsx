import { Group, Loader, Select, Spoiler, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { textIn } from '@/localized/local-text';

import type { DraftField } from '../draft/form-draft';
import { FUNCTIONS, insertInto, operandsFor } from '../draft/formula';
import { useDesign, useDesignActions, useErrorAt } from '../useDesigner';
import { NumberSettings } from './NumberSettings';
import classes from './properties.module.css';

/** The formula of a computed field, with what can stand in it at hand. */
export function FormulaSettings({ field }: { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { isChecking } = useDesign();
  const errorAt = useErrorAt();
  const { changeField } = useDesignActions();
  const input = useRef<HTMLTextAreaElement>(null);

  const insert = (snippet: string) => {
    const { selectionStart: start = 0, selectionEnd: end = 0 } = input.current ?? {};
    const { text, caret } = insertInto(field.expression, { start, end }, snippet);
    changeField(field.id, { expression: text });
    // After the render, and after the list closed.
    setTimeout(() => {
      input.current?.focus();
      input.current?.setSelectionRange(caret, caret);
    }, 50);
  };

  return (
    <>
      <Textarea
        ref={input}
        className={classes.formula ?? ''}
        label={t('formula.label')}
        description={t('formula.hint')}
        autosize
        minRows={2}
        maxRows={10}
        spellCheck={false}
        maxLength={4000}
        rightSection={isChecking ? <Loader size={14} /> : null}
        value={field.expression}
        error={field.expression.trim() === '' ? undefined : errorAt(`field/${field.id}/expression`)}
        onChange={(event) => {
          changeField(field.id, { expression: event.currentTarget.value });
        }}
      />
      <Group gap="xs" grow>
        <FieldList field={field} onChoose={insert} />
        <FunctionList onChoose={insert} />
      </Group>
      <Spoiler maxHeight={0} showLabel={t('formula.show')} hideLabel={t('formula.hide')} fz="sm">
        <Reference />
      </Spoiler>
      <NumberSettings field={field} />
    </>
  );
}

interface InsertListProps {
  onChoose: (snippet: string) => void;
}

function FieldList({ field, onChoose }: InsertListProps & { field: DraftField }) {
  const { t } = useTranslation('forms');
  const { draft, language } = useDesign();
  const operands = operandsFor(draft.fields, field.id);
  return (
    <InsertList
      label={t('formula.insertField')}
      options={operands.map((operand) => ({
        value: operand.key,
        label: textIn(operand.label, language),
      }))}
      onChoose={onChoose}
    />
  );
}

function FunctionList({ onChoose }: InsertListProps) {
  const { t } = useTranslation('forms');
  return (
    <InsertList
      label={t('formula.insertFunction')}
      options={FUNCTIONS.map(({ name, insert }) => ({
        value: insert,
        label: `${name}: ${t(`formula.function.${name}`)}`,
      }))}
      onChoose={onChoose}
    />
  );
}

interface AnyListProps extends InsertListProps {
  label: string;
  options: { value: string; label: string }[];
}

/** Chooses something to be put in the formula; the list itself keeps nothing. */
function InsertList({ label, options, onChoose }: AnyListProps) {
  const { t } = useTranslation('forms');
  return (
    <Select
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<IconPlus size={14} aria-hidden />}
      data={options}
      value={null}
      searchable
      nothingFoundMessage={t('formula.nothing')}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onChange={(chosen) => {
        if (chosen !== null) onChoose(chosen);
      }}
    />
  );
}

const SIGNS = ['+ - * /', '&', '= <> < <= > >=', 'and or not', '"…"'] as const;
const SIGN_KEYS = ['arithmetic', 'join', 'compare', 'logic', 'text'] as const;

function Reference() {
  const { t } = useTranslation('forms');
  return (
    <dl className={classes.reference}>
      {SIGNS.map((sign, place) => (
        <Line key={sign} term={sign} words={t(`formula.sign.${SIGN_KEYS[place] ?? 'text'}`)} />
      ))}
      {FUNCTIONS.map(({ name, insert }) => (
        <Line key={name} term={insert.replace('|', '…')} words={t(`formula.function.${name}`)} />
      ))}
      <Line term={t('formula.emptyTerm')} words={t('formula.empty')} />
    </dl>
  );
}

function Line({ term, words }: { term: string; words: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </>
  );
}

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';

import { DesignerProviders } from './DesignerProviders';
import type { FormDraft } from './draft/form-draft';
import { blankDraft } from './draft/new-parts';
import { FieldsTab } from './FieldsTab';
import { aDraft, aDraftField } from './testing/sample-draft';
import { useDesigner } from './useDesigner';

// All kinds and properties are drawn, which takes a machine that does other work too its time.
vi.setConfig({ testTimeout: 30_000 });

let draft: FormDraft;
const keep = (latest: FormDraft) => {
  draft = latest;
};

function Fields({ initial }: { initial: FormDraft }) {
  const designer = useDesigner({ formKey: null, initial: () => initial });
  useEffect(() => {
    keep(designer.draft);
  }, [designer.draft]);
  return (
    <DesignerProviders control={designer} openSettings={null}>
      <FieldsTab isWide isNew />
    </DesignerProviders>
  );
}

const show = (initial = blankDraft({ open: 'Open', closed: 'Dicht' }, 'nl')) =>
  render(
    <TestProviders>
      <Fields initial={initial} />
    </TestProviders>,
  );
const labels = () => draft.fields.map((field) => [field.kind, field.label.nl]);
const name = () => screen.getByRole('textbox', { name: 'Naam van het veld' });
const kind = (label: string) =>
  within(screen.getByRole('region', { name: 'Soorten velden' })).getByRole('button', {
    name: label,
  });

beforeEach(() => {
  answerGraphql({
    FormCheck: () => ({ data: { checkForm: { userErrors: [], changes: [] } } }),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('goes from the name to the first field and on to the next with Enter', async () => {
  show();
  await userEvent.keyboard('Sleutels{Enter}Omschrijving{Enter}Plaats');
  expect(labels()).toEqual([
    ['TEXT', 'Omschrijving'],
    ['TEXT', 'Plaats'],
  ]);
  expect(draft).toMatchObject({ numberPrefix: 'SLE', singularName: { nl: 'Sleutel' } });
  expect(name()).toHaveFocus();
});

it('makes a field without a name another kind, and adds one below a field that has one', async () => {
  show();
  await userEvent.keyboard('{Enter}Omschrijving{Enter}');
  await userEvent.click(kind('Datum'));
  await userEvent.keyboard('Uitgegeven');
  await userEvent.click(kind('Getal'));
  expect(name()).toHaveFocus();
  await userEvent.keyboard('Aantal');
  expect(labels()).toEqual([
    ['TEXT', 'Omschrijving'],
    ['DATE', 'Uitgegeven'],
    ['NUMBER', 'Aantal'],
  ]);
});

it('moves and removes fields without a mouse, but not what came with a pack', async () => {
  show(aDraft([aDraftField('TEXT', 'Naam', { isBase: true }), aDraftField('DATE', 'Dag')]));
  await userEvent.click(screen.getByRole('button', { name: 'Dag omhoog' }));
  expect(labels().map(([, label]) => label)).toEqual(['Dag', 'Naam']);
  expect(screen.queryByRole('button', { name: 'Naam verwijderen' })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Dag verwijderen' }));
  expect(labels().map(([, label]) => label)).toEqual(['Naam']);
  expect(screen.getByText('Basisveld')).toBeInTheDocument();
  expect(screen.getByRole('combobox', { name: 'Soort' })).toBeDisabled();
});

it('shows what the server says of a formula at the formula, while one writes', async () => {
  answerGraphql({
    FormCheck: () => ({
      data: {
        checkForm: {
          userErrors: [
            { code: 'INVALID_FORMULA', path: ['fields', '1', 'expression'], params: {} },
          ],
          changes: [],
        },
      },
    }),
  });
  show(aDraft([aDraftField('TEXT', 'Naam'), aDraftField('COMPUTED', 'Som')]));
  await userEvent.click(screen.getByRole('button', { name: 'Som' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Formule' }), '1 +');
  expect(
    await screen.findAllByText('Deze formule klopt niet.', {}, { timeout: 3000 }),
  ).toHaveLength(2);
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';

import { aField, aForm } from '../testing/sample-form';
import { BulkEditDialog } from './BulkEditDialog';
import { checkBulk } from './useBulkEdit';

const form = aForm({
  fields: [aField(), aField({ key: 'place', label: 'Plaats', maxLength: 5 })],
});

function show() {
  const onDone = vi.fn();
  render(
    <BulkEditDialog
      opened
      form={form}
      records={[{ id: 'rec_1' }, { id: 'rec_2' }]}
      onDone={onDone}
      onClose={() => undefined}
    />,
    { wrapper: TestProviders },
  );
  return onDone;
}

/** Chooses the field to change and fills it in. */
async function fillIn(text: string) {
  await userEvent.click(screen.getByPlaceholderText('Kies een veld'));
  await userEvent.click(await screen.findByRole('option', { name: 'Plaats', hidden: true }));
  await userEvent.keyboard('{Escape}');
  if (text !== '')
    await userEvent.type(await screen.findByRole('textbox', { name: /^Plaats/ }), text);
}

const submit = () =>
  userEvent.click(screen.getByRole('button', { name: '2 registraties wijzigen', hidden: true }));

it('sends only what was chosen', async () => {
  const sent: unknown[] = [];
  answerGraphql({
    UpdateRecords: (variables) => {
      sent.push(variables.input);
      return { data: { updateRecords: { records: [], problems: [], userErrors: [] } } };
    },
  });
  const onDone = show();
  await fillIn('Ommen');
  await submit();
  await vi.waitFor(() => {
    expect(onDone).toHaveBeenCalled();
  });
  expect(sent).toEqual([{ ids: ['rec_1', 'rec_2'], values: [{ key: 'place', text: 'Ommen' }] }]);
});

it('tells record by record why nothing was changed, and keeps what was filled in', async () => {
  const problem = {
    record: { id: 'rec_2', number: 2, code: 'RIS-0002', title: 'Brand' },
    userErrors: [{ code: 'NOT_UNIQUE', path: ['values', 'place'], params: {} }],
  };
  answerGraphql({
    UpdateRecords: () => ({
      data: { updateRecords: { records: [], problems: [problem], userErrors: [] } },
    }),
  });
  const onDone = show();
  await fillIn('Ommen');
  await submit();
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByRole('listitem')).toHaveTextContent(
    'RIS-0002 Brand: Plaats: Een andere registratie heeft hier al dezelfde waarde.',
  );
  expect(screen.getByRole('textbox', { name: /^Plaats/ })).toHaveValue('Ommen');
  expect(onDone).not.toHaveBeenCalled();
});

it('finds itself what the server would refuse', () => {
  const values = { place: { kind: 'TEXT', text: 'Hardenberg' } as const };
  const found = checkBulk(form, { keys: ['place', '$status'], values, statusKey: null });
  expect([...found].map(([key, { code }]) => [key, code])).toEqual([
    ['place', 'TOO_LONG'],
    ['$status', 'REQUIRED'],
  ]);
});

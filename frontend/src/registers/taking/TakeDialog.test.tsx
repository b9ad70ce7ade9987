import { Notifications, notifications } from '@mantine/notifications';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { lookAt, lookedAt } from '@/looking-back/looked-at';
import { type Answer, answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';

import { aField } from '../testing/sample-form';
import { TakeDialog } from './TakeDialog';
import type { Comparison } from './taking-documents';

const navigate = vi.hoisted(() => vi.fn());
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }));

const CHANGE = { fieldKey: 'title', fieldLabel: 'Risico', before: 'Brand', after: 'Grote brand' };

const compared = (id: string, changes: Partial<Comparison> = {}): Comparison => ({
  recordId: id,
  code: `RIS-000${id.slice(-1)}`,
  title: 'Grote brand',
  state: 'CHANGED',
  changes: [CHANGE],
  leftOut: [],
  ...changes,
});

const taken = (...ids: string[]): Answer => ({
  data: {
    takeFromBackup: {
      records: ids.map((id) => ({
        id,
        number: Number(id.slice(-1)),
        code: `RIS-000${id.slice(-1)}`,
        form: { key: 'risks' },
      })),
      userErrors: [],
    },
  },
});

const refused = (...userErrors: { code: string; path: string[] }[]): Answer => ({
  data: {
    takeFromBackup: {
      records: null,
      userErrors: userErrors.map((error) => ({ params: {}, ...error })),
    },
  },
});

/** The dialog over a back-up that holds the records; gives what was sent, and whether it was done. */
async function open(comparisons: Comparison[], answer: Answer = taken('rec_1')) {
  lookAt({ kind: 'backup', restoreId: 'rst_1', takenAt: '2026-11-26T09:00:00Z' });
  const sent: unknown[] = [];
  const { fetch } = answerGraphql({
    ComparedWithBackup: () => ({ data: { comparedWithBackup: comparisons } }),
    TakeFromBackup: ({ input }) => {
      sent.push(input);
      return answer;
    },
  });
  const onTaken = vi.fn();
  render(
    <>
      <Notifications />
      <TakeDialog
        form={{ fields: [aField({ key: 'owner', label: 'Eigenaar' })] }}
        records={comparisons.map(({ recordId, code }) => ({ id: recordId, code }))}
        restoreId="rst_1"
        onClose={() => undefined}
        onTaken={onTaken}
      />
    </>,
    { wrapper: TestProviders },
  );
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('list', { name: 'Samengevat' });
  return { dialog, sent, fetch, onTaken };
}

const confirm = (dialog: HTMLElement, name: string | RegExp) =>
  userEvent.click(within(dialog).getByRole('button', { name }));

afterEach(() => {
  notifications.clean();
  lookAt(null);
  vi.unstubAllGlobals();
  navigate.mockReset();
});

describe('a single record', () => {
  it('is shown as it is now beside what the back-up holds, and is taken back', async () => {
    const { dialog, sent, fetch, onTaken } = await open([compared('rec_1')]);
    expect(dialog).toHaveAccessibleName('RIS-0001 terughalen uit de back-up');
    const row = within(dialog).getByRole('row', { name: /Risico/ });
    expect(row).toHaveTextContent('RisicoBrandGrote brand');
    // Asked of now, also while one looks into the back-up.
    const asked = fetch.mock.calls[0]?.[1] as unknown as RequestInit;
    expect(new Headers(asked.headers).get('Waarborg-Backup')).toBeNull();
    await confirm(dialog, 'Registratie terughalen');
    await vi.waitFor(() => {
      expect(onTaken).toHaveBeenCalled();
    });
    expect(sent).toEqual([{ restoreId: 'rst_1', recordIds: ['rec_1'] }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Bekijken zoals het nu is' }));
    expect(lookedAt()).toBeNull();
    expect(navigate).toHaveBeenCalledWith({
      to: '/registers/$formKey/$number',
      params: { formKey: 'risks', number: '1' },
    });
  });

  it('that is the same leaves nothing to take back', async () => {
    const { dialog } = await open([compared('rec_1', { state: 'SAME', changes: [] })]);
    expect(dialog).toHaveTextContent('Er valt niets terug te halen.');
    expect(within(dialog).getByRole('button', { name: 'Terughalen' })).toBeDisabled();
  });

  it.each([
    ['IN_RECYCLE_BIN', 'In de prullenbak'],
    ['GONE', 'Definitief verwijderd'],
  ] as const)('that is %s says so', async (state, words) => {
    const { dialog } = await open([compared('rec_1', { state })]);
    expect(within(dialog).getByText(words, { exact: true })).toBeVisible();
  });

  it('tells what the form does not take any more', async () => {
    const { dialog } = await open([compared('rec_1', { leftOut: ['Kans', 'Impact'] })]);
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      '2 velden worden niet teruggehaald',
    );
    expect(within(dialog).getByText('Impact')).toBeVisible();
  });
});

describe('a selection', () => {
  const three = [
    compared('rec_1'),
    compared('rec_2', { state: 'SAME', changes: [] }),
    compared('rec_3', { state: 'GONE' }),
  ];

  it('is summed up, opens one by one, and leaves out what is the same', async () => {
    const { dialog, sent, onTaken } = await open(three, taken('rec_1', 'rec_3'));
    const summary = within(dialog).getByRole('list', { name: 'Samengevat' });
    expect(summary).toHaveTextContent('Gewijzigd: 1Definitief verwijderd: 1Gelijk: 1');
    expect(within(dialog).queryByRole('table')).toBeNull();
    await confirm(dialog, /RIS-0003/);
    expect(await within(dialog).findByRole('table')).toHaveAccessibleName(
      'Verschillen bij RIS-0003',
    );
    await confirm(dialog, '2 registraties terughalen');
    await vi.waitFor(() => {
      expect(onTaken).toHaveBeenCalled();
    });
    expect(sent).toEqual([{ restoreId: 'rst_1', recordIds: ['rec_1', 'rec_3'] }]);
    await userEvent.click(await screen.findByRole('button', { name: 'Naar het register van nu' }));
    expect(navigate).toHaveBeenCalledWith({
      to: '/registers/$formKey',
      params: { formKey: 'risks' },
    });
  });

  it('is refused as a whole, and told record by record why', async () => {
    const answer = refused(
      { code: 'NOT_UNIQUE', path: ['0', 'values', 'title'] },
      { code: 'REQUIRED', path: ['1', 'values', 'owner'] },
      { code: 'CONFLICT', path: ['1', 'version'] },
    );
    const { dialog, onTaken } = await open(three, answer);
    await confirm(dialog, '2 registraties terughalen');
    const alert = await within(dialog).findByRole('alert');
    const [first, second] = within(alert).getAllByRole('listitem');
    expect(first).toHaveTextContent(/^RIS-0001 Grote brand: Risico: /);
    expect(second).toHaveTextContent(
      'RIS-0003 Grote brand: Eigenaar: Vul dit veld in. Iemand anders heeft dit intussen gewijzigd.',
    );
    expect(onTaken).not.toHaveBeenCalled();
  });

  it('that the register does not take is told once', async () => {
    const answer = refused({ code: 'REGISTER_TAKES_NO_RECORDS', path: ['recordIds'] });
    const { dialog } = await open(three, answer);
    await confirm(dialog, '2 registraties terughalen');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Dit register neemt geen');
  });
});

it('goes back to now when the back-up was closed meanwhile', async () => {
  const { dialog, onTaken } = await open(
    [compared('rec_1')],
    refused({ code: 'BACKUP_NOT_OPEN', path: ['restoreId'] }),
  );
  await confirm(dialog, 'Registratie terughalen');
  expect(await screen.findByText('De back-up is niet meer open')).toBeVisible();
  expect(lookedAt()).toBeNull();
  expect(onTaken).not.toHaveBeenCalled();
});

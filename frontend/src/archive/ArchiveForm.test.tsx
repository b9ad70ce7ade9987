import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';
import { type Answer, answerGraphql, viewerAnswer } from '@/testing/answer-graphql';

import { ArchiveForm } from './ArchiveForm';
import { ArchivePage } from './ArchivePage';

type Input = Record<string, unknown>;

const job = (): Answer => ({
  data: {
    job: {
      id: 'job_1',
      kind: 'ARCHIVE',
      state: 'RUNNING',
      createdAt: '2026-01-05T08:00:00Z',
      finishedAt: null,
      done: 10,
      total: 100,
      fileName: null,
      downloadUrl: null,
      errors: [],
      importSummary: null,
    },
  },
});

/** Shows the form before a server that answers so; gives what the server was asked for. */
function show(userErrors: unknown[] = []): Input[] {
  const inputs: Input[] = [];
  answerGraphql({
    Job: job,
    ExportArchive: ({ input }) => {
      inputs.push(input as Input);
      const made = userErrors.length === 0 ? { id: 'job_1' } : null;
      return { data: { exportArchive: { job: made, userErrors } } };
    },
  });
  render(<ArchiveForm />, { wrapper: TestProviders });
  return inputs;
}

const start = () => userEvent.click(screen.getByRole('button', { name: 'Archief maken' }));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the archive', () => {
  it('is encrypted with a passphrase that is typed twice and then forgotten', async () => {
    const inputs = show();
    const passphrase = screen.getByLabelText('Wachtwoordzin');
    await userEvent.type(passphrase, 'een zin die niemand raadt');
    await userEvent.type(screen.getByLabelText('Nog een keer'), 'een andere zin');
    await start();
    expect(screen.getByText('De twee zijn niet gelijk.')).toBeVisible();
    expect(inputs).toEqual([]);

    await userEvent.clear(screen.getByLabelText('Nog een keer'));
    await userEvent.type(screen.getByLabelText('Nog een keer'), 'een zin die niemand raadt');
    await start();
    expect(await screen.findByRole('dialog', { name: 'Archief van de omgeving' })).toBeVisible();
    expect(inputs).toEqual([
      { locale: 'NL', encryption: { passphrase: 'een zin die niemand raadt' } },
    ]);
    expect(passphrase).toHaveValue('');
  });

  it('is encrypted to a key, or not at all', async () => {
    const inputs = show();
    await userEvent.click(screen.getByRole('radio', { name: 'Wie een sleutel heeft' }));
    await userEvent.type(screen.getByLabelText('Publieke sleutel'), 'age1abc');
    await userEvent.click(screen.getByRole('radio', { name: 'English' }));
    await start();
    expect(inputs).toEqual([{ locale: 'EN', encryption: { recipient: 'age1abc' } }]);
  });

  it('is not encrypted for who chooses that', async () => {
    const inputs = show();
    await userEvent.click(screen.getByRole('radio', { name: 'Iedereen die het bestand heeft' }));
    await start();
    expect(inputs).toEqual([{ locale: 'NL' }]);
  });

  it('says at the field what is wrong with it', async () => {
    const path = ['encryption', 'passphrase'];
    show([{ code: 'PASSPHRASE_TOO_SHORT', path, params: { min: '12' } }]);
    await start();
    expect(await screen.findByText('Gebruik minstens 12 tekens.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    [true, 'Archief maken'],
    [false, null],
  ])('is offered to whoever may take it along: %s', async (canTakeArchive, button) => {
    answerGraphql({ Viewer: viewerAnswer({ canTakeArchive }) });
    const page = (
      <Suspense>
        <ArchivePage />
      </Suspense>
    );
    render(page, { wrapper: TestProviders });
    expect(await screen.findByRole('heading', { name: 'Gegevens meenemen' })).toBeVisible();
    if (button) expect(screen.getByRole('button', { name: button })).toBeVisible();
    else expect(screen.getByText('Geen toegang')).toBeVisible();
  });
});

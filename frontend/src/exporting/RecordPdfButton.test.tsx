import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { lookAt } from '@/looking-back/looked-at';
import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql } from '@/testing/answer-graphql';

import { RecordPdfButton } from './RecordPdfButton';

/** Has the PDF made; gives what the server was asked. */
async function makePdf(choose: (dialog: HTMLElement) => Promise<void> = () => Promise.resolve()) {
  const inputs: unknown[] = [];
  answerGraphql({
    StartRecordExport: ({ input }) => {
      inputs.push(input);
      const userErrors = [{ code: 'TOO_MANY', path: [], params: {} }];
      return { data: { startRecordExport: { job: null, userErrors } } };
    },
  });
  render(<RecordPdfButton record={{ id: 'rec_1', code: 'RIS-0001' }} />, {
    wrapper: TestProviders,
  });
  await userEvent.click(screen.getByRole('button', { name: 'PDF' }));
  // Loaded when it is asked for.
  const name = 'PDF van RIS-0001';
  const dialog = await screen.findByRole('dialog', { name }, { timeout: 10_000 });
  await choose(dialog);
  await userEvent.click(within(dialog).getByRole('button', { name: 'PDF maken' }));
  await within(dialog).findByRole('alert');
  return { inputs, dialog };
}

afterEach(() => {
  lookAt(null);
  vi.unstubAllGlobals();
});

describe('the PDF of a record', () => {
  it('is asked for in the language that is chosen', async () => {
    const { inputs } = await makePdf(async (dialog) => {
      await userEvent.click(within(dialog).getByRole('radio', { name: 'English' }));
    });
    expect(inputs).toEqual([{ recordId: 'rec_1', locale: 'EN' }]);
  });

  it('is not made of what a back-up holds, which is told', async () => {
    lookAt({ kind: 'backup', restoreId: 'rst_1', takenAt: '2026-11-26T09:00:00Z' });
    render(<RecordPdfButton record={{ id: 'rec_1', code: 'RIS-0001' }} />, {
      wrapper: TestProviders,
    });
    const button = screen.getByRole('button', { name: 'PDF' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(button);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'Uit een back-up kunt u niet exporteren.',
    );
  });

  it('tells the day that is looked back at', async () => {
    lookAt({ kind: 'day', day: '2026-09-30' });
    const { inputs, dialog } = await makePdf();
    expect(inputs).toEqual([{ recordId: 'rec_1', locale: 'NL', asOf: '2026-09-30' }]);
    expect(dialog).toHaveTextContent('de stand aan het einde van 30 september 2026');
  });
});

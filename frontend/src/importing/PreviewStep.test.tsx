import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import type { ImportInput } from '@/graphql';
import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql } from '@/testing/answer-graphql';

import { PreviewStep } from './PreviewStep';
import type { ImportWizard } from './useImportWizard';

const NOTHING = () => undefined;

/** The wizard at its preview, of which only the switch can be turned. */
function Preview({ onStarted }: { onStarted: ImportWizard['started'] }) {
  const [overwritesConflicts, setOverwritesConflicts] = useState(false);
  const wizard: ImportWizard = {
    step: 'preview',
    source: { uploadId: 'upl_1', sheetName: 'Data' },
    makesRegister: false,
    formKey: 'risks',
    mapping: { 0: 'title' },
    overwritesConflicts,
    run: null,
    setMakesRegister: NOTHING,
    setMapping: NOTHING,
    setOverwritesConflicts,
    chooseSource: NOTHING,
    goTo: NOTHING,
    registerMade: NOTHING,
    started: onStarted,
    startOver: NOTHING,
    input: {
      uploadId: 'upl_1',
      sheetName: 'Data',
      formKey: 'risks',
      mapping: [{ column: 0, fieldKey: 'title' }],
      overwriteConflicts: overwritesConflicts,
    },
  };
  return <PreviewStep wizard={wizard} />;
}

const change = { fieldKey: 'title', fieldLabel: 'Titel', before: 'Brand', after: 'Waterschade' };

/** One new row, and one of a record that was changed since it was exported. */
const planOf = ({ overwriteConflicts }: ImportInput) => ({
  rowCount: 2,
  createCount: 1,
  updateCount: overwriteConflicts ? 1 : 0,
  unchangedCount: 0,
  conflictCount: overwriteConflicts ? 0 : 1,
  errorCount: 0,
  errors: [],
  rows: [
    {
      row: 2,
      action: overwriteConflicts ? 'UPDATE' : 'CONFLICT',
      code: 'RIS-0001',
      title: 'Waterschade',
      changes: [change],
    },
    { row: 3, action: 'CREATE', code: null, title: 'Inbraak', changes: [] },
  ],
});

function show() {
  const started: { conflictCount: number }[] = [];
  const inputs: ImportInput[] = [];
  answerGraphql({
    PreviewImport: ({ input }) => ({
      data: { previewImport: { plan: planOf(input as ImportInput), userErrors: [] } },
    }),
    StartImport: ({ input }) => {
      inputs.push(input as ImportInput);
      return { data: { startImport: { job: { id: 'job_1' }, userErrors: [] } } };
    },
  });
  render(<Preview onStarted={(run) => started.push(run)} />, { wrapper: TestProviders });
  return { started, inputs };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('records that were changed since the export', () => {
  it('are left alone and shown with both values', async () => {
    const { started } = show();
    await screen.findByText('1 registratie is gewijzigd sinds de export');
    const row = within(screen.getByRole('table')).getByRole('row', { name: /RIS-0001/ });
    expect(row).toHaveTextContent('nu in het register: Brand');
    expect(row).toHaveTextContent('in het bestand: Waterschade');
    await userEvent.click(screen.getByRole('button', { name: '1 registratie importeren' }));
    await vi.waitFor(() => {
      expect(started).toEqual([{ jobId: 'job_1', conflictCount: 1 }]);
    });
  });

  it('are written over when one wants so, after another look', async () => {
    const { inputs } = show();
    await userEvent.click(await screen.findByRole('switch', { name: 'Toch overschrijven' }));
    await screen.findByText('Wijzigingen van na de export worden overschreven');
    const start = await screen.findByRole('button', { name: '2 registraties importeren' });
    expect(screen.getByRole('switch', { name: 'Toch overschrijven' })).toHaveFocus();
    await userEvent.click(start);
    await vi.waitFor(() => {
      expect(inputs).toMatchObject([{ overwriteConflicts: true }]);
    });
  });
});

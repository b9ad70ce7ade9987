import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql } from '@/testing/answer-graphql';

import { TemplateButton } from './TemplateButton';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('makes a workbook of all columns and no rows, and follows it', async () => {
  const inputs: unknown[] = [];
  answerGraphql({
    StartExport: ({ input }) => {
      inputs.push(input);
      return { data: { startExport: { job: { id: 'job_1' }, userErrors: [] } } };
    },
    Job: () => ({ data: { job: null } }),
  });
  render(<TemplateButton form={{ key: 'risks', name: 'Risico’s' }} />, { wrapper: TestProviders });
  await userEvent.click(screen.getByRole('button', { name: 'Sjabloon downloaden' }));
  await screen.findByRole('dialog', { name: 'Sjabloon van Risico’s' }, { timeout: 10_000 });
  expect(inputs).toEqual([
    { formKey: 'risks', format: 'XLSX', locale: 'NL', filter: { statusKeys: [] } },
  ]);
});

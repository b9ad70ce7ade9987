import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';
import { stagedAttempt, stagedRun } from '@/testing/staged-backups';

import type { BackupRun } from './backup-documents';
import { StateCell } from './StateCell';

const show = (run: BackupRun) =>
  render(<StateCell run={run} />, { wrapper: TestProviders }).container;

it.each([
  ['Aangevraagd', stagedAttempt({ state: 'ASKED' })],
  ['Bezig', stagedAttempt({ state: 'RUNNING' })],
  ['Mislukt', stagedAttempt({ state: 'FAILED' })],
  ['Gemaakt, nog niet bewezen', stagedRun({ state: 'MADE' })],
  ['Bewezen', stagedRun()],
  ['Afgekeurd', stagedRun({ state: 'REFUTED' })],
  ['Opgeruimd', stagedRun({ removedAt: '2026-11-26T00:00:00Z' })],
])('says %s in words, with a sign', (words, run) => {
  const container = show(run);
  expect(screen.getByText(words, { exact: true })).toBeVisible();
  expect(container.querySelector('svg')).toBeInTheDocument();
});

it('tells how far it is, in bytes', () => {
  show(stagedAttempt({ state: 'RUNNING', doneBytes: 16e6 }));
  expect(screen.getByText('16 MB van 64 MB')).toBeVisible();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '25');
});

it('tells when a failed one is tried again', () => {
  const container = show(stagedAttempt({ state: 'FAILED', nextAttemptAt: '2026-11-27T10:30:00' }));
  expect(container).toHaveTextContent('Nieuwe poging: 27 nov 2026, 10:30');
});

it('tells how long proving took, and how much was compared', () => {
  show(stagedRun());
  expect(screen.getByText('In 7,4 seconden, 48.213 rijen vergeleken')).toBeVisible();
});

it('tells that retention removed it', () => {
  const container = show(stagedRun({ removedAt: '2026-11-26T12:00:00Z' }));
  expect(container).toHaveTextContent('De bewaartermijn was voorbij op 26 nov 2026');
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import { aField, aForm } from '../testing/sample-form';
import { ConflictDialog } from './ConflictDialog';
import type { EditValues } from './edit-value';
import type { SavedRecord } from './record-mutations';
import type { RecordFormControl } from './useRecordForm';

const form = aForm({
  fields: [
    aField({ key: 'title', label: 'Titel' }),
    aField({ key: 'place', label: 'Plaats' }),
    aField({ key: 'notes', label: 'Notities' }),
  ],
});

const values = (title: string, place: string, notes: string): EditValues => ({
  title: { kind: 'TEXT', text: title },
  place: { kind: 'TEXT', text: place },
  notes: { kind: 'TEXT', text: notes },
});

const textValue = (key: string, text: string) => ({
  key,
  value: { __typename: 'TextValue' as const, text },
});

const now = {
  id: 'rec_1',
  version: 8,
  updatedAt: '2026-11-20T09:00:00Z',
  updatedBy: { id: 'usr_2', displayName: 'Joost Hekman' },
  values: [textValue('title', 'Brand'), textValue('place', 'Zwolle'), textValue('notes', '')],
} as unknown as SavedRecord;

it('shows what it was and what both made of it, and saves field by field what was chosen', async () => {
  const resolve = vi.fn();
  const control = {
    // Both changed the place; only I wrote a note; only the colleague changed the title.
    baseValues: values('Brandje', 'Ommen', ''),
    values: values('Brandje', 'Dalfsen', 'Gezien'),
    resolve,
    dismissConflict: () => undefined,
  } as unknown as RecordFormControl;
  render(<ConflictDialog form={form} now={now} control={control} />, { wrapper: TestProviders });

  const contested = await screen.findByRole('radiogroup', { name: 'Plaats' });
  expect(screen.getByText('Eerst: Ommen')).toBeVisible();
  expect(within(contested).getByRole('radio', { name: /Dalfsen/ })).toBeChecked();
  expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
  expect(screen.getByText('Brandje').closest('dd')).toHaveTextContent('Brandje Brand');
  expect(screen.getByText('Gezien').closest('dd')).toHaveTextContent('Niet ingevuld Gezien');

  await userEvent.click(within(contested).getByRole('radio', { name: /Zwolle/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Samenvoegen en opslaan' }));
  expect(resolve).toHaveBeenCalledWith(values('Brand', 'Zwolle', 'Gezien'), now);
});

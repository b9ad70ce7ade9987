import { expect, it } from 'vitest';

import { decodeListState } from '@/registers/list/list-state';
import { aField, aForm } from '@/registers/testing/sample-form';

import { toExportInput } from './export-request';

const form = aForm({ fields: [aField({ key: 'title' }), aField({ key: 'owner', kind: 'USER' })] });
const state = decodeListState({ q: 'laptop', sort: '-updated' });
const columns = ['$status', 'owner', '$updated'];

it('asks for the list as filtered and sorted, with the title and the fields on screen', () => {
  const choice = { format: 'XLSX', columns: 'screen', locale: 'NL', asOf: null } as const;
  expect(toExportInput({ form, state, columns }, choice)).toEqual({
    formKey: 'risks',
    format: 'XLSX',
    locale: 'NL',
    filter: { search: 'laptop' },
    sort: { by: 'UPDATED_AT', direction: 'DESC' },
    columns: ['title', 'owner'],
  });
});

it('leaves the columns out when all fields are wanted', () => {
  const choice = { format: 'CSV', columns: 'all', locale: 'EN', asOf: null } as const;
  expect(toExportInput({ form, state, columns }, choice)).not.toHaveProperty('columns');
});

it('asks for the past day that is looked back at', () => {
  const choice = { format: 'PDF', columns: 'all', locale: 'NL', asOf: '2026-09-30' } as const;
  expect(toExportInput({ form, state, columns }, choice)).toMatchObject({ asOf: '2026-09-30' });
});

import { describe, expect, it } from 'vitest';

import { archivedRegisters } from './archived-registers';

const event = (action: string, key: string, at: string) => ({
  id: `${action} ${at}`,
  action,
  at,
  actorName: 'Annelies Kuiper',
  subjectId: null,
  details: { key },
});

describe('archived registers', () => {
  it('are those of which the last thing told is that they were archived', () => {
    const found = archivedRegisters([
      event('form.archived', 'keys', '2026-03-01'),
      event('form.restored', 'cars', '2026-02-03'),
      event('form.archived', 'cars', '2026-02-02'),
      event('form.restored', 'keys', '2026-02-01'),
      event('form.archived', 'keys', '2026-01-01'),
    ]);
    expect(found).toEqual([{ key: 'keys', at: '2026-03-01', by: 'Annelies Kuiper' }]);
  });

  it('leave out what was erased from the log', () => {
    expect(
      archivedRegisters([{ ...event('form.archived', 'keys', '2026-03-01'), details: {} }]),
    ).toEqual([]);
  });
});

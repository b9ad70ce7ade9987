import { describe, expect, it } from 'vitest';

import { newestFirst } from './newest-first';
import { countOfKind } from './overview';
import { type RiskMatrixData, countByLevel, scoreRange } from './risk-matrix-data';

const low = { key: 'low', label: 'Laag', colour: 'green', minimumScore: 1 };
const high = { key: 'high', label: 'Hoog', colour: 'red', minimumScore: 10 };
const matrix: RiskMatrixData = {
  scale: { likelihood: [], impact: [], levels: [low, high] },
  cells: [
    { likelihood: 1, impact: 2, score: 2, count: 3, level: low },
    { likelihood: 3, impact: 3, score: 9, count: 1, level: low },
  ],
};

describe('the risk matrix', () => {
  it('counts by level, the gravest first and empty levels too', () => {
    expect(countByLevel(matrix).map(({ level, count }) => [level.key, count])).toEqual([
      ['high', 0],
      ['low', 4],
    ]);
  });

  it('knows which scores belong to a level', () => {
    expect(scoreRange(matrix.scale, 'low')).toEqual({ from: 1, to: 9 });
    expect(scoreRange(matrix.scale, 'high')).toEqual({ from: 10, to: null });
  });
});

describe('work that waits', () => {
  it('adds up all statuses of a kind and names them for the link', () => {
    const status = (key: string, kind: 'OPEN' | 'DONE') => ({ key, kind, label: key, colour: '' });
    const statusCounts = [
      { count: 2, status: status('new', 'OPEN') },
      { count: 5, status: status('closed', 'DONE') },
      { count: 1, status: status('reported', 'OPEN') },
    ];
    expect(countOfKind({ statusCounts }, 'OPEN')).toEqual({
      count: 3,
      statusKeys: ['new', 'reported'],
    });
  });
});

describe('the latest changes', () => {
  it('are the newest of all registers together', () => {
    const records = ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z'];
    const latest = newestFirst(
      records.map((updatedAt) => ({ updatedAt })),
      2,
    );
    expect(latest.map(({ updatedAt }) => updatedAt.slice(5, 7))).toEqual(['03', '02']);
  });
});

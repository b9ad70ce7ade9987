import { describe, expect, it } from 'vitest';

import { stagedBackups, stagedPlace, stagedRun } from '@/testing/staged-backups';

import { keeperHealth, placeHealth, verdict } from './health';

const NOW = new Date('2026-11-27T12:00:00Z');

describe('a store', () => {
  it('is in order when its last back-up is proven and no newer one is due', () => {
    expect(placeHealth(stagedPlace(), [stagedRun()])).toBe('fine');
  });

  it('is overdue before anything else', () => {
    const place = stagedPlace({ overdueSince: '2026-11-27T10:00:00Z', lastProvenTakenAt: null });
    expect(placeHealth(place, [stagedRun({ state: 'REFUTED' })])).toBe('overdue');
  });

  it('has none yet', () => {
    const place = stagedPlace({ lastTakenAt: null, lastProvenTakenAt: null });
    expect(placeHealth(place, [])).toBe('none');
  });

  it('waits for its first proof, and not for ever', () => {
    const place = stagedPlace({ lastProvenTakenAt: null });
    const first = stagedRun({ state: 'MADE' });
    expect(placeHealth(place, [first])).toBe('waiting');
    const older = stagedRun({ id: 'bru_0', state: 'MADE', takenAt: '2026-11-20T09:00:00Z' });
    expect(placeHealth(place, [first, older])).toBe('unproven');
  });

  it('is wrong while the last that was judged is refuted, in that store', () => {
    const good = stagedRun({ takenAt: '2026-11-26T21:00:00Z' });
    const bad = stagedRun({ id: 'bru_2', state: 'REFUTED' });
    expect(placeHealth(stagedPlace(), [bad, good])).toBe('refuted');
    expect(placeHealth(stagedPlace({ tier: 'COLD' }), [bad, good])).toBe('fine');
    const better = stagedRun({ id: 'bru_3', takenAt: '2026-11-27T11:00:00Z' });
    const fresh = stagedRun({ id: 'bru_4', state: 'MADE', takenAt: '2026-11-27T11:30:00Z' });
    expect(placeHealth(stagedPlace(), [fresh, better, bad, good])).toBe('fine');
  });

  it.each([
    ['HOT', '2026-11-26T09:00:00Z', 'fine'],
    ['HOT', '2026-11-26T08:59:00Z', 'unproven'],
    ['COLD', '2026-11-25T09:00:00Z', 'fine'],
    ['COLD', '2026-11-25T08:59:00Z', 'unproven'],
    ['COLD', null, 'unproven'],
  ] as const)('%s of which %s is proven is %s', (tier, lastProvenTakenAt, health) => {
    expect(placeHealth(stagedPlace({ tier, lastProvenTakenAt }), [])).toBe(health);
  });
});

describe('whoever proves back-ups', () => {
  it.each([
    ['fine', true, true],
    ['never', false, null],
    ['unnoticed', false, false],
    // Noticed, but too long ago.
    ['late', false, true],
  ] as const)('is %s', (health, isKeeperSound, isLastDrillNoticed) => {
    expect(keeperHealth({ isKeeperSound, isLastDrillNoticed })).toBe(health);
  });
});

describe('the verdict', () => {
  it('is as bad as the worst, and names the latest moment one can go back to', () => {
    expect(verdict(stagedBackups())).toEqual({
      level: 'fine',
      provenAt: '2026-11-27T09:00:00Z',
    });
    const late = stagedPlace({ overdueSince: NOW.toISOString(), lastProvenTakenAt: null });
    const cold = stagedPlace({ tier: 'COLD', lastProvenTakenAt: '2026-11-27T02:00:00Z' });
    expect(verdict(stagedBackups({ places: [late, cold] }))).toEqual({
      level: 'wrong',
      provenAt: '2026-11-27T02:00:00Z',
    });
  });

  it('is no better than the one who judges', () => {
    expect(verdict(stagedBackups({ isKeeperSound: false })).level).toBe('wrong');
    const untried = stagedBackups({ isKeeperSound: false, isLastDrillNoticed: null });
    expect(verdict(untried).level).toBe('attention');
  });

  it('says when there is nothing to go back to', () => {
    const places = [stagedPlace({ lastTakenAt: null, lastProvenTakenAt: null })];
    expect(verdict(stagedBackups({ places }))).toEqual({ level: 'attention', provenAt: null });
  });
});

import { describe, expect, it } from 'vitest';

import { measurePassword } from './password-strength';

describe('the length of a password', () => {
  it.each([
    ['', 0, 'short'],
    ['elf tekens!', 11, 'short'],
    ['twaalftekens', 12, 'enough'],
    ['een lange zin als deze', 22, 'strong'],
  ])('of "%s" is %i: %s', (password, length, strength) => {
    expect(measurePassword(password)).toMatchObject({ length, strength });
  });

  it('counts characters as people see them', () => {
    expect(measurePassword('🔑🔑').length).toBe(2);
  });

  it('fills the meter and no more', () => {
    expect(measurePassword('').share).toBe(0);
    expect(measurePassword('a'.repeat(200)).share).toBe(100);
  });
});

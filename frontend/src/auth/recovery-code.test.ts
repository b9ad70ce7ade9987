import { describe, expect, it } from 'vitest';

import { recoverySheetText, tidyRecoveryCode } from './recovery-code';

describe('a recovery code as typed', () => {
  it.each([
    'ABCD-EFGH-JKMN-PQRS',
    'abcd efgh jkmn pqrs',
    'abcdefghjkmnpqrs',
    ' ABCD–EFGH–JKMN–PQRS ',
  ])('is four groups of four: "%s"', (typed) => {
    expect(tidyRecoveryCode(typed)).toBe('ABCD-EFGH-JKMN-PQRS');
  });

  it('is nothing when nothing was typed', () => {
    expect(tidyRecoveryCode(' - ')).toBe('');
  });
});

describe('the sheet of recovery codes', () => {
  it('says what it is for and numbers the codes', () => {
    const text = recoverySheetText({
      title: 'Herstelcodes',
      facts: ['Omgeving: Zorgpunt'],
      codes: ['AAAA-AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB-BBBB'],
    });
    expect(text.split('\r\n')).toEqual([
      'Herstelcodes',
      '',
      'Omgeving: Zorgpunt',
      '',
      ' 1.  AAAA-AAAA-AAAA-AAAA',
      ' 2.  BBBB-BBBB-BBBB-BBBB',
      '',
    ]);
  });
});

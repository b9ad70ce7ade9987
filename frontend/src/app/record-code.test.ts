import { describe, expect, it } from 'vitest';

import { parseRecordCode } from './record-code';

describe('a typed record code', () => {
  it.each(['RIS-0012', 'ris-12', 'Ris 12', ' RIS12 '])('is read from "%s"', (text) => {
    expect(parseRecordCode(text)).toEqual({ prefix: 'RIS', number: 12 });
  });

  it.each(['', 'RIS', '12', 'RIS-0', 'RIS-', 'laptop 12 gestolen', 'R-1', 'RIS-9999999999'])(
    'is not read from "%s"',
    (text) => {
      expect(parseRecordCode(text)).toBeNull();
    },
  );
});

import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { useUserErrors } from './user-errors';

const texts = () => renderHook(() => useUserErrors()).result.current;

describe('errors the user can mend', () => {
  it('become a sentence with their figures, written the Dutch way', () => {
    expect(texts().sentence({ code: 'TOO_LONG', params: { max: 2000 } })).toBe(
      'Gebruik hoogstens 2.000 tekens.',
    );
  });

  it('name a day as people do', () => {
    const error = { code: 'DATE_TOO_LATE', params: { max: '2027-11-26' } };
    expect(texts().sentence(error)).toBe('Kies een dag tot en met 26 nov 2027.');
  });

  it('without a sentence of their own are named', () => {
    expect(texts().sentence({ code: 'BRAND_NEW', params: {} })).toContain('BRAND_NEW');
  });

  it('go to the field that ends their path', () => {
    const errors = [
      { code: 'REQUIRED', path: ['values', 'title'], params: {} },
      { code: 'CONFLICT', path: [], params: {} },
    ];
    expect(texts().byField(errors)).toEqual({ title: 'Vul dit veld in.' });
  });

  it('go to the place that their whole path names, the first of each', () => {
    const errors = [
      { code: 'REQUIRED', path: ['fields', '3', 'label'], params: {} },
      { code: 'CONFLICT', path: ['fields', '3', 'label'], params: {} },
    ];
    expect([...texts().byPath(errors)]).toEqual([['fields.3.label', 'Vul dit veld in.']]);
  });

  it('are general when no field of the form shows them', () => {
    const errors = [
      { code: 'REQUIRED', path: ['values', 'hidden'], params: {} },
      { code: 'CONFLICT', path: [], params: {} },
    ];
    expect(texts().general(errors, ['title'])).toEqual([
      'Vul dit veld in.',
      'Iemand anders heeft dit intussen gewijzigd.',
    ]);
    expect(texts().general(errors)).toEqual(['Iemand anders heeft dit intussen gewijzigd.']);
  });
});

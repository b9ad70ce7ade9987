import { describe, expect, it } from 'vitest';

import { networkError, toAppError } from './app-error';

describe('an error of the server', () => {
  it('keeps the code of the closed list', () => {
    expect(toAppError({ code: 'FORBIDDEN' }).code).toBe('FORBIDDEN');
  });

  it('counts as internal when its code is not known', () => {
    expect(toAppError({ code: 'TEAPOT' }).code).toBe('INTERNAL');
    expect(toAppError(undefined).code).toBe('INTERNAL');
  });

  it('tells how long to wait and what to quote to support', () => {
    const { details } = toAppError({
      code: 'THROTTLED',
      retryAfterSeconds: 27,
      requestId: 'req_1',
    });
    expect(details).toEqual({ retryAfterSeconds: 27, requestId: 'req_1' });
  });

  it('leaves out details of the wrong type', () => {
    const { details } = toAppError({ code: 'THROTTLED', retryAfterSeconds: 'soon' });
    expect(details).toEqual({});
  });

  it('is temporary only when trying again may help', () => {
    expect(networkError(new TypeError('failed')).isTemporary).toBe(true);
    expect(toAppError({ code: 'UNAVAILABLE' }).isTemporary).toBe(true);
    expect(toAppError({ code: 'NOT_FOUND' }).isTemporary).toBe(false);
  });
});

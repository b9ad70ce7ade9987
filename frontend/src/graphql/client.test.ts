import { afterEach, describe, expect, it, vi } from 'vitest';

import { SignOutDocument } from '@/auth/sign-in-documents';

import { request } from './client';

const answerWith = (body: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body)));

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a request', () => {
  it('proves with a header that it comes from our own page', async () => {
    const fetch = answerWith({ data: { signOut: { userErrors: [] } } });
    await request(SignOutDocument);
    const options = fetch.mock.calls[0]?.[1];
    expect(new Headers(options?.headers).get('X-Requested-With')).toBe('waarborg');
    expect(options?.credentials).toBe('same-origin');
  });

  it('gives the data', async () => {
    answerWith({ data: { signOut: { userErrors: [] } } });
    await expect(request(SignOutDocument)).resolves.toEqual({ signOut: { userErrors: [] } });
  });

  it('fails with the code of the first error, even when there is data too', async () => {
    answerWith({
      data: { signOut: null },
      errors: [{ message: 'no', extensions: { code: 'UNAUTHENTICATED' } }],
    });
    await expect(request(SignOutDocument)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('fails as a network error when the server cannot be reached', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    await expect(request(SignOutDocument)).rejects.toMatchObject({ code: 'NETWORK' });
  });

  it('fails as a network error when something else than JSON answers', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('<html>Bad gateway</html>'));
    await expect(request(SignOutDocument)).rejects.toMatchObject({ code: 'NETWORK' });
  });
});

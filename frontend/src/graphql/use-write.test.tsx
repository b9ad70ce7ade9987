import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { CreateRecordDocument } from '@/registers/edit/record-mutations';

import { useWrite } from './use-write';

const RISK = { input: { formKey: 'risks', values: [] } };

const answerWith = (body: unknown) =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(JSON.stringify(body)));

afterEach(() => {
  vi.restoreAllMocks();
});

function show(refresh: string[] = []) {
  const client = new QueryClient();
  const asked = vi.spyOn(client, 'invalidateQueries');
  const { result } = renderHook(
    () =>
      useWrite(CreateRecordDocument, {
        payload: (reply) => reply.createRecord,
        fields: ['name'],
        refresh,
      }),
    {
      wrapper: ({ children }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  return { result, asked };
}

const refused = (code: string, path: string[]) => ({
  data: { createRecord: { record: null, userErrors: [{ code, path, params: {} }] } },
});

describe('a write', () => {
  it('gives the payload and asks anew what it changed', async () => {
    answerWith({ data: { createRecord: { record: null, userErrors: [] } } });
    const { result, asked } = show(['Accounts']);
    await act(async () => {
      expect(await result.current.write(RISK)).toEqual({ record: null, userErrors: [] });
    });
    expect(asked).toHaveBeenCalledWith({ queryKey: ['Accounts'] });
  });

  it('keeps what was refused at its field', async () => {
    answerWith(refused('REQUIRED', ['name']));
    const { result } = show();
    await act(async () => {
      expect(await result.current.write(RISK)).toBeNull();
    });
    expect(result.current.errorOf.name).toBe('Vul dit veld in.');
    expect(result.current.general).toEqual([]);
  });

  it('tells what belongs to no field of the form in general', async () => {
    answerWith(refused('CONFLICT', ['version']));
    const { result } = show();
    await act(async () => {
      await result.current.write(RISK);
    });
    expect(result.current.general).toHaveLength(1);
    act(() => {
      result.current.reset();
    });
    expect(result.current.general).toEqual([]);
  });

  it('comes to nothing when the request fails as a whole', async () => {
    answerWith({ errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] });
    const { result } = show();
    await act(async () => {
      expect(await result.current.write(RISK)).toBeNull();
    });
    expect(result.current.refused).toEqual([]);
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { dayFromNow } from '@/i18n/days';
import { TestProviders } from '@/testing/TestProviders';
import { type Answer, answerGraphql } from '@/testing/answer-graphql';

import { NewTokenDialog } from './NewTokenDialog';

async function show(answer: (input: Record<string, unknown>) => Answer) {
  const inputs: Record<string, unknown>[] = [];
  answerGraphql({
    RegisterMenu: () => ({ data: { forms: [] } }),
    CreateApiToken: ({ input }) => {
      inputs.push(input as Record<string, unknown>);
      return answer(input as Record<string, unknown>);
    },
  });
  const onMade = vi.fn();
  render(
    <Suspense>
      <NewTokenDialog onClose={() => undefined} onMade={onMade} />
    </Suspense>,
    { wrapper: TestProviders },
  );
  // The calendar is loaded on its own, which takes a while.
  await screen.findByLabelText('Naam', {}, { timeout: 15_000 });
  return { inputs, onMade };
}

const payload = (part: object): Answer => ({
  data: { createApiToken: { apiToken: null, secret: null, userErrors: [], ...part } },
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('making an API token', { timeout: 30_000 }, () => {
  it('gives it as little as possible unless told otherwise, and an end', async () => {
    const { inputs, onMade } = await show(() => payload({ secret: 'wbg_x' }));
    await userEvent.type(screen.getByLabelText('Naam'), ' Koppeling ');
    await userEvent.click(screen.getByRole('button', { name: 'Token maken' }));
    await vi.waitFor(() => {
      expect(onMade).toHaveBeenCalledExactlyOnceWith('wbg_x');
    });
    expect(inputs).toEqual([
      {
        name: 'Koppeling',
        canWrite: false,
        formKeys: null,
        networks: [],
        expiresOn: dayFromNow(90),
      },
    ]);
  });

  it('says at the addresses that one of them is none', async () => {
    const error = { code: 'NETWORK_INVALID', path: ['networks', '0'], params: {} };
    const { inputs, onMade } = await show(() => payload({ userErrors: [error] }));
    await userEvent.type(screen.getByLabelText('Adressen', { selector: 'input' }), 'thuis{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Token maken' }));
    expect(await screen.findByText(/niet allemaal IP-adressen/)).toBeVisible();
    expect(inputs[0]).toMatchObject({ networks: ['thuis'] });
    expect(onMade).not.toHaveBeenCalled();
  });
});

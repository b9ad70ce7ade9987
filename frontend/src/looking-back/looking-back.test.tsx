import { useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Mock } from 'vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { registerMenuQuery } from '@/app/registers';
import { SignOutDocument } from '@/auth/sign-in-documents';
import { sessionQuery } from '@/auth/session';
import { request } from '@/graphql';
import { OF_TODAY } from '@/graphql/of-today';
import * as documents from '@/graphql/generated/graphql';
import { operationOf } from '@/graphql/operation';
import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql, viewerAnswer } from '@/testing/answer-graphql';

import DayChoice from './DayChoice';
import { asOfDay, setAsOf, useAsOf } from './as-of';

const NOTHING = () => undefined;

/** The day each operation was asked about, in order. */
const daysAsked = (fetch: Mock) =>
  fetch.mock.calls.map(([, options]) =>
    new Headers((options as RequestInit).headers).get('Waarborg-As-Of'),
  );

/** Shows how many registers there are, as any page does. */
function Page() {
  const day = useAsOf();
  const { data } = useQuery(registerMenuQuery());
  return (
    <p key={day}>
      {day ?? 'now'}: {data?.forms.length ?? '…'}
    </p>
  );
}

const forms = (count: number) => ({
  data: { forms: Array.from({ length: count }, (_, index) => ({ id: `frm_${index}` })) },
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T10:00:00Z'), toFake: ['Date'] });
});

afterEach(() => {
  setAsOf(null);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what the server is asked while one looks back', () => {
  it('is about that day, except what can only be about now', async () => {
    const { fetch } = answerGraphql({
      RegisterMenu: () => forms(1),
      Viewer: viewerAnswer(),
      SignOut: () => ({ data: { signOut: { userErrors: [] } } }),
    });
    setAsOf('2026-09-30');
    await registerMenuQuery().queryFn?.call(undefined, {} as never);
    await sessionQuery().queryFn?.call(undefined, {} as never);
    await request(SignOutDocument);
    expect(daysAsked(fetch)).toEqual(['2026-09-30', null, null]);
  });

  it('is about now only for queries that exist', () => {
    const queries = Object.values(documents as Record<string, { toString(): string }>)
      .map(operationOf)
      .filter(({ kind }) => kind === 'query')
      .map(({ name }) => name);
    expect([...OF_TODAY].filter((name) => !queries.includes(name))).toEqual([]);
  });
});

describe('a day', () => {
  it('is shown once the server has it ready', async () => {
    const { fetch } = answerGraphql({ LookBack: () => forms(2), RegisterMenu: () => forms(2) });
    render(
      <>
        <DayChoice day={null} onChosen={NOTHING} />
        <Page />
      </>,
      { wrapper: TestProviders },
    );
    await screen.findByText('now: 2');
    await userEvent.click(screen.getByRole('button', { name: /Einde vorig kwartaal/ }));
    await screen.findByText(/^2026-09-30/);
    expect(asOfDay()).toBe('2026-09-30');
    expect(sessionStorage.getItem('waarborg.as-of')).toBe('2026-09-30');
    await waitFor(() => {
      expect(daysAsked(fetch)).toEqual([null, '2026-09-30', '2026-09-30']);
    });
  });

  it('that the server refuses is told, and nothing changes', async () => {
    answerGraphql({ LookBack: () => ({ code: 'BAD_REQUEST' }) });
    render(<DayChoice day={null} onChosen={NOTHING} />, { wrapper: TestProviders });
    await userEvent.click(screen.getByRole('button', { name: /Einde vorig jaar/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Naar 31 december 2025 kunt u niet terugkijken',
    );
    expect(asOfDay()).toBeNull();
  });

  it('of today or later cannot be chosen', () => {
    answerGraphql({});
    render(<DayChoice day={null} onChosen={NOTHING} />, { wrapper: TestProviders });
    expect(screen.getByRole('button', { name: '26 november 2026' })).toBeEnabled();
    expect(screen.getByRole('button', { name: '27 november 2026' })).toBeDisabled();
  });
});

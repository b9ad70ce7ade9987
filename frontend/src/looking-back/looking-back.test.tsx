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
import { lookAt, lookedAt, nameOf, understood, useLookedAt } from './looked-at';

const NOTHING = () => undefined;

/** The day, or the back-up, each operation was asked about, in order. */
const timesAsked = (fetch: Mock) =>
  fetch.mock.calls.map(([, options]) => {
    const headers = new Headers((options as RequestInit).headers);
    return headers.get('Waarborg-As-Of') ?? headers.get('Waarborg-Backup');
  });

const BACKUP = { kind: 'backup', restoreId: 'rst_1', takenAt: '2026-11-26T09:00:00Z' } as const;

/** Shows how many registers there are, as any page does. */
function Page() {
  const time = nameOf(useLookedAt());
  const { data } = useQuery(registerMenuQuery());
  return (
    <p key={time}>
      {time}: {data?.forms.length ?? '…'}
    </p>
  );
}

const kept = (): unknown => JSON.parse(sessionStorage.getItem('waarborg.looked-at') ?? 'null');

const forms = (count: number) => ({
  data: { forms: Array.from({ length: count }, (_, index) => ({ id: `frm_${index}` })) },
});

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T10:00:00Z'), toFake: ['Date'] });
});

afterEach(() => {
  lookAt(null);
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
    lookAt({ kind: 'day', day: '2026-09-30' });
    await registerMenuQuery().queryFn?.call(undefined, {} as never);
    await sessionQuery().queryFn?.call(undefined, {} as never);
    await request(SignOutDocument);
    expect(timesAsked(fetch)).toEqual(['2026-09-30', null, null]);
  });

  it('is about the back-up that is looked into', async () => {
    const { fetch } = answerGraphql({
      RegisterMenu: () => forms(1),
      Viewer: viewerAnswer(),
      SignOut: () => ({ data: { signOut: { userErrors: [] } } }),
    });
    lookAt(BACKUP);
    await registerMenuQuery().queryFn?.call(undefined, {} as never);
    await sessionQuery().queryFn?.call(undefined, {} as never);
    await request(SignOutDocument);
    expect(timesAsked(fetch)).toEqual(['rst_1', null, null]);
    expect([...OF_TODAY]).toContain('ComparedWithBackup');
  });

  it('is about now only for queries that exist', () => {
    const queries = Object.values(documents as Record<string, { toString(): string }>)
      .map(operationOf)
      .filter(({ kind }) => kind === 'query')
      .map(({ name }) => name);
    expect([...OF_TODAY].filter((name) => !queries.includes(name))).toEqual([]);
  });
});

describe('what an earlier page left behind', () => {
  it('is looked at again', () => {
    lookAt(BACKUP);
    expect(understood(kept())).toEqual(BACKUP);
    lookAt(null);
    expect(kept()).toBeNull();
  });

  it.each([
    null,
    '2026-09-30',
    { kind: 'day', day: '2026-11-27' },
    { kind: 'backup', restoreId: '', takenAt: BACKUP.takenAt },
    { kind: 'backup', restoreId: 'rst_1', takenAt: 'gisteren' },
    { kind: 'week' },
  ])('counts for nothing when it makes no sense: %j', (left) => {
    expect(understood(left)).toBeNull();
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
    expect(lookedAt()).toEqual({ kind: 'day', day: '2026-09-30' });
    expect(understood(kept())).toEqual(lookedAt());
    await waitFor(() => {
      expect(timesAsked(fetch)).toEqual([null, '2026-09-30', '2026-09-30']);
    });
  });

  it('that the server refuses is told, and nothing changes', async () => {
    answerGraphql({ LookBack: () => ({ code: 'BAD_REQUEST' }) });
    render(<DayChoice day={null} onChosen={NOTHING} />, { wrapper: TestProviders });
    await userEvent.click(screen.getByRole('button', { name: /Einde vorig jaar/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Naar 31 december 2025 kunt u niet terugkijken',
    );
    expect(lookedAt()).toBeNull();
  });

  it('of today or later cannot be chosen', () => {
    answerGraphql({});
    render(<DayChoice day={null} onChosen={NOTHING} />, { wrapper: TestProviders });
    expect(screen.getByRole('button', { name: '26 november 2026' })).toBeEnabled();
    expect(screen.getByRole('button', { name: '27 november 2026' })).toBeDisabled();
  });
});

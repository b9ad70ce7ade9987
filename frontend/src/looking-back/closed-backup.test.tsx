import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { Component, type ReactNode, Suspense } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import { createQueryClient } from '@/app/query-client';
import { registerMenuQuery } from '@/app/registers';

import { lookAt, lookedAt, nameOf, useLookedAt } from './looked-at';
import { leaveClosedBackup } from './switch-time';

class Boundary extends Component<{ children: ReactNode }> {
  override state = { isBroken: false };
  static getDerivedStateFromError = () => ({ isBroken: true });
  override render() {
    return this.state.isBroken ? 'broken' : this.props.children;
  }
}

/** Asks as pages do, and begins anew at another time as the shell has them do. */
function Shell() {
  const time = nameOf(useLookedAt());
  return (
    <Boundary>
      <Suspense key={time} fallback="…">
        <Page />
      </Suspense>
    </Boundary>
  );
}

function Page() {
  const { data } = useSuspenseQuery(registerMenuQuery());
  return <p>registers of now: {data.forms.length}</p>;
}

const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function show(closed: () => Response) {
  const fetch = vi.fn((_url: string, { headers }: RequestInit) =>
    Promise.resolve(
      new Headers(headers).has('Waarborg-Backup') ? closed() : reply({ data: { forms: [] } }),
    ),
  );
  vi.stubGlobal('fetch', fetch);
  const queryClient: QueryClient = createQueryClient(() => ({
    onSignedOut: () => Promise.resolve(),
    onMutationFailed: () => undefined,
    onBackupClosed: () => {
      leaveClosedBackup(queryClient);
    },
  }));
  lookAt({ kind: 'backup', restoreId: 'rst_1', takenAt: '2026-11-26T09:00:00Z' });
  render(
    <QueryClientProvider client={queryClient}>
      <MantineProvider env="test">
        <Notifications />
        <Shell />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  notifications.clean();
  lookAt(null);
  vi.unstubAllGlobals();
});

it.each([
  ['an error', () => reply({ errors: [{ message: '', extensions: { code: 'BACKUP_NOT_OPEN' } }] })],
  ['a problem', () => reply({ code: 'BACKUP_NOT_OPEN', status: 409 }, 409)],
])('a back-up that was closed elsewhere leads back to now, when told by %s', async (_, closed) => {
  show(closed);
  expect(await screen.findByText('registers of now: 0')).toBeVisible();
  expect(screen.getAllByText('De back-up is niet meer open')).toHaveLength(1);
  expect(lookedAt()).toBeNull();
});

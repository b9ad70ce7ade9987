import { Notifications, notifications } from '@mantine/notifications';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { lookAt, lookedAt } from '@/looking-back/looked-at';
import { answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';
import { stagedRestore, stagedRun } from '@/testing/staged-backups';

import type { Restore } from '../backup-documents';
import { Restores } from '../Restores';
import { LookDialog } from './LookDialog';
import { Looking } from './Looking';

const navigate = vi.hoisted(() => vi.fn());
vi.mock('@tanstack/react-router', () => ({
  useNavigate: () => navigate,
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

const look = (changes: Partial<Restore> = {}) => stagedRestore({ purpose: 'LOOK', ...changes });
const opened = look({ state: 'OPEN', openUntil: '2026-11-27T18:00:00Z' });

const done = { userErrors: [] };
const refusal = (code: string, path: string[]) => ({ userErrors: [{ code, path, params: {} }] });

function showLooking(restores: Restore[], canLook = true) {
  const tree = (shown: Restore[]) => (
    <>
      <Notifications />
      <Looking restores={shown} canLook={canLook} />
    </>
  );
  const { rerender } = render(tree(restores), { wrapper: TestProviders });
  return (next: Restore[]) => {
    rerender(tree(next));
  };
}

afterEach(() => {
  notifications.clean();
  lookAt(null);
  navigate.mockReset();
  vi.unstubAllGlobals();
});

describe('asking to look into a back-up', () => {
  function ask(answer: unknown) {
    const sent: unknown[] = [];
    answerGraphql({
      OpenBackup: ({ input }) => {
        sent.push(input);
        return { data: { openBackup: answer } };
      },
    });
    const onAsked = vi.fn();
    render(<LookDialog run={stagedRun()} onClose={() => undefined} onAsked={onAsked} />, {
      wrapper: TestProviders,
    });
    return { sent, onAsked };
  }
  const submit = () => userEvent.click(screen.getByRole('button', { name: 'Back-up openen' }));

  it('needs a reason, of one line', async () => {
    const { sent, onAsked } = ask({ restore: { id: 'rst_1' }, ...done });
    await submit();
    const reason = screen.getByRole('textbox', { name: /Reden/ });
    expect(reason).toBeInvalid();
    expect(screen.getByText('Schrijf in hoogstens 500 tekens waarom.')).toBeVisible();
    await userEvent.type(reason, 'Wat stond{enter}er?');
    await submit();
    await vi.waitFor(() => {
      expect(onAsked).toHaveBeenCalled();
    });
    expect(sent).toEqual([{ backupId: 'bru_1', reason: 'Wat stond er?' }]);
  });

  it('tells why it cannot', async () => {
    const { onAsked } = ask({ restore: null, ...refusal('BACKUP_OPEN_ALREADY', ['backupId']) });
    await userEvent.type(screen.getByRole('textbox', { name: /Reden/ }), 'Kijken');
    await submit();
    expect(await screen.findByText(/Er is al een back-up open/)).toBeVisible();
    expect(onAsked).not.toHaveBeenCalled();
  });
});

describe('a look', () => {
  it('is not there while none was asked for, nor when it is over', () => {
    showLooking([stagedRestore({ state: 'WAITING' }), look({ state: 'DONE' })]);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('can be cancelled while it is fetched', async () => {
    const closed: unknown[] = [];
    answerGraphql({
      CloseBackup: (variables) => {
        closed.push(variables);
        return { data: { closeBackup: { restore: { id: 'rst_1' }, ...done } } };
      },
    });
    showLooking([look({ state: 'WAITING' })]);
    expect(screen.getByRole('region')).toHaveTextContent('De sleutelhouder haalt hem op…');
    await userEvent.click(screen.getByRole('button', { name: 'Openen intrekken' }));
    expect(await screen.findByText('Het openen is ingetrokken')).toBeVisible();
    expect(closed).toEqual([{ id: 'rst_1' }]);
  });

  it('says when it is open, and leads into it', async () => {
    const next = showLooking([look({ state: 'WAITING' })]);
    next([opened]);
    expect(await screen.findByText('De back-up is open. U kunt erin kijken.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Kijken' }));
    expect(lookedAt()).toEqual({
      kind: 'backup',
      restoreId: 'rst_1',
      takenAt: '2026-11-27T09:00:00Z',
    });
    expect(navigate).toHaveBeenCalledWith({ to: '/' });
  });

  it('says that it failed, and why', async () => {
    const next = showLooking([look({ state: 'WAITING' })]);
    next([look({ state: 'FAILED', failure: 'HANDOVER_REFUSED' })]);
    expect(await screen.findByText('De back-up kon niet worden geopend')).toBeVisible();
    expect(screen.getByText(/De sleutelhouder heeft de back-up niet vrijgegeven/)).toBeVisible();
  });

  it('that is closed leads whoever looked into it back to now, also when it was closed already', async () => {
    answerGraphql({
      CloseBackup: () => ({
        data: { closeBackup: { restore: null, ...refusal('TOO_LATE', ['id']) } },
      }),
    });
    lookAt({ kind: 'backup', restoreId: 'rst_1', takenAt: '2026-11-27T09:00:00Z' });
    showLooking([opened]);
    await userEvent.click(screen.getByRole('button', { name: 'Back-up sluiten' }));
    expect(await screen.findByText('De back-up is gesloten')).toBeVisible();
    expect(lookedAt()).toBeNull();
  });

  it('is only told of to who may not look into it', () => {
    showLooking([opened], false);
    expect(screen.getByRole('region')).toHaveTextContent('Een beheerder kan erin kijken tot');
    expect(screen.queryByRole('button')).toBeNull();
  });
});

it('stands among what back-ups were used for, and is not taken for a restore', () => {
  render(
    <Restores
      restores={[
        opened,
        look({ id: 'rst_2', state: 'DONE' }),
        stagedRestore({ id: 'rst_3', state: 'DONE' }),
      ]}
    />,
    { wrapper: TestProviders },
  );
  const [, first, second, third] = screen.getAllByRole('row');
  expect(first).toHaveTextContent(/Erin kijken.*Open.*Open tot/);
  expect(second).toHaveTextContent(/Erin kijken.*Gesloten/);
  expect(third).toHaveTextContent(/Omgeving terugzetten.*Teruggezet/);
  // Only a restore has steps that can be followed.
  expect([first, second, third].map((row) => row?.querySelectorAll('a').length)).toEqual([0, 0, 1]);
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import type { AuditEvent } from './audit-documents';
import { EventTable } from './EventTable';

const event = (changes: Partial<AuditEvent>): AuditEvent => ({
  id: 'aud_1',
  seq: 1,
  at: '2026-03-01T10:00:00Z',
  actorKind: 'USER',
  actor: { id: 'usr_1' },
  actorName: 'Annelies Kuiper',
  action: 'user.invitation_sent',
  subjectKind: 'usr',
  subjectId: 'usr_2',
  subjectName: 'Eva Janssen',
  changes: [],
  details: {},
  address: '198.51.100.23',
  isRefusal: false,
  isErased: false,
  hash: 'ab12',
  ...changes,
});

function show(changes: Partial<AuditEvent>) {
  const onOpen = vi.fn();
  render(<EventTable events={[event(changes)]} isStale={false} onOpen={onOpen} />, {
    wrapper: TestProviders,
  });
  return onOpen;
}

describe('an event', () => {
  it('is a sentence: who did what to whom', () => {
    show({});
    const sentence = 'Annelies Kuiper heeft een uitnodiging gestuurd aan Eva Janssen';
    expect(screen.getByRole('button')).toHaveTextContent(sentence);
  });

  it('ends where there is nothing to name', () => {
    show({ subjectName: '' });
    expect(screen.getByRole('button').textContent.trim()).toBe(
      'Annelies Kuiper heeft een uitnodiging gestuurd',
    );
  });

  it('is told by its code when we have no words for it', () => {
    show({ action: 'teapot.boiled' });
    expect(screen.getByRole('button')).toHaveTextContent('teapot.boiled');
  });

  it('says that it was refused, and that somebody was not signed in', () => {
    show({ isRefusal: true, actorKind: 'ANONYMOUS', actorName: '' });
    expect(screen.getByRole('button')).toHaveTextContent(/^Iemand \(niet aangemeld\).*Geweigerd$/);
  });

  it('shows who comes from outside', () => {
    show({ actorKind: 'OPERATOR' });
    expect(screen.getByText('Beheerpartij')).toBeVisible();
  });

  it('opens with a click', async () => {
    const onOpen = show({});
    await userEvent.click(screen.getByRole('button'));
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

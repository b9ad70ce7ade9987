import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';

import { answerGraphql } from '@/testing/answer-graphql';
import { TestProviders } from '@/testing/TestProviders';

import { Comments } from './Comments';

// The guard needs a router around it.
vi.mock('../edit/LeaveGuard', () => ({ LeaveGuard: () => null }));

const comment = (id: string, more: object = {}) => ({
  id,
  html: `<p>Woorden van ${id}</p>`,
  createdAt: '2026-11-20T09:00:00Z',
  editedAt: null,
  isDeleted: false,
  viewerCanEdit: false,
  viewerCanDelete: false,
  author: { id: 'usr_1', displayName: 'Joost Hekman' },
  ...more,
});

const page = (nodes: object[], endCursor: string | null = null) => ({
  data: {
    record: {
      id: 'rec_1',
      commentCount: 3,
      comments: { pageInfo: { hasNextPage: endCursor !== null, endCursor }, nodes },
    },
  },
});

const show = () =>
  render(<Comments recordId="rec_1" canComment={false} />, { wrapper: TestProviders });

it('tells the conversation from its beginning, also when more of it was fetched', async () => {
  answerGraphql({
    RecordComments: ({ after }) =>
      after === 'c2' ? page([comment('een')]) : page([comment('drie'), comment('twee')], 'c2'),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Eerdere reacties' }));
  expect(await screen.findByText('Woorden van een')).toBeVisible();
  const told = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(told.map((item) => /Woorden van \w+/.exec(item.textContent)?.[0])).toEqual([
    'Woorden van een',
    'Woorden van twee',
    'Woorden van drie',
  ]);
  expect(screen.getByRole('heading', { name: 'Reacties (3)' })).toBeVisible();
});

it('shows who may what, and what is left of a deleted comment', async () => {
  answerGraphql({
    RecordComments: () =>
      page([
        comment('eigen', { viewerCanEdit: true, viewerCanDelete: true }),
        comment('weg', { html: '', isDeleted: true, viewerCanDelete: true }),
      ]),
  });
  show();
  expect(await screen.findByText('Deze reactie is verwijderd.')).toBeVisible();
  expect(screen.getAllByRole('button', { name: /verwijderen$/ })).toHaveLength(1);
  expect(screen.getAllByRole('button', { name: /wijzigen$/ })).toHaveLength(1);
});

it('asks before it deletes', async () => {
  const { asked } = answerGraphql({
    RecordComments: () => page([comment('eigen', { viewerCanDelete: true })]),
    DeleteComment: () => ({
      data: { deleteComment: { comment: { id: 'eigen' }, userErrors: [] } },
    }),
  });
  show();
  await userEvent.click(await screen.findByRole('button', { name: /verwijderen$/ }));
  expect(asked).not.toContain('DeleteComment');
  const question = await screen.findByRole('dialog', { name: 'Reactie verwijderen' });
  await userEvent.click(within(question).getByRole('button', { name: 'Reactie verwijderen' }));
  expect(asked).toContain('DeleteComment');
});

import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { EndOtherSessionsDocument } from '@/account/session-documents';
import { FormDialog } from '@/design';
import { useWrite } from '@/graphql';
import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql, viewerAnswer } from '@/testing/answer-graphql';

import { StepUpDialog } from './StepUpDialog';

/** Any screen with something sensitive: here the ending of sessions stands for it. */
function Screen() {
  const [isDone, setDone] = useState(false);
  const [text, setText] = useState('');
  const { write } = useWrite(EndOtherSessionsDocument, {
    payload: (reply) => reply.endOtherSessions,
  });
  return (
    <Suspense>
      <StepUpDialog />
      <FormDialog
        opened={!isDone}
        onClose={() => undefined}
        title="Gevoelig"
        submitLabel="Doen"
        onSubmit={() => {
          void write({}).then((payload) => {
            setDone(payload !== null);
          });
        }}
      >
        <input
          aria-label="Waarde"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </FormDialog>
      {isDone && <p>Gedaan</p>}
    </Suspense>
  );
}

function serverThatWantsACode(viewer = {}) {
  let isFresh = false;
  return answerGraphql({
    Viewer: viewerAnswer(viewer),
    EndOtherSessions: () =>
      isFresh ? { data: { endOtherSessions: { userErrors: [] } } } : refusal,
    StepUp: ({ input }) => {
      isFresh = (input as { code: string }).code === '123456';
      const userErrors = isFresh ? [] : [{ code: 'INVALID_CODE', path: ['code'], params: {} }];
      return { data: { stepUp: { freshUntil: null, userErrors } } };
    },
  });
}

const refusal = { code: 'STEP_UP_REQUIRED' };

async function submit() {
  render(<Screen />, { wrapper: TestProviders });
  await userEvent.type(await screen.findByLabelText('Waarde'), 'getypt');
  await userEvent.click(screen.getByRole('button', { name: 'Doen' }));
  return screen.findByRole('dialog', { name: 'Bevestig met een code' });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the dialog that asks for a code again', () => {
  it('opens by itself, and what was to be done is done after the code', async () => {
    const { asked } = serverThatWantsACode();
    await submit();
    await userEvent.keyboard('123456');
    expect(await screen.findByText('Gedaan')).toBeVisible();
    expect(asked.filter((name) => name !== 'Viewer')).toEqual([
      'EndOtherSessions',
      'StepUp',
      'EndOtherSessions',
    ]);
  });

  it('says that a code is wrong and lets one try again', async () => {
    serverThatWantsACode();
    await submit();
    await userEvent.keyboard('000000');
    expect(await screen.findByRole('alert')).toHaveTextContent('Deze code klopt niet');
    await userEvent.keyboard('123456');
    expect(await screen.findByText('Gedaan')).toBeVisible();
  });

  it.each([
    [
      'the button',
      (dialog: HTMLElement) =>
        userEvent.click(within(dialog).getByRole('button', { name: 'Annuleren' })),
    ],
    ['Escape', () => userEvent.keyboard('{Escape}')],
  ])('leaves the form as it was when left by %s', async (_way, leave) => {
    const { asked } = serverThatWantsACode();
    const dialog = await submit();
    await leave(dialog);
    await waitFor(() => {
      expect(dialog).not.toBeInTheDocument();
    });
    expect(screen.getByLabelText('Waarde')).toHaveValue('getypt');
    expect(asked.filter((name) => name === 'EndOtherSessions')).toHaveLength(1);
    expect(screen.queryByText('Gedaan')).not.toBeInTheDocument();
  });

  it('offers a passkey to those who have one, in browsers that know them', async () => {
    vi.stubGlobal('PublicKeyCredential', vi.fn());
    serverThatWantsACode({ hasPasskey: true });
    await submit();
    expect(screen.getByRole('button', { name: 'Gebruik een passkey' })).toBeVisible();
  });
});

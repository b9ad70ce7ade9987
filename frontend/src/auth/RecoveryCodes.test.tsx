import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql, viewerAnswer } from '@/testing/answer-graphql';

import { RecoveryCodesStep } from './RecoveryCodesStep';

const CODES = ['7K0M-QX4T-9BW0-HN3R', '7K1M-QX4T-9BW1-HN3R'];

async function show() {
  answerGraphql({ Viewer: viewerAnswer() });
  const onDone = vi.fn().mockResolvedValue(undefined);
  render(
    <Suspense>
      <RecoveryCodesStep codes={CODES} account="annelies" onDone={onDone} />
    </Suspense>,
    { wrapper: TestProviders },
  );
  await screen.findByText(CODES[0] ?? '');
  return onDone;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('recovery codes', () => {
  it('let nobody go on who has not kept them', async () => {
    const onDone = await show();
    const onwards = screen.getByRole('button', { name: 'Verder naar Waarborg' });
    expect(onwards).toBeDisabled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Ik heb de herstelcodes bewaard' }));
    await userEvent.click(onwards);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('can be saved as a text that says what they are for', async () => {
    await show();
    const texts: string[] = [];
    vi.stubGlobal(
      'Blob',
      vi.fn(function (parts: string[]) {
        texts.push(...parts);
      }),
    );
    URL.createObjectURL = () => 'blob:codes';
    URL.revokeObjectURL = () => undefined;
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await userEvent.click(screen.getByRole('button', { name: 'Opslaan als .txt' }));
    expect(names).toEqual(['waarborg-herstelcodes-annelies.txt']);
    for (const words of [...CODES, 'Stichting Zorgpunt (zorgpunt.localhost)', 'annelies']) {
      expect(texts.join('')).toContain(words);
    }
  });

  it('can be printed', async () => {
    await show();
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await userEvent.click(screen.getByRole('button', { name: 'Afdrukken' }));
    expect(print).toHaveBeenCalledOnce();
  });
});

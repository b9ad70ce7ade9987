import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { dayFromNow } from '@/i18n/days';
import { TestProviders } from '@/testing/TestProviders';
import { answerGraphql, viewerAnswer } from '@/testing/answer-graphql';

import { AccessEndNotice } from './AccessEndNotice';

async function noticeFor(accessEndsOn: string | null): Promise<string> {
  answerGraphql({ Viewer: viewerAnswer({ accessEndsOn }) });
  render(
    <Suspense>
      <AccessEndNotice />
      <p>page</p>
    </Suspense>,
    { wrapper: TestProviders },
  );
  await screen.findByText('page');
  return screen.queryByRole('status')?.textContent ?? '';
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the end of one’s access', () => {
  it('is told when it is near', async () => {
    expect(await noticeFor(dayFromNow(14))).toContain('over 14 dagen');
  });

  it('is told on the last days in words of their own', async () => {
    expect(await noticeFor(dayFromNow(1))).toContain('eindigt morgen');
  });

  it('is told on the day itself', async () => {
    expect(await noticeFor(dayFromNow(0))).toContain('eindigt vandaag');
  });

  it('is not told to those who have long, or for ever', async () => {
    expect(await noticeFor(dayFromNow(15))).toBe('');
    expect(await noticeFor(null)).toBe('');
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';

import { TestProviders } from '@/testing/TestProviders';

import { CodeForm } from './CodeForm';
import type { Attempt } from './use-attempt';

const IDLE: Attempt = {
  problem: null,
  isThrottled: false,
  secondsLeft: 0,
  isPending: false,
  run: () => Promise.resolve(null),
};

function show(onCode: (code: string) => Promise<boolean>, attempt = IDLE) {
  render(<CodeForm attempt={attempt} onCode={onCode} autoFocus />, { wrapper: TestProviders });
  return screen.getAllByRole('textbox');
}

describe('the six boxes of a code', () => {
  it('send the code by themselves after the sixth digit', async () => {
    const onCode = vi.fn().mockResolvedValue(true);
    show(onCode);
    await userEvent.keyboard('123456');
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456');
  });

  it('take a pasted code with a space in it', async () => {
    const onCode = vi.fn().mockResolvedValue(true);
    show(onCode);
    await userEvent.paste('123 456');
    expect(onCode).toHaveBeenCalledExactlyOnceWith('123456');
  });

  it('refuse letters', async () => {
    const onCode = vi.fn().mockResolvedValue(true);
    const boxes = show(onCode);
    await userEvent.keyboard('abcdef');
    expect(boxes[0]).toHaveValue('');
    expect(onCode).not.toHaveBeenCalled();
  });

  it('are empty again after a wrong code, with the cursor in the first', async () => {
    show(() => Promise.resolve(false));
    await userEvent.keyboard('000000');
    const boxes = screen.getAllByRole('textbox');
    expect(boxes.map((box) => (box as HTMLInputElement).value).join('')).toBe('');
    expect(boxes[0]).toHaveFocus();
  });

  it('send nothing while the server told us to wait', async () => {
    const onCode = vi.fn().mockResolvedValue(true);
    show(onCode, { ...IDLE, isThrottled: true, secondsLeft: 12 });
    await userEvent.keyboard('123456');
    expect(onCode).not.toHaveBeenCalled();
    expect(screen.getByRole('alert')).toHaveTextContent('12 seconden');
  });

  it('let the browser fill in a one-time code', () => {
    const [first] = show(() => Promise.resolve(true));
    expect(first).toHaveAttribute('autocomplete', 'one-time-code');
  });
});

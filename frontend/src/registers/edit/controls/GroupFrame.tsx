import { Input } from '@mantine/core';
import type { ReactNode } from 'react';

interface GroupFrameProps {
  id: string;
  hint: string | null;
  error: string | undefined;
  /** Gets the ids of the hint and the error, for `aria-describedby`. */
  children: (describedBy: string | undefined) => ReactNode;
}

/** Hint and error around a control that is no single input, as Mantine's inputs show them. */
export function GroupFrame({ id, hint, error, children }: GroupFrameProps) {
  const ids = { hint: `${id}-hint`, error: `${id}-error` };
  const describedBy = [hint && ids.hint, error && ids.error].filter(Boolean).join(' ');
  return (
    <>
      {hint && (
        <Input.Description id={ids.hint} mb={5}>
          {hint}
        </Input.Description>
      )}
      {children(describedBy === '' ? undefined : describedBy)}
      {error && (
        <Input.Error id={ids.error} mt={5}>
          {error}
        </Input.Error>
      )}
    </>
  );
}

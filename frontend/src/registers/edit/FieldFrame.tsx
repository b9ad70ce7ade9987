import type { ReactNode } from 'react';

import { FieldLabel } from '@/design';

import type { RegisterField } from '../register-form';

interface FieldFrameProps {
  field: RegisterField;
  /** Id of the control; without it the control names itself (a group of controls). */
  controlId?: string;
  hint: string | null;
  /** Takes the form's whole width. */
  isWide: boolean;
  children: ReactNode;
}

/** First sentences longer than this stay behind the question mark. */
const HINT_LENGTH = 110;

/** The first sentence of the help, if it is short enough to stand under the label. */
export function hintOf(help: string): string | null {
  const sentence = /^[^.?!\n]*[.?!]?/.exec(help.trim())?.[0] ?? '';
  return sentence !== '' && sentence.length <= HINT_LENGTH ? sentence : null;
}

/** The label of one field, with its help, above the control. */
export function FieldFrame({ field, controlId, hint, isWide, children }: FieldFrameProps) {
  // What is told in full under the label needs no question mark.
  const help = hint === field.help.trim() ? undefined : field.help;
  return (
    <div data-field={field.key} data-wide={isWide}>
      <FieldLabel
        label={field.label}
        help={help}
        htmlFor={controlId}
        isRequired={field.isRequired}
      />
      <div data-control>{children}</div>
    </div>
  );
}

import { useId } from 'react';

import type { RegisterField } from '../register-form';
import { AnswerControl } from './controls/AnswerControl';
import { ChoiceControl } from './controls/ChoiceControl';
import { DateControl } from './controls/DateControl';
import { NumberControl } from './controls/NumberControl';
import { ReferenceControl, UserControl } from './controls/PickerControls';
import { RichTextControl } from './controls/RichTextControl';
import { RiskControl } from './controls/RiskControl';
import { TextControl } from './controls/TextControl';
import type { EditValue } from './edit-value';
import { FieldFrame, hintOf } from './FieldFrame';

interface FormFieldProps {
  field: RegisterField;
  value: EditValue;
  onChange: (value: EditValue) => void;
  error: string | undefined;
  isWide: boolean;
}

/** Kinds whose control is a group, or no element that a label can point to. */
const NAMES_ITSELF = new Set<EditValue['kind']>(['YES_NO_NA', 'LIKELIHOOD_IMPACT', 'RICH_TEXT']);

/** One field of the record form: the frame and the control that fits its kind. */
export function FormField({ field, value, onChange, error, isWide }: FormFieldProps) {
  const id = useId();
  const hint = hintOf(field.help);
  return (
    <FieldFrame
      field={field}
      controlId={NAMES_ITSELF.has(value.kind) ? undefined : id}
      hint={hint}
      isWide={isWide}
    >
      <Control field={field} id={id} value={value} onChange={onChange} hint={hint} error={error} />
    </FieldFrame>
  );
}

interface AnyControlProps {
  field: RegisterField;
  id: string;
  value: EditValue;
  onChange: (value: EditValue) => void;
  hint: string | null;
  error: string | undefined;
}

function Control({ value, ...props }: AnyControlProps) {
  switch (value.kind) {
    case 'TEXT':
      return <TextControl {...props} value={value} />;
    case 'RICH_TEXT':
      return <RichTextControl {...props} value={value} />;
    case 'NUMBER':
      return <NumberControl {...props} value={value} />;
    case 'DATE':
      return <DateControl {...props} value={value} />;
    case 'YES_NO_NA':
      return <AnswerControl {...props} value={value} />;
    case 'CHOICE':
      return <ChoiceControl {...props} value={value} />;
    case 'USER':
      return <UserControl {...props} value={value} />;
    case 'REFERENCE':
      return <ReferenceControl {...props} value={value} />;
    case 'LIKELIHOOD_IMPACT':
      return <RiskControl {...props} value={value} />;
  }
}

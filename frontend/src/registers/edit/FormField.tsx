import { useId } from 'react';

import type { RegisterField } from '../register-form';
import { AnswerControl } from './controls/AnswerControl';
import { ChecklistControl } from './controls/ChecklistControl';
import { ChoiceControl } from './controls/ChoiceControl';
import { ColourControl } from './controls/ColourControl';
import { DateControl } from './controls/DateControl';
import { DerivedControl } from './controls/DerivedControl';
import { FileControl } from './controls/FileControl';
import { LinksControl } from './controls/LinksControl';
import { MomentControl } from './controls/MomentControl';
import { NumberControl } from './controls/NumberControl';
import {
  CountryControl,
  GroupControl,
  ReferenceControl,
  UserControl,
  WordControl,
} from './controls/PickerControls';
import { RichTextControl } from './controls/RichTextControl';
import { RiskControl } from './controls/RiskControl';
import { TextControl } from './controls/TextControl';
import type { EditValue } from './edit-value';
import { FieldFrame, hintOf } from './FieldFrame';

interface FormFieldProps {
  formKey: string;
  field: RegisterField;
  value: EditValue;
  onChange: (value: EditValue) => void;
  error: string | undefined;
  isWide: boolean;
}

/** Kinds whose control is a group, or no element that a label can point to. */
const NAMES_ITSELF = new Set<EditValue['kind']>([
  'YES_NO_NA',
  'LIKELIHOOD_IMPACT',
  'RICH_TEXT',
  'DATE_TIME',
  'CHECKLIST',
  'FILE',
  'WEB_LINK',
  'COMPUTED',
  'DEADLINE',
  'AUTO_NUMBER',
]);

/** One field of the record form: the frame and the control that fits its kind. */
export function FormField(props: FormFieldProps) {
  const { formKey, field, value, onChange, error, isWide } = props;
  const id = useId();
  const hint = hintOf(field.help);
  return (
    <FieldFrame
      field={field}
      controlId={NAMES_ITSELF.has(value.kind) ? undefined : id}
      hint={hint}
      isWide={isWide}
    >
      <Control
        formKey={formKey}
        field={field}
        id={id}
        value={value}
        onChange={onChange}
        hint={hint}
        error={error}
      />
    </FieldFrame>
  );
}

interface AnyControlProps {
  formKey: string;
  field: RegisterField;
  id: string;
  value: EditValue;
  onChange: (value: EditValue) => void;
  hint: string | null;
  error: string | undefined;
}

function Control({ formKey, value, ...props }: AnyControlProps) {
  switch (value.kind) {
    case 'TEXT':
      return <TextControl {...props} value={value} />;
    case 'RICH_TEXT':
      return <RichTextControl {...props} value={value} />;
    case 'NUMBER':
      return <NumberControl {...props} value={value} />;
    case 'DATE':
      return <DateControl {...props} value={value} />;
    case 'DATE_TIME':
      return <MomentControl {...props} value={value} />;
    case 'YES_NO_NA':
      return <AnswerControl {...props} value={value} />;
    case 'CHOICE':
      return <ChoiceControl {...props} value={value} />;
    case 'DYNAMIC_CHOICE':
      return <WordControl {...props} formKey={formKey} value={value} />;
    case 'CHECKLIST':
      return <ChecklistControl {...props} value={value} />;
    case 'USER':
      return <UserControl {...props} value={value} />;
    case 'GROUP':
      return <GroupControl {...props} value={value} />;
    case 'FILE':
      return <FileControl {...props} value={value} />;
    case 'COUNTRY':
      return <CountryControl {...props} value={value} />;
    case 'COLOUR':
      return <ColourControl {...props} value={value} />;
    case 'WEB_LINK':
      return <LinksControl {...props} value={value} />;
    case 'REFERENCE':
      return <ReferenceControl {...props} value={value} />;
    case 'LIKELIHOOD_IMPACT':
      return <RiskControl {...props} value={value} />;
    case 'COMPUTED':
    case 'DEADLINE':
    case 'AUTO_NUMBER':
      return <DerivedControl {...props} value={value} />;
  }
}

import { TextInput, Textarea } from '@mantine/core';

import type { ControlProps } from './control';

export function TextControl(props: ControlProps<'TEXT'>) {
  const { field, id, value, onChange, hint, error } = props;
  const shared = {
    id,
    value: value.text,
    description: hint,
    error,
    required: field.isRequired,
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ kind: 'TEXT', text: event.currentTarget.value });
    },
  };
  return field.isMultiline ? (
    <Textarea {...shared} autosize minRows={3} maxRows={14} />
  ) : (
    <TextInput {...shared} />
  );
}

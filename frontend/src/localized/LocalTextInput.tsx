import { TextInput, type TextInputProps, Textarea } from '@mantine/core';
import type { Ref } from 'react';

import { type LocalText, otherText } from './local-text';
import { useTextLanguage } from './text-language';

type LocalTextInputProps = Omit<TextInputProps, 'value' | 'onChange' | 'ref'> & {
  value: LocalText;
  onChange: (value: LocalText) => void;
  isMultiline?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** Writes a text in the language of the switch; empty it shows what the other language says. */
export function LocalTextInput(props: LocalTextInputProps) {
  const { value, onChange, isMultiline = false, placeholder, inputRef, ...rest } = props;
  const language = useTextLanguage();
  const shared = {
    lang: language,
    value: value[language],
    placeholder: otherText(value, language) || placeholder,
    onChange: (event: { currentTarget: { value: string } }) => {
      onChange({ ...value, [language]: event.currentTarget.value });
    },
  };
  if (isMultiline) {
    const { label, description, error, disabled, maxLength, id } = rest;
    const parts = { label, description, error, disabled, maxLength, id };
    const name = rest['aria-label'];
    return <Textarea {...parts} {...shared} aria-label={name} autosize minRows={1} maxRows={8} />;
  }
  return <TextInput {...rest} {...shared} ref={inputRef} />;
}

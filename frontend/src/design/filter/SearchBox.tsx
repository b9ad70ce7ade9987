import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const TYPING_PAUSE_MS = 300;

export interface SearchBoxProps {
  label: string;
  value: string;
  /** Called once typing pauses. */
  onChange: (words: string) => void;
}

/** Words to look for in a list. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation('design');
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const search = useDebouncedCallback((words: string) => {
    onChange(words.trim());
  }, TYPING_PAUSE_MS);

  // The back button or a removed chip: the address is the truth, unless it says what is typed.
  if (known !== value) {
    setKnown(value);
    if (text.trim() !== value) setText(value);
  }

  const type = (words: string) => {
    setText(words);
    search(words);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('clearSearch')}
            onClick={() => {
              type('');
            }}
          />
        )
      }
      value={text}
      w={{ base: '100%', sm: 320 }}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
    />
  );
}

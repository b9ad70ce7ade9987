import { useTranslation } from 'react-i18next';

import { wordOptions } from './option-source';
import { RemotePicker } from './RemotePicker';

interface WordPickerProps {
  /** The field of the register whose words are offered. */
  source: { formKey: string; fieldKey: string };
  value: string[];
  onChange: (words: string[]) => void;
  isMultiple: boolean;
  id?: string;
  label?: string;
  description?: string | null;
  error?: string | undefined;
  withinPortal?: boolean;
}

/** Words of another register: only those it has, as the server takes no other. */
export function WordPicker({ source, value, onChange, isMultiple, ...props }: WordPickerProps) {
  const { t } = useTranslation('registers');
  return (
    <RemotePicker
      {...props}
      source={wordOptions(source.formKey, source.fieldKey)}
      value={value.map((word) => ({ id: word, label: word }))}
      isMultiple={isMultiple}
      placeholder={t(isMultiple ? 'picker.words' : 'picker.word')}
      nothingFound={t('picker.noWord')}
      onChange={(options) => {
        onChange(options.map((option) => option.id));
      }}
    />
  );
}

import { Checkbox, Group, Select, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';

import type { DraftField } from './draft';
import type { FieldError } from './FieldRow';

interface FieldDetailsProps {
  field: DraftField;
  name: string;
  error: FieldError | undefined;
  onChange: (changes: Partial<DraftField>) => void;
}

/** What a text, a choice or a reference needs besides. */
export function FieldDetails({ field, name, error, onChange }: FieldDetailsProps) {
  const { t } = useTranslation('importing');
  const registers = useRegisterMenu();
  if (field.kind === 'TEXT') {
    return (
      <Checkbox
        size="sm"
        mt="xs"
        label={t('newRegister.field.isMultiline')}
        checked={field.isMultiline}
        onChange={(event) => {
          onChange({ isMultiline: event.currentTarget.checked });
        }}
      />
    );
  }
  if (field.kind !== 'CHOICE' && field.kind !== 'REFERENCE') return null;
  return (
    <Group gap="md" mt="xs">
      {field.kind === 'CHOICE' ? (
        <TagsInput
          aria-label={t('newRegister.field.options', { name })}
          placeholder={
            field.options.length === 0 ? t('newRegister.field.optionsPlaceholder') : undefined
          }
          value={field.options}
          error={error === 'options' && t('newRegister.error.options')}
          splitChars={[';']}
          acceptValueOnBlur
          style={{ flex: '1 1 16rem' }}
          onChange={(options) => {
            onChange({ options });
          }}
        />
      ) : (
        <Select
          aria-label={t('newRegister.field.register', { name })}
          placeholder={t('newRegister.field.registerPlaceholder')}
          data={registers.map((register) => ({ value: register.key, label: register.name }))}
          value={field.referencedFormKey}
          error={error === 'register' && t('newRegister.error.register')}
          searchable
          style={{ flex: '1 1 16rem' }}
          onChange={(referencedFormKey) => {
            onChange({ referencedFormKey });
          }}
        />
      )}
      <Checkbox
        size="sm"
        label={t('newRegister.field.isMultiple')}
        checked={field.isMultiple}
        onChange={(event) => {
          onChange({ isMultiple: event.currentTarget.checked });
        }}
      />
    </Group>
  );
}

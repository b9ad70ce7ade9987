import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useRegisterMenu } from '@/app/registers';

import { type PickOption, recordOptions } from './option-source';
import { RemotePicker } from './RemotePicker';

interface RecordPickerProps {
  /** The register to choose from; null for any. */
  formKey: string | null;
  value: readonly PickOption[];
  onChange: (value: PickOption[]) => void;
  isMultiple: boolean;
  id?: string;
  label?: string;
  description?: string | null;
  error?: string | undefined;
  withinPortal?: boolean;
}

/** Picks records of one register, or of whichever one is chosen first. */
export function RecordPicker({ formKey, ...props }: RecordPickerProps) {
  const { t } = useTranslation('registers');
  if (formKey === null) return <AnyRecordPicker {...props} />;
  return (
    <RemotePicker {...props} source={recordOptions(formKey)} placeholder={t('picker.search')} />
  );
}

/** What was chosen from another register stays: its code tells where it is from. */
function AnyRecordPicker(props: Omit<RecordPickerProps, 'formKey'>) {
  const { t } = useTranslation('registers');
  const registers = useRegisterMenu();
  const [formKey, setFormKey] = useState<string | null>(null);
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      <Select
        aria-label={t('picker.register')}
        placeholder={t('picker.register')}
        data={registers.map((register) => ({ value: register.key, label: register.name }))}
        value={formKey}
        onChange={setFormKey}
        searchable
        style={{ flex: '1 1 10rem' }}
        nothingFoundMessage={t('picker.nothingFound')}
        comboboxProps={{ withinPortal: props.withinPortal ?? true }}
      />
      <div style={{ flex: '2 1 14rem', minWidth: 0 }}>
        <RemotePicker
          {...props}
          source={formKey === null ? NOWHERE : recordOptions(formKey)}
          placeholder={t(formKey === null ? 'picker.registerFirst' : 'picker.search')}
        />
      </div>
    </Group>
  );
}

const NOWHERE = { key: ['nowhere'], find: () => Promise.resolve([]) };

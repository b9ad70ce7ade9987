import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { RecordState } from '@/graphql';

import type { RegisterForm } from '../register-form';
import type { ListControl } from './useListState';

/** Those in use, the archive, or the recycle bin of who may change every record. */
export function PartChoice({ form, control }: { form: RegisterForm; control: ListControl }) {
  const { t } = useTranslation('records');
  const { part } = control.state;
  const parts: RecordState[] = ['ACTIVE', 'ARCHIVED'];
  if (form.viewerCanEdit || part === 'DELETED') parts.push('DELETED');
  return (
    <Select
      aria-label={t('part.label')}
      allowDeselect={false}
      w={150}
      value={part}
      data={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
      onChange={(value) => {
        const chosen = parts.find((one) => one === value);
        if (chosen) control.change({ part: chosen });
      }}
    />
  );
}

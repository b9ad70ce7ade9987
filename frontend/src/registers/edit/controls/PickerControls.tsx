import { useTranslation } from 'react-i18next';

import { recordOptions, userOptions } from '../../pickers/option-source';
import { RemotePicker } from '../../pickers/RemotePicker';
import type { ControlProps } from './control';

export function UserControl(props: ControlProps<'USER'>) {
  const { id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  return (
    <RemotePicker
      id={id}
      source={userOptions}
      value={value.user ? [value.user] : []}
      placeholder={t('picker.chooseUser')}
      description={hint}
      error={error}
      onChange={([user]) => {
        onChange({ kind: 'USER', user: user ?? null });
      }}
    />
  );
}

export function ReferenceControl(props: ControlProps<'REFERENCE'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  return (
    <RemotePicker
      id={id}
      source={recordOptions(field.referencedFormKey ?? '')}
      value={value.records}
      isMultiple={field.isMultiple}
      placeholder={t('picker.search')}
      description={hint}
      error={error}
      onChange={(records) => {
        onChange({ kind: 'REFERENCE', records });
      }}
    />
  );
}

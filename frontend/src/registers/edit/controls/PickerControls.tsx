import { useTranslation } from 'react-i18next';

import { CountryPicker } from '../../pickers/CountryPicker';
import { GroupPicker } from '../../pickers/GroupPicker';
import { userOptions } from '../../pickers/option-source';
import { RecordPicker } from '../../pickers/RecordPicker';
import { RemotePicker } from '../../pickers/RemotePicker';
import { WordPicker } from '../../pickers/WordPicker';
import type { ControlProps } from './control';

export function UserControl(props: ControlProps<'USER'>) {
  const { field, id, value, onChange, hint, error } = props;
  const { t } = useTranslation('registers');
  return (
    <RemotePicker
      id={id}
      source={userOptions}
      value={value.users}
      isMultiple={field.isMultiple}
      placeholder={t(field.isMultiple ? 'picker.chooseUsers' : 'picker.chooseUser')}
      description={hint}
      error={error}
      onChange={(users) => {
        onChange({ kind: 'USER', users });
      }}
    />
  );
}

export function GroupControl(props: ControlProps<'GROUP'>) {
  const { field, id, value, onChange, hint, error } = props;
  return (
    <GroupPicker
      id={id}
      value={value.groups}
      isMultiple={field.isMultiple}
      description={hint}
      error={error}
      onChange={(groups) => {
        onChange({ kind: 'GROUP', groups });
      }}
    />
  );
}

export function ReferenceControl(props: ControlProps<'REFERENCE'>) {
  const { field, id, value, onChange, hint, error } = props;
  return (
    <RecordPicker
      id={id}
      formKey={field.referencedFormKey}
      value={value.records}
      isMultiple={field.isMultiple}
      description={hint}
      error={error}
      onChange={(records) => {
        onChange({ kind: 'REFERENCE', records });
      }}
    />
  );
}

export function CountryControl(props: ControlProps<'COUNTRY'>) {
  const { field, id, value, onChange, hint, error } = props;
  return (
    <CountryPicker
      id={id}
      value={value.codes}
      isMultiple={field.isMultiple}
      isRequired={field.isRequired}
      description={hint}
      error={error}
      onChange={(codes) => {
        onChange({ kind: 'COUNTRY', codes });
      }}
    />
  );
}

export function WordControl(props: ControlProps<'DYNAMIC_CHOICE'> & { formKey: string }) {
  const { formKey, field, id, value, onChange, hint, error } = props;
  return (
    <WordPicker
      id={id}
      source={{ formKey, fieldKey: field.key }}
      value={value.words}
      isMultiple={field.isMultiple}
      description={hint}
      error={error}
      onChange={(words) => {
        onChange({ kind: 'DYNAMIC_CHOICE', words });
      }}
    />
  );
}

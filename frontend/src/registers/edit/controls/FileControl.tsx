import { useEffect, useRef } from 'react';

import { FileBox } from '@/files/FileBox';

import type { ControlProps } from './control';
import { GroupFrame } from './GroupFrame';

/** Files of a record: sent at once, kept on the record when it is saved. */
export function FileControl(props: ControlProps<'FILE'>) {
  const { field, id, value, onChange, hint, error } = props;
  // Two files may arrive between renders: each must build on what the other left.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  const change = (changes: Partial<typeof value>) => {
    latest.current = { ...latest.current, ...changes };
    onChange(latest.current);
  };
  return (
    <GroupFrame id={id} hint={hint} error={error}>
      {(describedBy) => (
        <FileBox
          label={field.label}
          files={value.files}
          isMultiple={field.isMultiple}
          describedBy={describedBy}
          onKept={(file) => {
            change({ files: field.isMultiple ? [...latest.current.files, file] : [file] });
          }}
          onSending={(sending) => {
            change({ sending });
          }}
          onRemove={(fileId) => {
            change({ files: latest.current.files.filter((file) => file.id !== fileId) });
          }}
        />
      )}
    </GroupFrame>
  );
}

import { LazyDayInput } from '../../pickers/LazyDayInput';
import type { ControlProps } from './control';

export function DateControl(props: ControlProps<'DATE'>) {
  const { field, id, value, onChange, hint, error } = props;
  return (
    <LazyDayInput
      id={id}
      maw={260}
      value={value.date}
      description={hint}
      error={error}
      required={field.isRequired}
      onChange={(date) => {
        onChange({ kind: 'DATE', date });
      }}
    />
  );
}

import type { RegisterField } from '../../register-form';
import type { EditValue } from '../edit-value';

/** What every control of the record form gets. */
export interface ControlProps<TKind extends EditValue['kind']> {
  field: RegisterField;
  id: string;
  value: Extract<EditValue, { kind: TKind }>;
  onChange: (value: EditValue) => void;
  /** The first sentence of the help; inputs show it themselves and so point to it. */
  hint: string | null;
  error: string | undefined;
}

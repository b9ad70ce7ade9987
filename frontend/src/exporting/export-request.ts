import type { ExportFormat, Locale, StartExportInput } from '@/graphql';
import { type ListState, toRecordFilter, toRecordSort } from '@/registers/list/list-state';
import type { RegisterForm } from '@/registers/register-form';

export interface ExportChoice {
  format: ExportFormat;
  columns: 'screen' | 'all';
  locale: Locale;
  /** The past day that is looked back at; null is now. */
  asOf: string | null;
}

interface ExportedList {
  form: Pick<RegisterForm, 'key' | 'fields' | 'titleFieldKey'>;
  state: ListState;
  /** Ids of the columns on screen, in order. */
  columns: readonly string[];
}

/** The list as it is on screen, put into a request for a file. */
export function toExportInput(list: ExportedList, choice: ExportChoice): StartExportInput {
  const { form, state, columns } = list;
  // Number and status are in every export; only fields are chosen.
  const fieldKeys = columns.filter((id) => form.fields.some((field) => field.key === id));
  return {
    formKey: form.key,
    format: choice.format,
    locale: choice.locale,
    filter: toRecordFilter(state),
    sort: toRecordSort(state.sort),
    ...(choice.asOf !== null && { asOf: choice.asOf }),
    ...(choice.columns === 'screen' && { columns: [form.titleFieldKey, ...fieldKeys] }),
  };
}

/** The register without rows, in all its columns; a record of no status does not exist. */
export const toTemplateInput = (formKey: string, locale: Locale): StartExportInput => ({
  formKey,
  format: 'XLSX',
  locale,
  filter: { statusKeys: [] },
});

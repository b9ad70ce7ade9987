/** The register of measures, and its field that says what a measure belongs to. */
export const MEASURES = { formKey: 'measures', fieldKey: 'source' } as const;

interface Reference {
  fieldKey: string;
  record: { form: { key: string } };
}

/** What points to a record, with the measures that belong to it apart from the rest. */
export function splitMeasures<T extends Reference>(references: readonly T[]): [T[], T[]] {
  const isMeasure = ({ fieldKey, record }: Reference) =>
    record.form.key === MEASURES.formKey && fieldKey === MEASURES.fieldKey;
  return [references.filter(isMeasure), references.filter((reference) => !isMeasure(reference))];
}

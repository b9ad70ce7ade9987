import { type RegisterFormQuery, documentQuery, graphql } from '@/graphql';

const RegisterFormDocument = graphql(`
  query RegisterForm($key: String!) {
    form(key: $key) {
      id
      key
      origin
      name
      singularName
      help
      icon
      numberPrefix
      titleFieldKey
      revision
      recordCount
      viewerCanCreate
      viewerCanEdit
      viewerCanImport
      viewerCanExport
      groups {
        key
        label
      }
      statuses {
        key
        label
        kind
        colour
        nextKeys
      }
      fields {
        key
        kind
        groupKey
        label
        help
        isRequired
        isInList
        isSortable
        isMultiple
        isMultiline
        maxLength
        decimals
        minimum
        maximum
        unit
        referencedFormKey
        options {
          key
          label
          colour
        }
        scale {
          likelihood {
            value
            label
          }
          impact {
            value
            label
          }
          levels {
            key
            label
            minimumScore
            colour
          }
        }
      }
    }
  }
`);

/** A register's definition in the viewer's language. */
export type RegisterForm = NonNullable<RegisterFormQuery['form']>;
export type RegisterField = RegisterForm['fields'][number];
export type RegisterStatus = RegisterForm['statuses'][number];
export type RiskScale = NonNullable<RegisterField['scale']>;
export type RiskLevel = RiskScale['levels'][number];

export function registerFormQuery(key: string) {
  return documentQuery(RegisterFormDocument, { key });
}

export interface FieldSection {
  key: string;
  /** Null for fields that stand under no heading. */
  label: string | null;
  fields: RegisterField[];
}

/** The fields under their headings, in the form's order; loose fields come first. */
export function fieldSections(form: Pick<RegisterForm, 'groups' | 'fields'>): FieldSection[] {
  const known = new Set(form.groups.map((group) => group.key));
  const isLoose = (field: RegisterField) => field.groupKey === null || !known.has(field.groupKey);
  const loose = { key: '', label: null, fields: form.fields.filter(isLoose) };
  const grouped = form.groups.map((group) => ({
    key: group.key,
    label: group.label,
    fields: form.fields.filter((field) => field.groupKey === group.key),
  }));
  return [loose, ...grouped].filter((section) => section.fields.length > 0);
}

/** The band a score falls into: the highest whose lowest score it reaches. */
export function levelOf(scale: RiskScale, score: number): RiskLevel | undefined {
  return [...scale.levels]
    .sort((a, b) => b.minimumScore - a.minimumScore)
    .find((level) => score >= level.minimumScore);
}

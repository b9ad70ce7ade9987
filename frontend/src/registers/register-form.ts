import { type RegisterFormQuery, documentQuery, graphql } from '@/graphql';

graphql(`
  fragment ScaleParts on RiskScale {
    likelihood {
      value
      label
      help
    }
    impact {
      value
      label
      help
    }
    levels {
      key
      label
      minimumScore
      colour
    }
    cells {
      key
      label
      minimumScore
      colour
    }
  }
`);

graphql(`
  fragment ConditionParts on FieldCondition {
    isAny
    tests {
      fieldKey
      anyOf
      isFilled
      from
      to
    }
  }
`);

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
      allowsMeasures
      titleFieldKey
      revision
      recordCount
      viewerCanCreate
      viewerCanEdit
      viewerCanImport
      viewerCanExport
      category
      viewerCanDesign
      groups {
        key
        label
        help
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
        isStandard
        isHidden
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
        columns
        result
        visibleWhen {
          ...ConditionParts
        }
        requiredWhen {
          ...ConditionParts
        }
        default {
          kind
          value {
            ...ValueInFull
          }
        }
        options {
          key
          label
          colour
        }
        scale {
          ...ScaleParts
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
  /** Null for fields that stand under no heading, and for the standard ones. */
  label: string | null;
  /** A paragraph under the heading; may be empty. */
  help: string;
  /** Attachments and links, which every register has. */
  isStandard: boolean;
  fields: RegisterField[];
}

const STANDARD_SECTION = '$standard';

/** Fields that are there for whoever fills in or reads: all but the hidden ones. */
export const shownFields = (form: { fields: readonly RegisterField[] }): RegisterField[] =>
  form.fields.filter((field) => !field.isHidden);

/** The fields under their headings, in the form's order; loose ones first, standard ones last. */
export function fieldSections(form: Pick<RegisterForm, 'groups' | 'fields'>): FieldSection[] {
  const fields = shownFields(form);
  const own = fields.filter((field) => !field.isStandard);
  const known = new Set(form.groups.map((group) => group.key));
  const isLoose = (field: RegisterField) => field.groupKey === null || !known.has(field.groupKey);
  const nameless = { label: null, help: '' };
  const sections = [
    { ...nameless, key: '', isStandard: false, fields: own.filter(isLoose) },
    ...form.groups.map((group) => ({
      key: group.key,
      label: group.label,
      help: group.help,
      isStandard: false,
      fields: own.filter((field) => field.groupKey === group.key),
    })),
    {
      ...nameless,
      key: STANDARD_SECTION,
      isStandard: true,
      fields: fields.filter((field) => field.isStandard),
    },
  ];
  return sections.filter((section) => section.fields.length > 0);
}

/** The level of one cell of the matrix. */
export function levelAt(
  scale: Pick<RiskScale, 'cells'>,
  likelihood: number,
  impact: number,
): RiskLevel | undefined {
  return scale.cells[likelihood - 1]?.[impact - 1];
}

/** Kinds whose value nobody fills in: it follows from the rest. */
export const DERIVED_KINDS: ReadonlySet<RegisterField['kind']> = new Set([
  'COMPUTED',
  'DEADLINE',
  'AUTO_NUMBER',
] as const);

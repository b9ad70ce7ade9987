import {
  type DeadlineState,
  type FullValueFragment,
  type ListValueFragment,
  type YesNoNa,
  graphql,
} from '@/graphql';
import { type Language } from '@/i18n';
import { formatCountry, formatDate, formatDateTime, formatNumber } from '@/i18n/formats';

import type { RegisterField } from '../register-form';

graphql(`
  fragment ValueInList on Value {
    __typename
    ... on TextValue {
      text
    }
    ... on RichTextValue {
      plainText
    }
    ... on NumberValue {
      number
    }
    ... on DateValue {
      date
    }
    ... on DateTimeValue {
      at
    }
    ... on YesNoNaValue {
      answer
    }
    ... on ChoiceValue {
      options {
        key
        label
        colour
      }
    }
    ... on WordsValue {
      words
    }
    ... on UserValue {
      users {
        id
        displayName
      }
    }
    ... on GroupValue {
      groups {
        id
        name
      }
    }
    ... on FileValue {
      files {
        id
        fileName
      }
    }
    ... on ReferenceValue {
      records {
        id
        code
        number
        title
        form {
          key
        }
      }
    }
    ... on CountryValue {
      countries {
        code
      }
    }
    ... on ColourValue {
      hex
    }
    ... on ChecklistValue {
      ticked
      total
    }
    ... on WebLinkValue {
      links {
        url
        title
      }
    }
    ... on DeadlineValue {
      dueAt
      stoppedAt
      state
    }
    ... on LikelihoodImpactValue {
      likelihood
      impact
      score
      level {
        key
        label
        colour
      }
    }
  }
`);

graphql(`
  fragment ValueInFull on Value {
    ...ValueInList
    ... on RichTextValue {
      html
    }
    ... on ChecklistValue {
      items {
        key
        label
        isTicked
      }
    }
    ... on FileValue {
      files {
        mediaType
        byteSize
        uploadedAt
      }
    }
  }
`);

graphql(`
  fragment ListValue on FieldValue {
    key
    value {
      ...ValueInList
    }
  }
`);

graphql(`
  fragment FullValue on FieldValue {
    key
    value {
      ...ValueInFull
    }
  }
`);

/** A filled-in value as lists need it: rich text without its HTML. */
export type ListedValue = NonNullable<ListValueFragment['value']>;
/** A filled-in value with everything the record page and its form need. */
export type FilledValue = NonNullable<FullValueFragment['value']>;

export type OptionValue = Extract<ListedValue, { __typename: 'ChoiceValue' }>['options'][number];
export type LinkedRecord = Extract<
  ListedValue,
  { __typename: 'ReferenceValue' }
>['records'][number];
export type DeadlineValue = Extract<ListedValue, { __typename: 'DeadlineValue' }>;
export type WebLink = Extract<ListedValue, { __typename: 'WebLinkValue' }>['links'][number];
export type FiledFile = Extract<FilledValue, { __typename: 'FileValue' }>['files'][number];
export type RiskValue = Extract<ListedValue, { __typename: 'LikelihoodImpactValue' }>;

/** Language and words that texts of values are made with. */
export interface ValueWords {
  language: Language;
  answers: Record<YesNoNa, string>;
  deadlines: Record<DeadlineState, string>;
}

/** Values by field key, empty ones left out. */
export function filledValues<TValue>(
  values: readonly { key: string; value?: TValue | null }[],
): Map<string, TValue> {
  return new Map(
    values.flatMap(({ key, value }) => (value == null ? [] : [[key, value] as const])),
  );
}

const CURRENCY_SIGNS = ['€', '$', '£'];

/** `€ 1.250,50`, `7,5 uur`: amounts of money have their sign in front and all their decimals. */
export function formatQuantity(
  number: number,
  field: Pick<RegisterField, 'unit' | 'decimals'>,
  language: Language,
): string {
  const { unit } = field;
  if (!unit) return formatNumber(number, language);
  if (CURRENCY_SIGNS.includes(unit)) {
    return `${unit}\u00a0${formatNumber(number, language, field.decimals ?? 0)}`;
  }
  return `${formatNumber(number, language)}\u00a0${unit}`;
}

/** A value as one line of text. */
export function formatValue(
  value: ListedValue,
  field: Pick<RegisterField, 'unit' | 'decimals'>,
  words: ValueWords,
): string {
  switch (value.__typename) {
    case 'TextValue':
      return value.text;
    case 'RichTextValue':
      return value.plainText;
    case 'NumberValue':
      return formatQuantity(value.number, field, words.language);
    case 'DateValue':
      return formatDate(value.date, words.language);
    case 'DateTimeValue':
      return formatDateTime(value.at, words.language);
    case 'YesNoNaValue':
      return words.answers[value.answer];
    case 'ChoiceValue':
      return value.options.map((option) => option.label).join(', ');
    case 'WordsValue':
      return value.words.join(', ');
    case 'UserValue':
      return value.users.map((user) => user.displayName).join(', ');
    case 'GroupValue':
      return value.groups.map((group) => group.name).join(', ');
    case 'FileValue':
      return value.files.map((file) => file.fileName).join(', ');
    case 'CountryValue':
      return value.countries.map(({ code }) => formatCountry(code, words.language)).join(', ');
    case 'ColourValue':
      return value.hex;
    case 'ChecklistValue':
      return `${value.ticked}/${value.total}`;
    case 'WebLinkValue':
      return value.links.map((link) => link.title || link.url).join(', ');
    case 'DeadlineValue':
      return `${words.deadlines[value.state]} (${formatDateTime(value.dueAt, words.language)})`;
    case 'ReferenceValue':
      return value.records.map((record) => `${record.code} ${record.title}`).join(', ');
    case 'LikelihoodImpactValue':
      return `${value.likelihood} × ${value.impact} = ${value.score} (${value.level.label})`;
  }
}

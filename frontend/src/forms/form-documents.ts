import { type DesignFormQuery, type FormCheckQuery, documentQuery, graphql } from '@/graphql';
import { type Language, toLocale } from '@/i18n';

const DesignFormDocument = graphql(`
  query DesignForm($key: String!, $locale: Locale!) {
    form(key: $key) {
      id
      key
      origin
      name(locale: $locale)
      singularName(locale: $locale)
      help(locale: $locale)
      icon
      numberPrefix
      titleFieldKey
      revision
      category
      allowsMeasures
      requirements {
        standard
        code
      }
      viewerCanDesign
      groups {
        key
        label(locale: $locale)
        help(locale: $locale)
      }
      statuses {
        key
        label(locale: $locale)
        kind
        colour
        nextKeys
      }
      fields {
        key
        kind
        groupKey
        label(locale: $locale)
        help(locale: $locale)
        isStandard
        isBase
        isHidden
        isRequired
        isInList
        isMultiple
        isMultiline
        isUnique
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
        maxLength
        decimals
        minimum
        maximum
        unit(locale: $locale)
        options {
          key
          label(locale: $locale)
          colour
        }
        referencedFormKey
        columns
        sourceFormKey
        sourceFieldKey
        expression
        deadline {
          fromKey
          term {
            ...TermParts
          }
          extension {
            whenKey
            term {
              ...TermParts
            }
          }
          stoppedByKey
        }
        prefix
        digits
      }
    }
  }
`);

graphql(`
  fragment TermParts on Term {
    hours
    days
    months
  }
`);

export const FormCheckDocument = graphql(`
  query FormCheck($formKey: String, $form: FormInput!) {
    checkForm(formKey: $formKey, form: $form) {
      userErrors {
        code
        path
        params
      }
      changes {
        kind
        path
        label
        before
        after
      }
    }
  }
`);

export const CreateFormDocument = graphql(`
  mutation CreateForm($form: FormInput!) {
    createForm(input: { form: $form }) {
      form {
        id
        key
        name
        fields {
          key
          label
        }
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const PublishFormDocument = graphql(`
  mutation PublishForm($formKey: String!, $revision: Int!, $form: FormInput!) {
    publishForm(input: { formKey: $formKey, revision: $revision, form: $form }) {
      form {
        id
        key
        name
        revision
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

const PreviewScaleDocument = graphql(`
  query PreviewScale {
    riskCriteria {
      scale {
        ...ScaleParts
      }
    }
  }
`);

/** A register's definition in one language, with all that can be changed. */
export type DesignForm = NonNullable<DesignFormQuery['form']>;
export type FormCheck = FormCheckQuery['checkForm'];
export type FormChange = FormCheck['changes'][number];

export const designFormQuery = (key: string, language: Language) =>
  documentQuery(DesignFormDocument, { key, locale: toLocale(language) });

export const previewScaleQuery = () => documentQuery(PreviewScaleDocument);

/** Names of the queries that show a register's definition: what to ask anew after publishing. */
export const FORM_QUERIES = [
  'DesignForm',
  'RegisterForm',
  'RegisterMenu',
  'RegisterRecords',
  'RecordDetail',
  'RegisterAccess',
] as const;

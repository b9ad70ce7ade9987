import { type RiskCriteriaQuery, documentQuery, graphql } from '@/graphql';
import type { Language } from '@/i18n';
import { toLocale } from '@/i18n';

const RiskCriteriaDocument = graphql(`
  query RiskCriteria($locale: Locale!) {
    riskCriteria {
      version
      viewerCanEdit
      acceptableLevel {
        key
      }
      scale {
        likelihood {
          label(locale: $locale)
          help(locale: $locale)
        }
        impact {
          label(locale: $locale)
          help(locale: $locale)
        }
        levels {
          key
          label(locale: $locale)
          minimumScore
          colour
        }
        cells {
          key
        }
      }
    }
  }
`);

export const UpdateRiskCriteriaDocument = graphql(`
  mutation UpdateRiskCriteria($input: UpdateRiskCriteriaInput!) {
    updateRiskCriteria(input: $input) {
      riskCriteria {
        version
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type RiskCriteria = RiskCriteriaQuery['riskCriteria'];

/** How risks are weighed, in one language. */
export const riskCriteriaQuery = (language: Language) =>
  documentQuery(RiskCriteriaDocument, { locale: toLocale(language) });

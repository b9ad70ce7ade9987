import { useSuspenseQuery } from '@tanstack/react-query';

import { type FormCategory, type RegisterMenuQuery, documentQuery, graphql } from '@/graphql';

const RegisterMenuDocument = graphql(`
  query RegisterMenu {
    forms {
      id
      key
      origin
      name
      singularName
      icon
      category
      numberPrefix
      recordCount
      viewerCanCreate
    }
  }
`);

export type MenuRegister = RegisterMenuQuery['forms'][number];

/** The headings of the menu, in order. */
export const FORM_CATEGORIES: readonly FormCategory[] = [
  'GOVERNANCE',
  'RISK',
  'OPERATION',
  'PEOPLE',
  'PRIVACY',
  'IMPROVEMENT',
  'OTHER',
];

/** All registers the viewer may see, in menu order; invalidate after making a register or records. */
export const registerMenuQuery = () => documentQuery(RegisterMenuDocument);

export function useRegisterMenu(): MenuRegister[] {
  return useSuspenseQuery(registerMenuQuery()).data.forms;
}

import { useSuspenseQuery } from '@tanstack/react-query';

import { type RegisterMenuQuery, documentQuery, graphql } from '@/graphql';

const RegisterMenuDocument = graphql(`
  query RegisterMenu {
    forms {
      id
      key
      origin
      name
      singularName
      icon
      numberPrefix
      recordCount
      viewerCanCreate
    }
  }
`);

export type MenuRegister = RegisterMenuQuery['forms'][number];

/** All registers the viewer may see, in menu order; invalidate after making a register or records. */
export const registerMenuQuery = () => documentQuery(RegisterMenuDocument);

export function useRegisterMenu(): MenuRegister[] {
  return useSuspenseQuery(registerMenuQuery()).data.forms;
}

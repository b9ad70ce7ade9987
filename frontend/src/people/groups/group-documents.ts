import { type GroupsQuery, documentQuery, graphql } from '@/graphql';

const GroupsDocument = graphql(`
  query Groups {
    groups {
      id
      name
      description
      memberCount
      version
      members {
        id
        displayName
      }
    }
  }
`);

export const CreateGroupDocument = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const UpdateGroupDocument = graphql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        id
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export const DeleteGroupDocument = graphql(`
  mutation DeleteGroup($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      userErrors {
        code
        path
        params
      }
    }
  }
`);

export type PeopleGroup = GroupsQuery['groups'][number];

/** All own groups, by name. */
export const groupsQuery = () => documentQuery(GroupsDocument);

/** What to ask anew after a group changed: people and registers depend on them. */
export const GROUP_QUERIES = [
  'Groups',
  'Accounts',
  'Account',
  'RegisterAccess',
  'RegisterMenu',
] as const;

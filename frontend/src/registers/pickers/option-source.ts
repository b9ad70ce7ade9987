import { graphql, request } from '@/graphql';

/** Something that can be picked, with the words it is known by. */
export interface PickOption {
  id: string;
  label: string;
}

/** Where a picker finds its options; `key` names the source in the query cache. */
export interface OptionSource {
  key: readonly string[];
  find: (search: string) => Promise<PickOption[]>;
}

const UserOptionsDocument = graphql(`
  query UserOptions($search: String) {
    users(search: $search, first: 20) {
      nodes {
        id
        displayName
      }
    }
  }
`);

const RecordOptionsDocument = graphql(`
  query RecordOptions($key: String!, $filter: RecordFilter) {
    form(key: $key) {
      id
      records(filter: $filter, first: 20) {
        nodes {
          id
          code
          title
        }
      }
    }
  }
`);

const GroupOptionsDocument = graphql(`
  query GroupOptions {
    groups {
      id
      name
    }
  }
`);

const SuggestionsDocument = graphql(`
  query Suggestions($key: String!, $fieldKey: String!, $search: String) {
    form(key: $key) {
      id
      suggestions(fieldKey: $fieldKey, search: $search, first: 20)
    }
  }
`);

const OptionLabelsDocument = graphql(`
  query OptionLabels($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on User {
        displayName
      }
      ... on Group {
        name
      }
      ... on Record {
        code
        title
      }
    }
  }
`);

export const userOptions: OptionSource = {
  key: ['users'],
  find: async (search) => {
    const { users } = await request(UserOptionsDocument, { search });
    return users.nodes.map((user) => ({ id: user.id, label: user.displayName }));
  },
};

/** Own groups are few: they are fetched at once and searched here. */
export const groupOptions: OptionSource = {
  key: ['groups'],
  find: async (search) => {
    const { groups } = await request(GroupOptionsDocument);
    const wanted = search.trim().toLocaleLowerCase();
    return groups
      .filter((group) => group.name.toLocaleLowerCase().includes(wanted))
      .map((group) => ({ id: group.id, label: group.name }));
  },
};

/** Words for a dynamic choice; a word is its own id. */
export const wordOptions = (formKey: string, fieldKey: string): OptionSource => ({
  key: ['words', formKey, fieldKey],
  find: async (search) => {
    const { form } = await request(SuggestionsDocument, { key: formKey, fieldKey, search });
    return (form?.suggestions ?? []).map((word) => ({ id: word, label: word }));
  },
});

export const recordLabel = (record: { code: string; title: string }) =>
  `${record.code} ${record.title}`;

export const recordOptions = (formKey: string): OptionSource => ({
  key: ['records', formKey],
  find: async (search) => {
    const filter = search === '' ? undefined : { search };
    const { form } = await request(RecordOptionsDocument, { key: formKey, filter });
    return (form?.records.nodes ?? []).map((record) => ({
      id: record.id,
      label: recordLabel(record),
    }));
  },
});

/** The words for ids that came from an address; ids that lead nowhere are left out. */
export const optionLabelsQuery = (ids: readonly string[]) => ({
  queryKey: ['OptionLabels', ids],
  queryFn: async (): Promise<PickOption[]> => {
    const { nodes } = await request(OptionLabelsDocument, { ids: [...ids] });
    return nodes.flatMap((node) => {
      if (node?.__typename === 'User') return [{ id: node.id, label: node.displayName }];
      if (node?.__typename === 'Group') return [{ id: node.id, label: node.name }];
      if (node?.__typename === 'Record') return [{ id: node.id, label: recordLabel(node) }];
      return [];
    });
  },
  enabled: ids.length > 0,
});

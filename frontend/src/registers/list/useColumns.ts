import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { sessionQuery, useViewer } from '@/auth/session';
import { graphql, useDocumentMutation } from '@/graphql';

import type { RegisterForm } from '../register-form';
import { type ListColumn, availableColumns, pickColumns, usualColumns } from './columns';
import type { ListControl } from './useListState';

const RememberColumnsDocument = graphql(`
  mutation RememberColumns($input: UpdatePreferencesInput!) {
    updatePreferences(input: $input) {
      viewer {
        preferences
      }
      userErrors {
        code
        path
        params
      }
    }
  }
`);

const preferenceKey = (formKey: string) => `columns.${formKey}`;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

export interface ColumnChoice {
  available: ListColumn[];
  shown: ListColumn[];
  isUsual: boolean;
  choose: (ids: string[]) => void;
  reset: () => void;
}

/** The list's columns: from the address, else what the viewer chose before, else the form's own. */
export function useColumns(form: RegisterForm, { state, change }: ListControl): ColumnChoice {
  const { t } = useTranslation('registers');
  const { preferences } = useViewer();
  const queryClient = useQueryClient();
  const remember = useDocumentMutation(RememberColumnsDocument);

  const available = useMemo(
    () =>
      availableColumns(form, {
        $status: t('list.status'),
        $updated: t('list.updated'),
        $created: t('list.created'),
      }),
    [form, t],
  );
  const remembered = preferences[preferenceKey(form.key)];
  const usual = usualColumns(form);
  const ids = state.columns ?? (isTexts(remembered) ? remembered : usual);

  const save = (columns: string[] | null) => {
    change({ columns });
    // In a view they are the view's: the viewer's own choice stays.
    if (state.view !== null) return;
    remember.mutate(
      { input: { preferences: { [preferenceKey(form.key)]: columns } } },
      {
        onSuccess: ({ updatePreferences: { viewer } }) => {
          queryClient.setQueryData(sessionQuery().queryKey, (session) =>
            session?.viewer && viewer
              ? { ...session, viewer: { ...session.viewer, preferences: viewer.preferences } }
              : session,
          );
        },
      },
    );
  };

  return {
    available,
    shown: pickColumns(available, ids),
    isUsual: ids.join() === usual.join(),
    choose: save,
    reset: () => {
      save(null);
    },
  };
}

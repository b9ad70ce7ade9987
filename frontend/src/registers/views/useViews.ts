import { useQuery } from '@tanstack/react-query';

import { useWrite } from '@/graphql';

import type { ColumnChoice } from '../list/useColumns';
import type { ListControl } from '../list/useListState';
import type { RegisterForm } from '../register-form';
import {
  DeleteViewDocument,
  SaveViewDocument,
  type SavedView,
  VIEW_QUERIES,
  viewsQuery,
} from './view-documents';
import { differs, stateOfView, viewSearch } from './view-state';

/** Which of the register's views the list shows, and what can be done with them. */
export function useViews(form: RegisterForm, control: ListControl, columns: ColumnChoice) {
  const { data } = useQuery(viewsQuery(form.key));
  const save = useWrite(SaveViewDocument, {
    payload: (reply) => reply.saveView,
    fields: ['name'],
    refresh: VIEW_QUERIES,
  });
  const remove = useWrite(DeleteViewDocument, {
    payload: (reply) => reply.deleteView,
    refresh: VIEW_QUERIES,
  });
  const all = data?.form?.savedViews ?? [];
  const active = all.find((view) => view.id === control.state.view) ?? null;
  const shown = columns.shown.map((column) => column.id);
  const now = () => JSON.stringify(viewSearch(control.state, shown));

  return {
    own: all.filter((view) => !view.isShared),
    shared: all.filter((view) => view.isShared),
    active,
    isChanged: active !== null && differs(active, control.state, shown),
    apply: (view: SavedView) => {
      control.change(stateOfView(view, control.state.pageSize));
    },
    /** What the list shows now, as a new view. */
    add: async (name: string, isShared: boolean) => {
      const input = { formKey: form.key, name, isShared, state: now() };
      const saved = await save.write({ input });
      if (saved?.savedView) control.change({ view: saved.savedView.id });
      return saved !== null;
    },
    /** What the list shows now, in place of what the view said. */
    overwrite: async ({ id, name, isShared }: SavedView) => {
      const input = { id, formKey: form.key, name, isShared, state: now() };
      return (await save.write({ input })) !== null;
    },
    /** Another name, or for others too; what it shows stays. */
    rename: async ({ id, search }: SavedView, name: string, isShared: boolean) => {
      const input = { id, formKey: form.key, name, isShared, state: search };
      return (await save.write({ input })) !== null;
    },
    remove: async (view: SavedView) => {
      const isGone = (await remove.write({ input: { id: view.id } })) !== null;
      if (isGone && active?.id === view.id) control.change({ view: null });
      return isGone;
    },
    /** Makes a deleted view once more. */
    bringBack: async ({ name, isShared, search }: SavedView) => {
      await save.write({ input: { formKey: form.key, name, isShared, state: search } });
    },
    save,
    isRemoving: remove.isPending,
    removeErrors: remove.general,
  };
}

export type ViewControl = ReturnType<typeof useViews>;

import { useState } from 'react';

import { stepsOf } from '../lifecycle/steps';
import { type ListState, toRecordFilter } from '../list/list-state';
import type { ListedRecord } from '../list/records-query';
import { type Selection, emptySelection, extend, pageState, toggle, togglePage } from './selection';

/** What rows and cards need to be picked. */
export interface RowSelection {
  /** Whether there is anything the viewer may do with the record. */
  canSelect: (record: ListedRecord) => boolean;
  isSelected: (id: string) => boolean;
  /** `isRange`: with all from the one picked last. */
  onToggle: (record: ListedRecord, isRange: boolean) => void;
  page: 'all' | 'some' | 'none';
  onTogglePage: () => void;
}

/** There is something the viewer may do with it. */
const canDoSomething = (record: ListedRecord) => record.viewerCanEdit || stepsOf(record).length > 0;

/**
 * What was picked in a list. Another filter begins anew; another page or order goes on. `canTake`: all
 * can be taken back from the back-up that is looked into.
 */
export function useSelection(state: ListState, page: readonly ListedRecord[], canTake: boolean) {
  const canSelect = canTake ? () => true : canDoSomething;
  const key = JSON.stringify(toRecordFilter(state) ?? {});
  const [known, setKnown] = useState(key);
  const [selection, setSelection] = useState<Selection<ListedRecord>>(emptySelection);
  if (known !== key) {
    setKnown(key);
    setSelection(emptySelection());
  }
  const selectable = page.filter(canSelect);
  const rows: RowSelection | null =
    selectable.length === 0
      ? null
      : {
          canSelect,
          isSelected: (id) => selection.records.has(id),
          onToggle: (record, isRange) => {
            if (!canSelect(record)) return;
            setSelection(
              isRange ? extend(selection, record, selectable) : toggle(selection, record),
            );
          },
          page: pageState(selection, selectable),
          onTogglePage: () => {
            setSelection(togglePage(selection, selectable));
          },
        };
  return {
    rows,
    /** As they are on the page now, where they are on it. */
    records: [...selection.records.values()].map(
      (record) => page.find(({ id }) => id === record.id) ?? record,
    ),
    clear: () => {
      setSelection(emptySelection());
    },
  };
}

export type SelectionControl = ReturnType<typeof useSelection>;

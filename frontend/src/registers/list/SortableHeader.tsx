import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';

import type { ListSort } from './list-state';
import classes from './RegisterTable.module.css';

interface SortableHeaderProps {
  label: string;
  /** Null when the column cannot be sorted. */
  sort: Omit<ListSort, 'direction'> | null;
  current: ListSort;
  onSort: (sort: ListSort) => void;
  className?: string;
}

/** A column's name; a click sorts by it, a second click the other way round. */
export function SortableHeader({ label, sort, current, onSort, className }: SortableHeaderProps) {
  if (!sort) return <Table.Th className={className}>{label}</Table.Th>;
  const isCurrent = sort.by === current.by && sort.fieldKey === current.fieldKey;
  const isAscending = current.direction === 'ASC';
  const Icon = !isCurrent ? IconArrowsSort : isAscending ? IconArrowUp : IconArrowDown;
  return (
    <Table.Th
      className={className}
      aria-sort={isCurrent ? (isAscending ? 'ascending' : 'descending') : 'none'}
    >
      <UnstyledButton
        className={classes.sort}
        data-current={isCurrent}
        onClick={() => {
          onSort({ ...sort, direction: isCurrent && isAscending ? 'DESC' : 'ASC' });
        }}
      >
        <span>{label}</span>
        <Icon size={14} aria-hidden className={classes.sortIcon} />
      </UnstyledButton>
    </Table.Th>
  );
}

import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { ListSearch } from '@/registers/list/list-state';

import classes from './drawing.module.css';

interface MarkProps {
  /** What it stands for, with its figure. */
  label: string;
  formKey: string;
  /** The records behind it; null where no list can show them. */
  search: ListSearch | null;
  children: ReactNode;
}

/** A bar, slice, point or cell: leads to the records behind it, by mouse and by keyboard. */
export function Mark({ label, formKey, search, children }: MarkProps) {
  return (
    <Tooltip label={label}>
      {search ? (
        <Link
          to="/registers/$formKey"
          params={{ formKey }}
          search={search}
          className={classes.mark}
          aria-label={label}
        >
          {children}
        </Link>
      ) : (
        <g role="img" aria-label={label} className={classes.mark}>
          {children}
        </g>
      )}
    </Tooltip>
  );
}

import type { ReactNode } from 'react';

import classes from './Facts.module.css';

export interface FactsProps {
  /** Names with what they are; those with nothing to tell are left out. */
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

const isEmpty = (value: ReactNode) =>
  value === null || value === undefined || value === false || value === '';

/** What is known of one thing, line by line. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => !isEmpty(value))
        .map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

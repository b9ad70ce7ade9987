import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { toneClass, toneOf } from '@/design';

import classes from './RegisterCards.module.css';
import type { OverviewRegister, StatusCount } from './overview';

const filled = (counts: readonly StatusCount[]) => counts.filter(({ count }) => count > 0);

/** The spread as one stacked bar. For the eye only: the list below it says the same in words. */
export function StatusBar({ counts }: { counts: readonly StatusCount[] }) {
  return (
    <div className={classes.bar} aria-hidden>
      {filled(counts).map(({ status, count }) => (
        <span
          key={status.key}
          className={`${toneClass} ${classes.part}`}
          data-tone={toneOf(status.colour)}
          style={{ flexGrow: count }}
        />
      ))}
    </div>
  );
}

/** Each status with its number, leading to the list of those records. */
export function StatusList({ register }: { register: OverviewRegister }) {
  const { t } = useTranslation('dashboard');
  return (
    <ul className={classes.statuses}>
      {filled(register.statusCounts).map(({ status, count }) => (
        <li key={status.key}>
          <Link
            to="/registers/$formKey"
            params={{ formKey: register.key }}
            search={{ status: status.key }}
            className={classes.status}
            aria-label={t('registers.statusLink', {
              status: status.label,
              count,
              register: register.name,
            })}
          >
            <span
              className={`${toneClass} ${classes.dot}`}
              data-tone={toneOf(status.colour)}
              aria-hidden
            />
            {status.label} <span className={classes.number}>{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

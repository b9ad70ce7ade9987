import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/design';
import { DeadlineBadge } from '@/registers/value/DeadlineBadge';

import type { ChartData } from './chart-documents';
import classes from './charts.module.css';

/** Deadlines that run, the most urgent first, with what is left. */
export function Clocks({ data, formKey }: { data: ChartData; formKey: string }) {
  const { t } = useTranslation('charts');
  const more = data.total - data.clocks.length;
  return (
    <>
      <ClockList clocks={data.clocks.map((clock) => ({ ...clock, formKey }))} />
      {more > 0 && <p className={classes.note}>{t('clocks.more', { count: more })}</p>}
    </>
  );
}

interface ClockListProps {
  clocks: readonly (ChartData['clocks'][number] & { formKey: string })[];
}

/** Records with what is left of their deadlines. */
export function ClockList({ clocks }: ClockListProps) {
  return (
    <ul className={classes.clocks}>
      {clocks.map(({ record, dueAt, state, formKey }) => (
        <li key={record.id} className={classes.clock}>
          <span className={classes.clockName}>
            <span className={classes.code}>{record.code}</span>{' '}
            <Link
              to="/registers/$formKey/$number"
              params={{ formKey, number: String(record.number) }}
              className={classes.title}
            >
              {record.title}
            </Link>
          </span>
          <DeadlineBadge value={{ __typename: 'DeadlineValue', dueAt, state, stoppedAt: null }} />
          <span className={classes.due}>
            <DateText value={dueAt} withTime />
          </span>
        </li>
      ))}
    </ul>
  );
}

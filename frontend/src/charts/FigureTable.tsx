import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '@/i18n';
import { formatDateTime } from '@/i18n/formats';
import type { ListSearch } from '@/registers/list/list-state';
import { useValueWords } from '@/registers/value/useValueWords';

import type { Chart, ChartData, ChartRegister } from './chart-documents';
import { toListSearch } from './chart-links';
import classes from './charts.module.css';
import { cellOf, figuresOf, rowTotal } from './figures';
import { figureText, groupLabel } from './group-label';

interface FigureTableProps {
  chart: Chart;
  register: ChartRegister;
  data: ChartData;
}

/** The figures behind a chart as a table. */
export function FigureTable(props: FigureTableProps) {
  return (
    // Wide tables scroll by themselves; the keyboard must reach that.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.tableScroll} tabIndex={0} role="group" aria-label={props.chart.title}>
      {props.chart.kind === 'CLOCKS' ? <ClockTable {...props} /> : <GroupTable {...props} />}
    </div>
  );
}

function GroupTable({ chart, register, data }: FigureTableProps) {
  const { t } = useTranslation('charts');
  const language = useLanguage();
  const figures = figuresOf(data, chart);
  const words = { t, language };
  const isHeat = chart.kind === 'HEAT_MAP';
  const isSplit = isHeat || figures.series.length > 1;
  const withTotal = chart.measure !== 'AVERAGE';
  return (
    <table className={classes.table} aria-label={t('table.of', { title: chart.title })}>
      <thead>
        <tr>
          <th scope="col">{isHeat ? t('heat.axes') : t('table.group')}</th>
          {isSplit ? (
            figures.series.map((series) => (
              <th key={series.key} scope="col" className={classes.numeric}>
                {groupLabel(series, words)}
              </th>
            ))
          ) : (
            <th scope="col" className={classes.numeric}>
              {t(`measure.${chart.measure}`)}
            </th>
          )}
          {isSplit && withTotal && (
            <th scope="col" className={classes.numeric}>
              {t('table.total')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.groups.map((group, row) => (
          <tr key={group.key}>
            <th scope="row">{groupLabel(group, words)}</th>
            {figures.series.map((series, column) => {
              const value = figures.values[row]?.[column] ?? null;
              return (
                <td key={series.key} className={classes.numeric}>
                  <ToList
                    formKey={register.key}
                    search={
                      value ? toListSearch(cellOf(data, group.key, series.key)?.filter) : null
                    }
                  >
                    {figureText(value, language)}
                  </ToList>
                </td>
              );
            })}
            {isSplit && withTotal && (
              <td className={classes.numeric}>
                <ToList formKey={register.key} search={toListSearch(group.filter)}>
                  {figureText(rowTotal(figures.values[row] ?? []), language)}
                </ToList>
              </td>
            )}
          </tr>
        ))}
      </tbody>
      {withTotal && chart.kind !== 'NUMBER' && (
        <tfoot>
          <tr>
            <th scope="row">{t('table.total')}</th>
            {isSplit &&
              figures.series.map((series, column) => (
                <td key={series.key} className={classes.numeric}>
                  {figureText(rowTotal(figures.values.map((row) => row[column] ?? null)), language)}
                </td>
              ))}
            <td className={classes.numeric}>{figureText(data.total, language)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

interface ToListProps {
  formKey: string;
  search: ListSearch | null;
  children: ReactNode;
}

function ToList({ formKey, search, children }: ToListProps) {
  if (!search) return children;
  return (
    <Link to="/registers/$formKey" params={{ formKey }} search={search} className={classes.toList}>
      {children}
    </Link>
  );
}

function ClockTable({ chart, register, data }: FigureTableProps) {
  const { t } = useTranslation('charts');
  const { language, deadlines } = useValueWords();
  return (
    <table className={classes.table} aria-label={t('table.of', { title: chart.title })}>
      <thead>
        <tr>
          <th scope="col">{t('clocks.record')}</th>
          <th scope="col">{t('clocks.due')}</th>
          <th scope="col">{t('clocks.state')}</th>
        </tr>
      </thead>
      <tbody>
        {data.clocks.map(({ record, dueAt, state }) => (
          <tr key={record.id}>
            <th scope="row">
              <Link
                to="/registers/$formKey/$number"
                params={{ formKey: register.key, number: String(record.number) }}
                className={classes.toList}
              >
                {record.code} {record.title}
              </Link>
            </th>
            <td>{formatDateTime(dueAt, language)}</td>
            <td>{deadlines[state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

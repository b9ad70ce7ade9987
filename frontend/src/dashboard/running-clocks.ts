import type { ChartDataPartsFragment, ChartInput } from '@/graphql';

import type { OverviewRegister } from './overview';

export type Clock = ChartDataPartsFragment['clocks'][number] & { formKey: string };

/** A deadline field of a register whose clocks may run. */
export interface ClockSource {
  formKey: string;
  fieldKey: string;
}

/** Every deadline of every register that holds anything. */
export const clockSources = (registers: readonly OverviewRegister[]): ClockSource[] =>
  registers
    .filter(({ recordCount }) => recordCount > 0)
    .flatMap(({ key, fields }) =>
      fields
        .filter(({ kind }) => kind === 'DEADLINE')
        .map((field) => ({ formKey: key, fieldKey: field.key })),
    );

/** The clocks of one deadline, of records that are not done. */
export const clocksChart = (fieldKey: string): ChartInput => ({
  title: { nl: '-', en: '-' },
  kind: 'CLOCKS',
  field: fieldKey,
  measure: 'COUNT',
  isOpenOnly: true,
  tests: [],
});

/** The most urgent of all, each record once with the deadline that comes first. */
export function mostUrgent(clocks: readonly Clock[], limit: number): Clock[] {
  const seen = new Set<string>();
  return [...clocks]
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))
    .filter(({ record }) => {
      if (seen.has(record.id)) return false;
      seen.add(record.id);
      return true;
    })
    .slice(0, limit);
}

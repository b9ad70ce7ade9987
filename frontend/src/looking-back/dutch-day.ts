const ZONE = 'Europe/Amsterdam';

/** The day of a moment in the Netherlands, by which the server counts: `2026-12-31`. */
export const dutchDay = (moment: Date): string =>
  // Swedes write days as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE }).format(moment);

/** The last second of a day in the Netherlands, in summer time or not. */
export function endOfDutchDay(day: string): Date {
  const winter = new Date(`${day}T23:59:59+01:00`);
  return dutchDay(winter) === day ? winter : new Date(`${day}T23:59:59+02:00`);
}

/** Whether the text is a day of the calendar that is over, in the Netherlands. */
export function isPastDay(text: string, now: Date): boolean {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && toDay(new Date(text)) === text && text < dutchDay(now);
}

const toDay = (date: Date): string => date.toISOString().slice(0, 10);

export type EndOf = 'month' | 'quarter' | 'year';

export interface DayChoice {
  endOf: EndOf;
  day: string;
}

/** Ends of the last month, quarter and year; of equal ones the longest stretch. */
export function dayChoices(now: Date): DayChoice[] {
  const [year = 0, month = 1] = dutchDay(now).split('-').map(Number);
  // Day 0 is the last one of the month before.
  const lastBefore = (firstMonth: number) => toDay(new Date(Date.UTC(year, firstMonth, 0)));
  const choices: DayChoice[] = [
    { endOf: 'month', day: lastBefore(month - 1) },
    { endOf: 'quarter', day: lastBefore(Math.floor((month - 1) / 3) * 3) },
    { endOf: 'year', day: lastBefore(0) },
  ];
  return choices.filter(({ day }, index) => choices.findLastIndex((c) => c.day === day) === index);
}

/** The last day one can look back at. */
export function yesterday(now: Date): string {
  const today = new Date(dutchDay(now));
  return toDay(new Date(today.getTime() - 86_400_000));
}

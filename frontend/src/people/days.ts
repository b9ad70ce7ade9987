const DAY_MS = 86_400_000;

/** The day of this moment where the viewer is, as `2026-12-31`. */
export function dayOfMoment(moment: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** Whole days from today up to a day: 0 is today, negative is past. */
export const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(day) - Date.parse(dayOfMoment(now))) / DAY_MS);

/** So many days after today, as `2026-12-31`. */
export const dayFromNow = (days: number, now: Date = new Date()): string =>
  dayOfMoment(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));

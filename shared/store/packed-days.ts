import type { Day } from '../domain/time.ts';

const DAY_MS = 86_400_000;
/** Two digits of base 36: more than the highest cap of a day. */
const DIGITS = 2;

/**
 * Points by day as text: the number of the first day since 1970, then two digits for each day from there on, all in
 * base 36. A lead with points on every day of its window stays within one write unit by it.
 */
export function packDays(days: Record<Day, number>): string {
  const numbers = Object.keys(days).map(numberOf);
  if (numbers.length === 0) return '';
  const first = Math.min(...numbers);
  const points = Array.from(
    { length: Math.max(...numbers) - first + 1 },
    (_, n) => days[dayOf(first + n)] ?? 0,
  );
  return `${first.toString(36)} ${points.map((one) => one.toString(36).padStart(DIGITS, '0')).join('')}`;
}

/** The points by day in such a text. */
export function unpackDays(text: string): Record<Day, number> {
  const [first = '', points = ''] = text.split(' ');
  const days: Record<Day, number> = {};
  for (let n = 0; n * DIGITS < points.length; n++) {
    const one = Number.parseInt(points.slice(n * DIGITS, (n + 1) * DIGITS), 36);
    if (one > 0) days[dayOf(Number.parseInt(first, 36) + n)] = one;
  }
  return days;
}

function numberOf(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

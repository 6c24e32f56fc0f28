import { DAY_MS, type Day } from '../../domain/time.ts';

/** Precedes a number of two base-36 digits, which exceeds any daily cap. Smaller numbers take one digit. */
const LONG = 'z';
const NUMBERS = /z(..)|(.)/g;

/**
 * Points by day as text: the number of the first day since 1970, then a number for each day from there on, all in
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
  return `${first.toString(36)} ${points.map(packed).join('')}`;
}

/** The points by day in such a text. */
export function unpackDays(text: string): Record<Day, number> {
  const [first = '', points = ''] = text.split(' ');
  const days: Record<Day, number> = {};
  let day = Number.parseInt(first, 36);
  for (const [, long, short] of points.matchAll(NUMBERS)) {
    const one = Number.parseInt(long ?? short ?? '', 36);
    if (one > 0) days[dayOf(day)] = one;
    day += 1;
  }
  return days;
}

function packed(points: number): string {
  const digits = points.toString(36);
  return digits.length > 1 || digits === LONG ? LONG + digits.padStart(2, '0') : digits;
}

function numberOf(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

function dayOf(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

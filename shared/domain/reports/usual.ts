import type { Day } from '../time.ts';
import { plusDays } from '../time.ts';
import type { Totals } from './totals.ts';

/** The four numbers of a day that say most: who came, who went to sales, whom sales took, and who became a customer. */
export const DAY_NUMBERS = ['leads', 'handedOver', 'taken', 'won'] as const;
export type DayNumber = (typeof DAY_NUMBERS)[number];

/** A number of a day, and what it usually is on that day of the week; that is missing while too little is known. */
export interface ComparedNumber {
  name: DayNumber;
  count: number;
  usual?: number;
}

export interface Yesterday {
  /** A UTC day, as in all reports. */
  day: Day;
  numbers: ComparedNumber[];
}

/** How many weeks back a day is compared, and how many of them have to be known. */
export const USUAL_WEEKS = 8;
const FEWEST_WEEKS = 4;

/**
 * The numbers of a day against the mean of the same weekday in the eight weeks before, of those that were counted. A day
 * without totals had nothing to count.
 * @param first the first day that was counted
 */
export function compareWithUsual(
  day: Day,
  totals: ReadonlyMap<Day, Totals>,
  first: Day | undefined,
): ComparedNumber[] {
  const before = Array.from({ length: USUAL_WEEKS }, (_, week) => plusDays(day, -7 * (week + 1)));
  const known = before.filter((one) => first !== undefined && one >= first);
  return DAY_NUMBERS.map((name) => {
    // A correction is booked on its own day, and may take more away than that day added.
    const of = (one: Day) => Math.max(0, NUMBERS[name](totals.get(one) ?? {}));
    const count = of(day);
    if (known.length < FEWEST_WEEKS) return { name, count };
    const mean = known.reduce((sum, one) => sum + of(one), 0) / known.length;
    return { name, count, usual: mean < 3 ? Math.round(mean * 10) / 10 : Math.round(mean) };
  });
}

const NUMBERS: Record<DayNumber, (totals: Totals) => number> = {
  leads: ({ leads = 0 }) => leads,
  handedOver: (totals) =>
    (['threshold', 'hand-raiser', 'stalled'] as const).reduce(
      (sum, reason) => sum + (totals[`entered.${reason}`] ?? 0),
      0,
    ),
  taken: ({ accepted = 0 }) => accepted,
  won: ({ won = 0 }) => won,
};

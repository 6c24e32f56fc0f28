import { type Day, dayOf, type Instant, plusDays } from '../time.ts';

/** UTC days from and to, both included. */
export interface Period {
  from: Day;
  to: Day;
}

/** What to read for a period: weekly sums, daily sums, and the hours of open days, which have no sum yet. */
export interface PeriodReads {
  /** From the first Monday to the last. */
  weeks: Period | undefined;
  days: Period[];
  open: Day[];
}

/** A period with optional bounds. */
export type PartialPeriod = { [K in keyof Period]?: Day | undefined };

/** A year and the week that it began in: more would take long to read. */
const LONGEST_DAYS = 371;
const WEEKS = 12;
/** A day is summed when no more changes can arrive. */
const OPEN_DAYS = 2;
/** In UTC. */
const ROLL_UP_TIME = '00:10:00.000Z';

/**
 * The period between two days, in either order; of a longer one its last 371 days. By default it ends today and has
 * twelve weeks.
 */
export function periodOf(today: Day, { from, to }: PartialPeriod): Period {
  const end = to ?? later(from ?? today, today);
  const start = from ?? plusDays(mondayOf(end), -7 * (WEEKS - 1));
  const [first, last] = [earlier(start, end), later(start, end)];
  return { from: later(first, plusDays(last, 1 - LONGEST_DAYS)), to: last };
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(day).getUTCDay();
  return plusDays(day, weekday === 0 ? -6 : 1 - weekday);
}

/** The days of a period, first to last. */
export function daysOf({ from, to }: Period): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) days.push(day);
  return days;
}

/**
 * How to read a period with the fewest reads.
 * @param summed the last day with a sum
 * @param today the day on which changes may still come
 */
export function planReads({ from, to }: Period, summed: Day, today: Day): PeriodReads {
  const open = daysOf({ from: later(from, plusDays(summed, 1)), to: earlier(to, today) });
  const end = earlier(to, summed);
  const firstMonday = mondayOf(plusDays(from, 6));
  const lastMonday = mondayOf(plusDays(end, -6));
  if (firstMonday > lastMonday) return { weeks: undefined, days: unlessEmpty({ from, to: end }), open };
  return {
    weeks: { from: firstMonday, to: lastMonday },
    days: [
      ...unlessEmpty({ from, to: plusDays(firstMonday, -1) }),
      ...unlessEmpty({ from: plusDays(lastMonday, 7), to: end }),
    ],
    open,
  };
}

function unlessEmpty(period: Period): Period[] {
  return period.from <= period.to ? [period] : [];
}

const later = (a: Day, b: Day) => (a > b ? a : b);
const earlier = (a: Day, b: Day) => (a < b ? a : b);

/** The first day that has no sum yet: the stream keeps a change for 24 hours, so the day before may still get some. */
export function openFrom(now: Instant): Day {
  return plusDays(dayOf(now), 1 - OPEN_DAYS);
}

/** When the next night's roll-up starts. */
export function nextRollUpAt(now: Instant): Instant {
  const today = `${dayOf(now)}T${ROLL_UP_TIME}`;
  return now < today ? today : `${plusDays(dayOf(now), 1)}T${ROLL_UP_TIME}`;
}

import { daysOf, type Period, planReads } from '../../domain/reports/period.ts';
import {
  type Cumulative,
  type Dimension,
  mergeTotals,
  type TotalsByName,
} from '../../domain/reports/totals.ts';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/time.ts';
import { jobData } from '../jobs/jobs.ts';
import type { Table } from '../table.ts';
import { totalsOfDay } from './day-totals.ts';
import { type Span, sumsBetween } from './report-sums.ts';

/** The totals of a day, or of the week that begins on it. */
export interface DatedTotals {
  from: Day;
  dimension: Dimension;
  totals: TotalsByName;
}

/**
 * The totals of some dimensions in a period, oldest first, from eventually consistent reads. The cost depends on the
 * number of days and names, not on the number of leads.
 */
export async function totalsInPeriod(
  table: Table,
  now: Instant,
  dimensions: readonly Exclude<Dimension, Cumulative>[],
  period: Period,
): Promise<DatedTotals[]> {
  const today = dayOf(now);
  const { weeks, days, open } = planReads(period, (await lastSummed(table)) ?? plusDays(today, -1), today);
  const read = (span: Span, part: Period) =>
    dimensions.map(async (dimension) => {
      const sums = await sumsBetween(table, { span, dimension, ...part });
      return sums.map((sum) => ({ ...sum, dimension }));
    });
  const count = async (day: Day) => {
    const counted = await totalsOfDay(table, day);
    return dimensions.map((dimension) => ({ from: day, dimension, totals: counted[dimension] }));
  };
  const parts = await Promise.all([
    ...(weeks ? read('week', weeks) : []),
    ...days.flatMap((part) => read('day', part)),
    ...open.map(count),
  ]);
  return parts.flat().sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The totals since the first day, today included. */
export async function totalsSoFar(table: Table, now: Instant, dimension: Cumulative): Promise<TotalsByName> {
  const today = dayOf(now);
  const { summed = plusDays(today, -1), totals } = await summedTotals(table, dimension);
  const open = daysOf({ from: plusDays(summed, 1), to: today });
  const counted = await Promise.all(open.map((day) => totalsOfDay(table, day)));
  return mergeTotals([totals, ...counted.map((day) => day[dimension])]);
}

/** The job that sums up days, and how far it is. */
export const ROLL_UP = { of: 'JOBS', kind: 'roll-up', key: 'days' } as const;

/** What it is about, as each job says. */
export const ABOUT_ROLL_UP = 'roll-up-days';

export interface RollUp {
  /** The last day that has a sum; at first the day before anything was counted. */
  summed: Day;
}

/** The totals up to the last day that has a sum, if one has. One or two read units. */
export async function summedTotals(
  table: Table,
  dimension: Cumulative,
): Promise<{ summed?: Day; totals: TotalsByName }> {
  const summed = await lastSummed(table);
  if (summed === undefined) return { totals: {} };
  const [sum] = await sumsBetween(table, { span: 'day', dimension, from: summed, to: summed });
  return { summed, totals: sum?.totals ?? {} };
}

/** The last day that has a sum; undefined before the first. */
export async function lastSummed(table: Table): Promise<Day | undefined> {
  return ((await jobData(table, ROLL_UP, { isConsistent: false })) as RollUp | undefined)?.summed;
}

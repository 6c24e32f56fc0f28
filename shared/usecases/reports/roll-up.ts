import { mondayOf, nextRollUpAt, openFrom } from '../../domain/reports/period.ts';
import {
  DIMENSIONS,
  type Dimension,
  isCumulative,
  keepLargest,
  mergeTotals,
  OPEN_ENDED,
  type TotalsByName,
} from '../../domain/reports/totals.ts';
import { type Day, dayOf, plusDays } from '../../domain/time.ts';
import { totalsOfDay } from '../../store/reports/day-totals.ts';
import { putSum, sumsBetween } from '../../store/reports/report-sums.ts';
import type { RollUp } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import type { ReportSystem } from './read-framework.ts';
import { sumHours } from './sum-hours.ts';

/** The most names in the sum of a day or week; the rest become `other`. */
const NAMES = 40;
/** More for cumulative sums, so that a name that starts small is still there the next day. */
const CUMULATIVE_NAMES = 200;

/**
 * Sums up the hours of all days that have no sum yet, then the days that are closed and the weeks that end with them, in
 * order. Each sum is computed afresh, so a roll-up may stop anywhere and run again.
 */
export async function rollUp(
  system: ReportSystem,
  { summed }: RollUp,
  isTimeUp: () => boolean,
): Promise<JobProgress> {
  const { table, now } = system;
  const today = dayOf(now());
  const lastDay = plusDays(openFrom(now()), -1);
  let last = summed;
  for (let day = plusDays(last, 1); day <= today; day = plusDays(day, 1)) {
    const isWhole = !isTimeUp() && (await sumHours(system, day, isTimeUp));
    if (!isWhole) return { again: now(), data: { summed: last } };
    if (day > lastDay) continue;
    await sumDay(table, day);
    if (plusDays(mondayOf(day), 6) === day) await sumWeek(table, mondayOf(day));
    last = day;
  }
  return { again: nextRollUpAt(now()), data: { summed: last } };
}

async function sumDay(table: Table, day: Day): Promise<void> {
  const counted = await totalsOfDay(table, day, { isConsistent: true });
  const before = plusDays(day, -1);
  for (const dimension of DIMENSIONS) {
    const where = { span: 'day', dimension, from: before, to: before } as const;
    const yesterday = isCumulative(dimension) ? await sumsBetween(table, where, { isConsistent: true }) : [];
    const totals = mergeTotals([...yesterday.map((sum) => sum.totals), counted[dimension]]);
    await putSum(table, { span: 'day', dimension, from: day, totals: inBounds(dimension, totals) });
  }
}

async function sumWeek(table: Table, monday: Day): Promise<void> {
  for (const dimension of DIMENSIONS.filter((one) => !isCumulative(one))) {
    const where = { span: 'day', dimension, from: monday, to: plusDays(monday, 6) } as const;
    const days = await sumsBetween(table, where, { isConsistent: true });
    const totals = mergeTotals(days.map((day) => day.totals));
    await putSum(table, { span: 'week', dimension, from: monday, totals: inBounds(dimension, totals) });
  }
}

function inBounds(dimension: Dimension, totals: TotalsByName): TotalsByName {
  if (!OPEN_ENDED.includes(dimension)) return totals;
  return keepLargest(totals, isCumulative(dimension) ? CUMULATIVE_NAMES : NAMES);
}

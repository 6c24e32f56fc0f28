import { type Period, planReads } from '../../domain/reports/period.ts';
import type { Dimension, TotalsByName } from '../../domain/reports/totals.ts';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/time.ts';
import { countsOfDay } from '../../store/reports/report-counters.ts';
import { getReportSchedule } from '../../store/reports/report-schedule.ts';
import { type Span, sumsBetween } from '../../store/reports/report-sums.ts';
import type { Table } from '../../store/table.ts';

export interface ReportSystem {
  table: Table;
  now: () => Instant;
}

/** What was counted of a kind in a day, or in the week that begins on it. */
export interface Part {
  from: Day;
  kind: Dimension;
  tallies: TotalsByName;
}

type Summed = Exclude<Dimension, 'cell' | 'trait'>;

/**
 * What was counted of some kinds in a period, in parts, oldest first. Of copies that may be a moment old. What it reads
 * depends on the days and names, not on how many leads there are.
 */
export async function readTallies(
  { table, now }: ReportSystem,
  kinds: readonly Summed[],
  period: Period,
): Promise<Part[]> {
  const today = dayOf(now());
  const { weeks, days, open } = planReads(period, await lastSummed({ table, now }), today);
  const read = (span: Span, piece: Period) =>
    kinds.map(async (kind) => {
      const sums = await sumsBetween(table, { span, kind, ...piece });
      return sums.map((sum) => ({ ...sum, kind }));
    });
  const count = async (day: Day) => {
    const figures = await countsOfDay(table, day);
    return kinds.map((kind) => ({ from: day, kind, tallies: figures[kind] }));
  };
  const parts = await Promise.all([
    ...(weeks ? read('week', weeks) : []),
    ...days.flatMap((piece) => read('day', piece)),
    ...open.map(count),
  ]);
  return parts.flat().sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The last day that was summed up; before the first, the day before anything was counted. */
export async function lastSummed({ table, now }: ReportSystem): Promise<Day> {
  const order = await getReportSchedule(table, { isConsistent: false });
  return order?.summed ?? plusDays(dayOf(now()), -1);
}

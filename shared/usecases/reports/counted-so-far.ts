import { daysOf } from '../../domain/reports/period.ts';
import { mergeTotals, type TotalsByName } from '../../domain/reports/totals.ts';
import { type Day, dayOf, plusDays } from '../../domain/time.ts';
import { countsOfDay } from '../../store/reports/report-counters.ts';
import { getReportSchedule } from '../../store/reports/report-schedule.ts';
import { sumsBetween } from '../../store/reports/report-sums.ts';
import type { Table } from '../../store/table.ts';
import type { ReportSystem } from './read-tallies.ts';

/** Of what each sum holds all since the first day. */
type Lasting = 'cell' | 'trait';

/** All that was counted of a kind up to the last day that was summed up, if one was. A read unit or two. */
export async function summedUp(
  table: Table,
  kind: Lasting,
): Promise<{ summed?: Day; tallies: TotalsByName }> {
  const order = await getReportSchedule(table, { isConsistent: false });
  if (order === undefined) return { tallies: {} };
  const { summed } = order;
  const [sum] = await sumsBetween(table, { span: 'day', kind, from: summed, to: summed });
  return { summed, tallies: sum?.tallies ?? {} };
}

/** All that was counted of a kind so far, the days included that are still open. */
export async function countedSoFar({ table, now }: ReportSystem, kind: Lasting): Promise<TotalsByName> {
  const today = dayOf(now());
  const { summed = plusDays(today, -1), tallies } = await summedUp(table, kind);
  const open = daysOf({ from: plusDays(summed, 1), to: today });
  const counted = await Promise.all(open.map((day) => countsOfDay(table, day)));
  return mergeTotals(kind, [tallies, ...counted.map((figures) => figures[kind])]);
}

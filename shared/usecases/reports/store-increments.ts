import type { Increment } from '../../domain/reports/totals.ts';
import { plus } from '../../domain/time.ts';
import { reopenHour } from '../../store/reports/hour-sums.ts';
import { type Counted, putReportChange } from '../../store/reports/report-changes.ts';
import type { Written } from '../../store/table.ts';
import type { ReportSystem } from './read-framework.ts';
import { LATEST_MS } from './sum-hours.ts';

/**
 * Stores what something adds to the reports of the UTC day on which it happened. It counts once, however often and in
 * whatever order it is told. One write unit, and another when the hour may be summed up already.
 * @returns `conflict` when something of this key and moment was counted before
 */
export async function storeIncrements(
  { table, now }: ReportSystem,
  counted: Counted,
  increments: readonly Increment[],
): Promise<Written> {
  if (increments.length === 0) return 'written';
  const written = await putReportChange(table, counted, increments);
  if (now() > plus(counted.at, LATEST_MS)) await reopenHour(table, counted.at);
  return written;
}

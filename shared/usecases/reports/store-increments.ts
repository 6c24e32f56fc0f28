import { openFrom } from '../../domain/reports/period.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import { dayOf, plus } from '../../domain/time.ts';
import { reopenHour } from '../../store/reports/hour-sums.ts';
import { firstHeard } from '../../store/reports/late-facts.ts';
import { type Counted, getReportChange, putReportChange } from '../../store/reports/report-changes.ts';
import type { Written } from '../../store/table.ts';
import type { ReportSystem } from './read-framework.ts';
import { LATEST_MS } from './sum-hours.ts';

/**
 * Stores what something adds to the reports of the UTC day on which it happened. It counts once, however often and in
 * whatever order it is told. One write unit, and another when the hour may be summed up already.
 * @returns `conflict` when something of this key and moment was counted before
 */
export async function storeIncrements(
  system: ReportSystem,
  counted: Counted,
  increments: readonly Increment[],
): Promise<Written> {
  if (increments.length === 0) return 'written';
  const { table, now } = system;
  const place = await placeOf(system, counted);
  const written = await putReportChange(table, place, increments);
  if (now() > plus(place.at, LATEST_MS)) await reopenHour(table, place.at);
  return written;
}

/** What was counted of this key and moment. */
export async function incrementsCounted(system: ReportSystem, counted: Counted): Promise<Increment[]> {
  return getReportChange(system.table, await placeOf(system, counted));
}

/** Where something is counted: when it happened, or when it was first heard of if that day was summed up by then. */
async function placeOf({ table, now }: ReportSystem, counted: Counted): Promise<Counted> {
  if (dayOf(counted.at) >= openFrom(now())) return counted;
  if ((await getReportChange(table, counted)).length > 0) return counted;
  return { ...counted, at: await firstHeard(table, counted, now()) };
}

import { type DayPart, hourOf, hourPart, openParts } from '../../domain/reports/hour-sums.ts';
import { type Day, type Instant, plus } from '../../domain/time.ts';
import { hourSumsOf } from '../../store/reports/day-totals.ts';
import { type HourSum, putHourSum } from '../../store/reports/hour-sums.ts';
import { firstChangeIn, totalsOfChanges } from '../../store/reports/report-changes.ts';
import type { Table } from '../../store/table.ts';
import type { ReportSystem } from './read-framework.ts';

/** A change is stored this long after it happened at the latest, or opens the sum of its hour again. */
export const LATEST_MS = 60_000;
/** Only what happened longer ago is summed up: clocks differ a little. */
const SETTLED_MS = 2 * LATEST_MS;

/**
 * Sums up the hours of a day that have new changes, in order. Each sum is computed afresh from its changes and written
 * over the one that was read, so several may do it at once.
 * @returns false when time was up before the end
 */
export async function sumHours(
  { table, now }: ReportSystem,
  day: Day,
  isTimeUp: () => boolean,
): Promise<boolean> {
  const settled = plus(now(), -SETTLED_MS);
  const sums = await hourSumsOf(table, day);
  for (const { from: start, to } of openParts(day, sums)) {
    const until = to < settled ? to : settled;
    // The last hour of a day that is over gets a sum in any case: then a report need not look for its changes.
    const last = to <= settled ? hourOf(plus(to, -1)) : undefined;
    for (let from = start; from < until; ) {
      const first = await firstChangeIn(table, { from, to: until });
      const hour = first === undefined ? last : hourOf(first);
      if (hour === undefined) break;
      if (isTimeUp()) return false;
      from = await sumHour(table, day, { hour, until }, sums);
    }
  }
  return true;
}

/** @returns the end of what is summed */
async function sumHour(
  table: Table,
  day: Day,
  { hour, until }: { hour: string; until: Instant },
  sums: readonly HourSum[],
): Promise<Instant> {
  const { from, to }: DayPart = hourPart(day, hour);
  const end = to < until ? to : until;
  const totals = await totalsOfChanges(table, { from, to: end }, { isConsistent: true });
  // If it is written meanwhile, the next run sums it up.
  await putHourSum(
    table,
    { day, hour, until: end },
    sums.find((sum) => sum.hour === hour),
    totals,
  );
  return end;
}

import { sumOf, type Tallies } from '../domain/reports/figures.ts';
import { daysOf } from '../domain/reports/period.ts';
import { type Day, dayOf, plusDays } from '../domain/time.ts';
import { countedOn } from '../store/report-counters.ts';
import { sumsBetween } from '../store/report-sums.ts';
import { lastSummed, type ReportSystem } from './read-tallies.ts';

/** What of which each sum holds all since the first day. */
type Lasting = 'cell' | 'trait';

/** All that was counted of a kind up to the last day that was summed up. A read unit or two. */
export async function summedUp(
  system: ReportSystem,
  kind: Lasting,
): Promise<{ summed: Day; tallies: Tallies }> {
  const summed = await lastSummed(system);
  const sums = await sumsBetween(system.table, { span: 'day', kind, from: summed, to: summed });
  return { summed, tallies: sums[0]?.tallies ?? {} };
}

/** All that was counted of a kind so far, the days included that are still open. */
export async function countedSoFar(system: ReportSystem, kind: Lasting): Promise<Tallies> {
  const { summed, tallies } = await summedUp(system, kind);
  const open = daysOf({ from: plusDays(summed, 1), to: dayOf(system.now()) });
  const counted = await Promise.all(open.map((day) => countedOn(system.table, day)));
  return sumOf(kind, [tallies, ...counted.map((figures) => figures[kind])]);
}

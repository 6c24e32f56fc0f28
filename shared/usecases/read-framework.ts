import type { FrameworkReport } from '../contract/reports.ts';
import { sumOf } from '../domain/reports/figures.ts';
import { frameworkOf } from '../domain/reports/framework.ts';
import { daysOf } from '../domain/reports/period.ts';
import { dayOf, plusDays } from '../domain/time.ts';
import { countedOn } from '../store/report-counters.ts';
import { sumsBetween } from '../store/report-sums.ts';
import { lastSummed, type ReportSystem } from './read-tallies.ts';

/** How many leads are in each cell of fit × readiness now. */
export async function readFramework(system: ReportSystem): Promise<FrameworkReport> {
  const { table, now } = system;
  const summed = await lastSummed(system);
  const open = daysOf({ from: plusDays(summed, 1), to: dayOf(now()) });
  const [sums, ...counted] = await Promise.all([
    sumsBetween(table, { span: 'day', kind: 'cell', from: summed, to: summed }),
    ...open.map((day) => countedOn(table, day)),
  ]);
  const cells = sumOf('cell', [...sums.map(({ tallies }) => tallies), ...counted.map(({ cell }) => cell)]);
  return { at: now(), cells: frameworkOf(cells) };
}

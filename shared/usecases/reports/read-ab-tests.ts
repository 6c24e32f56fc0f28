import { type AbTestRow, abTestRow, testsIn } from '../../domain/reports/ab-test-rows.ts';
import type { Period } from '../../domain/reports/period.ts';
import { mergeTotals, type TotalsByName } from '../../domain/reports/totals.ts';
import { dayOf } from '../../domain/time.ts';
import { abTests } from '../../store/nurture/ab-tests.ts';
import { totalsInPeriod } from '../../store/reports/report-totals.ts';
import type { ReportSystem } from './read-framework.ts';

/** More than anybody starts in years. */
const MOST_READ = 1_000;

/**
 * The tests of mails that went on in a period, newest first. Half a read unit for some five of all tests; while one is not
 * decided also the totals of mails since it began.
 */
export async function readAbTests(system: ReportSystem, period: Period): Promise<AbTestRow[]> {
  const { table, now } = system;
  const tests = testsIn(await abTests(table, MOST_READ), period);
  const [oldest] = tests.flatMap(({ decision, begunAt }) => (decision === undefined ? [begunAt] : [])).sort();
  const totals: TotalsByName[] = [];
  if (oldest !== undefined) {
    const since = { from: dayOf(oldest), to: dayOf(now()) };
    const parts = await totalsInPeriod(table, now(), ['mail'], since);
    totals.push(...parts.map((part) => part.totals));
  }
  const mails = mergeTotals(totals);
  return tests.map((test) => abTestRow(test, mails));
}

import type { VariantCount } from '../../../domain/nurture/ab-test/judge.ts';
import type { PlacedTest } from '../../../domain/nurture/ab-test/placed-tests.ts';
import { mergeTotals } from '../../../domain/reports/totals.ts';
import { variantCounts } from '../../../domain/reports/variant-counts.ts';
import { dayOf, type Instant } from '../../../domain/time.ts';
import { totalsInPeriod } from '../../../store/reports/report-totals.ts';
import type { Table } from '../../../store/table.ts';

/**
 * How many got each variant of a test, and how many of them did what it measures, as the reports have it: each mail counts
 * once. Some read units for the days since it began.
 */
export async function countVariants(
  { table, now }: { table: Table; now: () => Instant },
  placed: PlacedTest,
  begunAt: Instant,
): Promise<VariantCount[]> {
  const period = { from: dayOf(begunAt), to: dayOf(now()) };
  const parts = await totalsInPeriod(table, now(), ['mail'], period);
  return variantCounts(placed, mergeTotals(parts.map(({ totals }) => totals)));
}

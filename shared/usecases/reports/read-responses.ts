import type { Period } from '../../domain/reports/period.ts';
import { type ResponseTimes, responseTimesOf } from '../../domain/reports/response-times.ts';
import { mergeTotals } from '../../domain/reports/totals.ts';
import { totalsInPeriod } from '../../store/reports/report-totals.ts';
import type { ReportSystem } from './read-framework.ts';

/** How fast sales answered hand-overs in a period: together, and each member of the team. */
export async function readResponses({ table, now }: ReportSystem, period: Period): Promise<ResponseTimes> {
  const parts = await totalsInPeriod(table, now(), ['member'], period);
  return responseTimesOf(mergeTotals(parts.map(({ totals }) => totals)));
}

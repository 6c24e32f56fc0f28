import type { FunnelReport } from '../../contract/reports.ts';
import { type FunnelBy, funnelOf, totalFunnel } from '../../domain/reports/funnel.ts';
import { daysOf, mondayOf, type Period } from '../../domain/reports/period.ts';
import { mergeTotals } from '../../domain/reports/totals.ts';
import { type DatedTotals, totalsInPeriod } from '../../store/reports/report-totals.ts';
import type { ReportSystem } from './read-framework.ts';

/** What happened in a period on the way from a name to a customer, in total and divided. */
export async function readFunnel(
  { table, now }: ReportSystem,
  { by, ...period }: Period & { by: FunnelBy },
): Promise<FunnelReport> {
  const dimension = by === 'week' ? 'playbook' : by;
  const parts = await totalsInPeriod(table, now(), [dimension], period);
  const all = mergeTotals(parts.map(({ totals }) => totals));
  const total = totalFunnel(all);
  if (by === 'week') return { ...period, by, total, rows: weeks(period, parts) };
  const rows = Object.entries(all).map(([of, totals]) => ({
    of: of === '' ? null : of,
    ...funnelOf(totals),
  }));
  return { ...period, by, total, rows: rows.sort(by === 'playbook' ? newestFirst : largestFirst) };
}

interface Row {
  of: string | null;
  leads: number;
  entered: { total: number };
}

/** Every week of the period, including weeks without activity. */
function weeks(period: Period, parts: readonly DatedTotals[]): FunnelReport['rows'] {
  const mondays = [...new Set(daysOf(period).map(mondayOf))];
  return mondays.map((monday) => {
    const own = parts.filter(({ from }) => mondayOf(from) === monday).map(({ totals }) => totals);
    return { of: monday, ...totalFunnel(mergeTotals(own)) };
  });
}

const newestFirst = (a: Row, b: Row) => Number(b.of) - Number(a.of);

function largestFirst(a: Row, b: Row): number {
  const size = (row: Row) => row.entered.total * 1_000_000 + row.leads;
  return size(b) - size(a) || ((a.of ?? '') < (b.of ?? '') ? -1 : 1);
}

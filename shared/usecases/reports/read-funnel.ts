import type { FunnelReport } from '../../contract/reports.ts';
import { type FunnelBy, funnelOf, totalFunnel } from '../../domain/reports/funnel.ts';
import { daysOf, mondayOf, type Period } from '../../domain/reports/period.ts';
import { mergeTotals, sumTotals } from '../../domain/reports/totals.ts';
import { type Part, type ReportSystem, readTallies } from './read-tallies.ts';

/** What happened in a period on the way from a name to a customer, all together and divided. */
export async function readFunnel(
  system: ReportSystem,
  { by, ...period }: Period & { by: FunnelBy },
): Promise<FunnelReport> {
  const kind = by === 'week' ? 'playbook' : by;
  const parts = await readTallies(system, [kind], period);
  const all = mergeTotals(
    kind,
    parts.map(({ tallies }) => tallies),
  );
  const total = totalFunnel(all);
  if (by === 'week') return { ...period, by, total, rows: weeks(period, parts) };
  const rows = Object.entries(all).map(([of, tally]) => ({ of: of === '' ? null : of, ...funnelOf(tally) }));
  return { ...period, by, total, rows: rows.sort(by === 'playbook' ? newestFirst : mostFirst) };
}

interface Row {
  of: string | null;
  leads: number;
  entered: { total: number };
}

/** Every week of the period, those in which nothing happened too. */
function weeks(period: Period, parts: readonly Part[]): FunnelReport['rows'] {
  const mondays = [...new Set(daysOf(period).map(mondayOf))];
  return mondays.map((monday) => {
    const own = parts.filter(({ from }) => mondayOf(from) === monday).map(({ tallies }) => tallies);
    return { of: monday, ...funnelOf(sumTotals(mergeTotals('playbook', own))) };
  });
}

const newestFirst = (a: Row, b: Row) => Number(b.of) - Number(a.of);

function mostFirst(a: Row, b: Row): number {
  const size = (row: Row) => row.entered.total * 1_000_000 + row.leads;
  return size(b) - size(a) || ((a.of ?? '') < (b.of ?? '') ? -1 : 1);
}

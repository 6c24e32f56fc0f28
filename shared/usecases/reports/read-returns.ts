import type { ReturnsReport } from '../../contract/reports.ts';
import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import { funnelOf, share, totalFunnel } from '../../domain/reports/funnel.ts';
import type { Period } from '../../domain/reports/period.ts';
import { mergeTotals, type Totals } from '../../domain/reports/totals.ts';
import { type ReportSystem, readTallies } from './read-tallies.ts';

/** Why sales gave leads back in a period, and by which criteria it saw that they did not fit. */
export async function readReturns(system: ReportSystem, period: Period): Promise<ReturnsReport> {
  const parts = await readTallies(system, ['playbook', 'criterion'], period);
  const all = (kind: 'playbook' | 'criterion') =>
    mergeTotals(
      kind,
      parts.flatMap((part) => (part.kind === kind ? [part.tallies] : [])),
    );
  const versions = all('playbook');
  const { entered, returned } = totalFunnel(versions);
  return {
    ...period,
    handedOver: entered.total,
    returned: returned.total,
    reasons: RETURN_REASONS.map((reason) => ({
      reason,
      returned: returned[reason],
      share: share(returned[reason], returned.total),
    })),
    criteria: Object.entries(all('criterion'))
      .map(([criterion, { told = 0, caught = 0 }]) => ({ criterion, told, caught }))
      .sort((a, b) => b.told + b.caught - a.told - a.caught || (a.criterion < b.criterion ? -1 : 1)),
    playbooks: Object.entries(versions)
      .map(([version, tally]) => ({ playbook: Number(version), ...reasonsOf(tally) }))
      .filter(({ handedOver, returned: { total } }) => handedOver + total > 0)
      .sort((a, b) => b.playbook - a.playbook),
  };
}

function reasonsOf(tally: Totals) {
  const { entered, returned } = funnelOf(tally);
  return { handedOver: entered.total, returned };
}

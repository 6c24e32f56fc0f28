import type { ReturnsReport } from '../../contract/reports.ts';
import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import { funnelOf, share, totalFunnel } from '../../domain/reports/funnel.ts';
import type { Period } from '../../domain/reports/period.ts';
import { mergeTotals, type Totals, withoutDebts } from '../../domain/reports/totals.ts';
import { totalsInPeriod } from '../../store/reports/report-totals.ts';
import type { ReportSystem } from './read-framework.ts';

/** Why sales returned leads in a period, and which criteria showed a bad fit. */
export async function readReturns({ table, now }: ReportSystem, period: Period): Promise<ReturnsReport> {
  const parts = await totalsInPeriod(table, now(), ['playbook', 'criterion'], period);
  const all = (dimension: 'playbook' | 'criterion') =>
    mergeTotals(parts.flatMap((part) => (part.dimension === dimension ? [part.totals] : [])));
  const versions = all('playbook');
  const { entered, returned } = totalFunnel(versions);
  const known = RETURN_REASONS.reduce((sum, reason) => sum + returned[reason], 0);
  return {
    ...period,
    handedOver: entered.total,
    returned: returned.total,
    reasons: RETURN_REASONS.map((reason) => ({
      reason,
      returned: returned[reason],
      share: share(returned[reason], known),
    })),
    criteria: Object.entries(all('criterion'))
      .map(([criterion, totals]) => {
        const { told = 0, caught = 0 } = withoutDebts(totals);
        return { criterion, told, caught };
      })
      .filter(({ told, caught }) => told + caught > 0)
      .sort((a, b) => b.told + b.caught - a.told - a.caught || (a.criterion < b.criterion ? -1 : 1)),
    playbooks: Object.entries(versions)
      .map(([version, totals]) => ({ playbook: Number(version), ...returnsOf(totals) }))
      .filter(({ handedOver, returned: { total } }) => handedOver + total > 0)
      .sort((a, b) => b.playbook - a.playbook),
  };
}

function returnsOf(totals: Totals) {
  const { entered, returned } = funnelOf(totals);
  return { handedOver: entered.total, returned };
}

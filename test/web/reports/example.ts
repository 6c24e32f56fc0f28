import { frameworkOf } from '../../../shared/domain/reports/framework.ts';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { totalsOf } from '../../../shared/domain/reports/totals.ts';
import type { Reports } from '../../../shared/web/reports/reports.ts';

/** The figures of a company that hands over too early. */
export function exampleReports(): Reports {
  const cells = {
    ...{ 'good.not-ready.lead': 412, 'good.ready.mql': 9, 'good.ready.lead': 14, 'good.hand-raiser.sql': 11 },
    ...{ 'unknown.not-ready.lead': 1_280, 'unknown.ready.mql': 6, 'unknown.hand-raiser.mql': 4 },
    ...{ 'bad.not-ready.name': 240, 'bad.ready.name': 17, 'bad.hand-raiser.mql': 2 },
  };
  const counts = Object.entries(cells).map(
    ([of, by]) => ({ dimension: 'cell', of, metric: 'here', by }) as const,
  );
  const total = funnelOf({
    ...{
      leads: 640,
      'entered.threshold': 61,
      'entered.hand-raiser': 34,
      held: 17,
      accepted: 78,
      qualified: 31,
    },
    ...{ dropped: 44, opportunities: 14, won: 6, value: 7_250_000, lost: 5, kept: 81, late: 9 },
    ...{ 'returned.not-ready': 22, 'returned.bad-fit': 11, 'returned.unreachable': 7, 'returned.other': 2 },
    ...{
      'minutes.lead>mql': 61 * 30_000,
      'took.lead>mql.9': 61,
      'minutes.mql>sal': 78 * 300,
      'took.mql>sal.3': 78,
    },
  });
  return {
    period: { from: '2026-08-31', to: '2026-11-22' },
    cells: frameworkOf(totalsOf(counts).cell),
    total,
    by: 'campaign',
    rows: [
      { of: 'spring <script>alert(1)</script>', ...total },
      { of: null, ...funnelOf({ leads: 3 }) },
    ],
    reasons: [
      { reason: 'not-ready', returned: 22, share: 0.524 },
      { reason: 'bad-fit', returned: 11, share: 0.262 },
      { reason: 'unreachable', returned: 7, share: 0.167 },
      { reason: 'duplicate', returned: 0, share: 0 },
      { reason: 'other', returned: 2, share: 0.048 },
    ],
    criteria: [{ criterion: 'employees', told: 8, caught: 5 }],
  };
}

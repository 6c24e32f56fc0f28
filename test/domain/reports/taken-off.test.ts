import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameworkOf } from '../../../shared/domain/reports/framework.ts';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { responseTimesOf } from '../../../shared/domain/reports/response-times.ts';
import { BUCKETS, TIMED } from '../../../shared/domain/reports/steps.ts';
import type { Metric, Totals } from '../../../shared/domain/reports/totals.ts';

const METRICS: readonly Metric[] = [
  ...(['leads', 'held', 'accepted', 'qualified', 'dropped', 'opportunities', 'won', 'lost'] as const),
  ...([
    'entered.threshold',
    'entered.stalled',
    'returned.bad-fit',
    'returned.other',
    'kept',
    'late',
  ] as const),
  ...(['value', 'value.USD', 'here'] as const),
  ...TIMED.flatMap((step): Metric[] => [
    `minutes.${step}`,
    ...BUCKETS.slice(0, 5).map(({ number }) => `took.${step}.${number}` as const),
  ]),
];

/** Totals of a period in which anything may have been taken off. */
const anyTotals = fc.dictionary(fc.constantFrom(...METRICS), fc.integer({ min: -9, max: 9 }));

/** Every number in a report, however deep. */
function numbersIn(report: unknown): number[] {
  if (typeof report === 'number') return [report];
  return report !== null && typeof report === 'object' ? Object.values(report).flatMap(numbersIn) : [];
}

describe('what a report says of a period', () => {
  it('is never below zero, whatever corrections take off', () => {
    fc.assert(
      fc.property(anyTotals, anyTotals, (one, other) => {
        const cells = frameworkOf({ 'good.ready.mql': one, 'good.ready.sal': other });
        for (const report of [funnelOf(one), responseTimesOf({ anna: one, '': other }), cells])
          expect(numbersIn(report).filter((number) => number < 0)).toEqual([]);
        const { mqlToSql, agreement } = funnelOf(one);
        for (const { share } of [mqlToSql, agreement]) expect(share ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is what was counted when nothing was taken off', () => {
    const totals: Totals = { leads: 3, 'entered.threshold': 2, won: 1, value: 9_950, 'value.USD': 100 };
    expect(funnelOf(totals)).toMatchObject({
      ...{ leads: 3, entered: { total: 2, threshold: 2 } },
      won: { total: 1, value: 99.5, otherCurrencies: { USD: 1 } },
    });
  });

  it('has no return more when the reason of one was corrected', () => {
    const { returned } = funnelOf({ 'returned.other': -1, 'returned.bad-fit': 1 });
    expect(returned).toMatchObject({ total: 0, other: 0, 'bad-fit': 1 });
  });

  it('has no deal in a currency that was only taken off', () => {
    expect(funnelOf({ won: -1, 'value.USD': -25_000 }).won).toEqual({ total: 0, value: 0 });
  });

  it('has the median of the durations that are left, and no mean that minutes of others make', () => {
    const totals: Totals = {
      ...{ 'took.mql>sal.3': 3, 'took.mql>sal.9': -1 },
      'minutes.mql>sal': 3 * 300 - 20_000,
    };
    expect(funnelOf(totals).times['mql>sal']).toEqual({ count: 2, mean: null, median: 6 });
    const none = funnelOf({ 'took.mql>sal.3': 1, 'took.mql>sal.9': -1 });
    expect(none.times['mql>sal']).toEqual({ count: 0, mean: null, median: null });
  });
});

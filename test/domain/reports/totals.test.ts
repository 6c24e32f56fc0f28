import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnelOf } from '../../../shared/domain/reports/funnel.ts';
import { BUCKETS, bucketOf, stepTimeOf } from '../../../shared/domain/reports/steps.ts';
import { keepLargest, OTHERS, sumTotals, type TotalsByName } from '../../../shared/domain/reports/totals.ts';

describe('too many names', () => {
  it('are reduced to those with the largest counts, the rest as one, without losing counts', () => {
    const tallies: TotalsByName = {
      a: { leads: 5 },
      b: { leads: 1, value: 90_000 },
      c: { leads: 3 },
      d: { leads: 1 },
    };
    expect(keepLargest(tallies, 3)).toEqual({
      a: { leads: 5 },
      c: { leads: 3 },
      [OTHERS]: { leads: 2, value: 90_000 },
    });
    expect(keepLargest(tallies, 4)).toEqual(tallies);
  });

  it('add up to the same total, whatever their names', () => {
    const names = fc.dictionary(
      fc.string(),
      fc.integer({ min: 1, max: 9 }).map((leads) => ({ leads })),
    );
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 5 }), (tallies, most) => {
        const fewer = keepLargest(tallies, most);
        expect(Object.keys(fewer).length).toBeLessThanOrEqual(most);
        expect(sumTotals(fewer)).toEqual(sumTotals(tallies));
      }),
    );
  });
});

describe('the times of a step', () => {
  const tallyOf = (minutes: number[]) => {
    const tally: Record<string, number> = { 'minutes.mql>sal': minutes.reduce((sum, one) => sum + one, 0) };
    for (const one of minutes) {
      const name = `took.mql>sal.${bucketOf(one)}`;
      tally[name] = (tally[name] ?? 0) + 1;
    }
    return tally;
  };

  it('have an exact mean, and a median that one slow lead does not move', () => {
    expect(stepTimeOf(tallyOf([90, 90, 90, 6_000]), 'mql>sal')).toEqual({
      count: 4,
      mean: 26.125,
      median: 1.667,
    });
    expect(stepTimeOf({}, 'mql>sal')).toEqual({ count: 0, mean: null, median: null });
  });

  it('tell seconds from minutes and from most of an hour', () => {
    const medianOf = (one: number) => (stepTimeOf(tallyOf([one]), 'mql>sal').median ?? 0) * 60;
    expect(medianOf(0.3)).toBeLessThan(1);
    expect(medianOf(3)).toBeCloseTo(3, 0);
    expect(medianOf(40)).toBeGreaterThan(15);
  });

  it('have a median within the bucket of the middle lead', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000), { minLength: 1, maxLength: 30 }), (minutes) => {
        const { median } = stepTimeOf(tallyOf(minutes), 'mql>sal');
        const middle = [...minutes].sort((a, b) => a - b)[Math.ceil(minutes.length / 2) - 1] as number;
        const place = (one: number) => BUCKETS.findIndex(({ number }) => number === bucketOf(one));
        expect(Math.abs(place((median ?? 0) * 60) - place(middle))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a funnel', () => {
  const funnel = funnelOf({
    ...{ leads: 40, 'entered.threshold': 8, 'entered.hand-raiser': 2, accepted: 7, kept: 9, late: 1 },
    ...{ 'returned.not-ready': 2, 'returned.bad-fit': 1, qualified: 3, dropped: 3, won: 1, value: 125_050 },
  });

  it('says how many of the decided hand-overs became an SQL', () => {
    expect(funnel.mqlToSql).toEqual({ became: 3, didNot: 3, share: 0.5 });
  });

  it('has shares, and null when the whole is zero', () => {
    expect(funnel.conversions).toEqual({
      leadToMql: 0.25,
      mqlToSal: 0.7,
      salToSql: 0.429,
      sqlToOpportunity: 0,
      opportunityToCustomer: null,
    });
    expect(funnel.agreement).toEqual({ kept: 9, late: 1, share: 0.9 });
  });

  it('sums hand-overs and returns, and shows money in euros', () => {
    expect(funnel.entered).toEqual({ total: 10, threshold: 8, 'hand-raiser': 2, stalled: 0 });
    expect(funnel.returned.total).toBe(3);
    expect(funnel.won).toEqual({ total: 1, value: 1_250.5 });
  });
});

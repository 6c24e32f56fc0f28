import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { AbTest } from '../../../shared/domain/nurture/ab-test/ab-test-rules.ts';
import {
  assignVariant,
  ownVariant,
  takesPart,
} from '../../../shared/domain/nurture/ab-test/assign-variant.ts';
import { chancesToBeHighest, quantileOf, shareBelow } from '../../../shared/domain/nurture/ab-test/beta.ts';
import { judge, neededForEach } from '../../../shared/domain/nurture/ab-test/judge.ts';
import { decidedFrom, placedTests } from '../../../shared/domain/nurture/ab-test/placed-tests.ts';
import { contentOf, mailsIn, variantNames } from '../../../shared/domain/nurture/ab-test/variants.ts';
import { mailingRules } from './mail/mailing-rules.ts';

const test: AbTest = {
  name: 'tip-subject',
  variants: [
    { name: 'question', subject: { nl: 'Wie eerst?', en: 'Who first?' } },
    { name: 'short', mail: 'tip-short' },
  ],
  share: 0.2,
  measure: 'opened',
  decide: { after: '4h' },
  certainty: 0.95,
};
const leads = Array.from({ length: 30_000 }, (_, n) => `L${String(n).padStart(21, '0')}` as LeadId);
const names = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);
const counts = (first: [number, number], ...others: [number, number][]) =>
  [first, ...others].map(([reached, recipients], n) => ({
    variant: n === 0 ? 'first' : `v${n}`,
    reached,
    recipients,
  }));

describe('the variant of a person', () => {
  it('is spread evenly over the variants, in and outside the share, for every name of a test', () => {
    fc.assert(
      fc.property(names, (name) => {
        const own = { ...test, name };
        const all = leads.map((lead) => ({ lead, isTracked: true }));
        const part = all.filter((one) => takesPart(own, one));
        // Six standard deviations of a fair draw.
        expect(Math.abs(part.length - 6_000)).toBeLessThan(6 * Math.sqrt(30_000 * 0.2 * 0.8));
        for (const group of [all, part]) {
          const sizes = Map.groupBy(group, ({ lead }) => ownVariant(own, lead));
          for (const variant of variantNames(own)) {
            const off = (sizes.get(variant)?.length ?? 0) - group.length / 3;
            expect(Math.abs(off)).toBeLessThan(6 * Math.sqrt((group.length * 2) / 9));
          }
        }
      }),
      { numRuns: 5 },
    );
  });

  it('depends on the lead and the name of the test only: a larger share takes more people, and moves nobody', () => {
    const some = leads.slice(0, 2_000);
    const wider = { ...test, share: 0.6 };
    for (const lead of some) {
      expect(ownVariant(wider, lead)).toBe(ownVariant(test, lead));
      if (takesPart(test, { lead, isTracked: true }))
        expect(takesPart(wider, { lead, isTracked: true })).toBe(true);
    }
    const other = { ...test, name: 'another' };
    const isSame = some.filter((lead) => ownVariant(other, lead) === ownVariant(test, lead));
    expect(isSame.length / some.length).toBeCloseTo(1 / 3, 1);
  });

  it('is its own while the test goes on, the first outside of it, and what was decided afterwards', () => {
    const inside = leads.find((lead) => takesPart(test, { lead, isTracked: true })) as LeadId;
    const outside = leads.find((lead) => !takesPart(test, { lead, isTracked: true })) as LeadId;
    const variant = ownVariant(test, inside);
    const assigned = (lead: LeadId, isTracked: boolean, decided?: string) =>
      assignVariant(test, { lead, isTracked }, decided);
    expect(assigned(inside, true)).toEqual({ test: 'tip-subject', variant, counts: true });
    expect(assigned(outside, true)).toEqual({ test: 'tip-subject', variant: 'first', counts: false });
    expect(assigned(inside, false)).toEqual({ test: 'tip-subject', variant: 'first', counts: false });
    for (const lead of [inside, outside])
      expect(assigned(lead, true, 'short')).toEqual({ test: 'tip-subject', variant: 'short', counts: false });
    expect(assigned(inside, true, 'removed-since').variant).toBe('first');
    expect(takesPart({ ...test, measure: 'handed-over' }, { lead: inside, isTracked: false })).toBe(true);
  });

  it('is made of another subject, or of another mail', () => {
    const subject = { nl: 'Wie eerst?', en: 'Who first?' };
    expect(contentOf(test, 'question', 'tip')).toEqual({ mail: 'tip', subject });
    expect(contentOf(test, 'short', 'tip')).toEqual({ mail: 'tip-short' });
    expect(contentOf(test, 'first', 'tip')).toEqual({ mail: 'tip' });
    expect(mailsIn({ mail: 'tip', test })).toEqual(['tip', 'tip-short']);
  });
});

/** P(B > A) for whole parameters, in closed form: Evan Miller, Formulas for Bayesian A/B Testing, 2015. */
function closedForm([a, b]: [number, number], [c, d]: [number, number]): number {
  const logFactorial = (n: number) =>
    Array.from({ length: n }, (_, i) => Math.log(i + 1)).reduce((x, y) => x + y, 0);
  const logBeta = (x: number, y: number) =>
    logFactorial(x - 1) + logFactorial(y - 1) - logFactorial(x + y - 1);
  return Array.from({ length: c }, (_, i) => i).reduce(
    (sum, i) => sum + Math.exp(logBeta(a + i, b + d) - Math.log(d + i) - logBeta(1 + i, d) - logBeta(a, b)),
    0,
  );
}

describe('what is known of a share', () => {
  it('is what tables of the beta distribution say', () => {
    // Beta(1, 1) is even; Beta(2, 1) has x², Beta(1, 3) has 1 − (1 − x)³ below x.
    expect(shareBelow(0.3, { a: 1, b: 1 })).toBeCloseTo(0.3, 12);
    expect(shareBelow(0.3, { a: 2, b: 1 })).toBeCloseTo(0.09, 12);
    expect(shareBelow(0.3, { a: 1, b: 3 })).toBeCloseTo(1 - 0.7 ** 3, 12);
    // 7 of 10: the interval that a Bayesian textbook gives for Beta(8, 4).
    expect(quantileOf(0.025, { a: 8, b: 4 })).toBeCloseTo(0.3903, 4);
    expect(quantileOf(0.975, { a: 8, b: 4 })).toBeCloseTo(0.8907, 4);
  });

  it('makes a variant better with the probability of the closed form', () => {
    const share = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 120 }));
    fc.assert(
      fc.property(share, share, ([a, b], [c, d]) => {
        const [first = 0, second = 0] = chancesToBeHighest([
          { a, b },
          { a: c, b: d },
        ]);
        expect(second).toBeCloseTo(closedForm([a, b], [c, d]), 4);
        expect(first + second).toBeCloseTo(1, 10);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the decision of a test', () => {
  it('takes the variant that is better for certain, with the interval of each', () => {
    const { chosen, isSeen, standings } = judge(counts([300, 1_000], [350, 1_000]), test);
    expect({ chosen, isSeen }).toEqual({ chosen: 'v1', isSeen: true });
    expect(standings).toMatchObject([
      { low: 0.2724, high: 0.3291, best: 0.0085 },
      { low: 0.3211, high: 0.3801, best: 0.9915 },
    ]);
  });

  it.each([
    ['the numbers may be chance', counts([30, 100], [36, 100])],
    ['nobody got a variant', counts([0, 0], [0, 0])],
    ['few got a variant, whatever they did', counts([0, 19], [19, 19])],
    ['one variant has few', counts([0, 1_000], [19, 19])],
    ['all are alike', counts([50, 500], [50, 500], [50, 500])],
  ])('sees no difference and takes the first when %s', (_, some) => {
    expect(judge(some, test)).toMatchObject({ chosen: 'first', isSeen: false });
  });

  it('names the first when that is the better one', () => {
    expect(judge(counts([350, 1_000], [300, 1_000]), test)).toMatchObject({ chosen: 'first', isSeen: true });
  });

  it('asks for as much certainty as the test says', () => {
    const some = counts([30, 100], [39, 100]);
    expect(judge(some, { certainty: 0.9 })).toMatchObject({ chosen: 'v1', isSeen: true });
    expect(judge(some, { certainty: 0.95 })).toMatchObject({ chosen: 'first', isSeen: false });
  });

  it('is the same for the same counts, in whatever order the variants stand after the first', () => {
    const count = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(count, count, count, (a, b, c) => {
        const one = judge(counts([a, 400], [b, 400], [c, 400]), test);
        const swapped = judge(
          [
            ...counts([a, 400]),
            ...['v2', 'v1'].map((variant) => ({
              variant,
              recipients: 400,
              reached: variant === 'v2' ? c : b,
            })),
          ],
          test,
        );
        expect(swapped.isSeen).toBe(one.isSeen);
        expect(swapped.chosen).toBe(one.chosen);
        for (const { low, high, reached } of one.standings) {
          expect(low).toBeLessThanOrEqual((reached + 1) / 402);
          expect(high).toBeGreaterThanOrEqual((reached + 1) / 402);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('needs the sample of two proportions to see a usual difference', () => {
    // (1.645 + 0.842)² (0.3 · 0.7 + 0.35 · 0.65) / 0.05²
    expect(neededForEach({ measure: 'opened', certainty: 0.95 })).toBe(1_083);
    expect(neededForEach({ measure: 'clicked', certainty: 0.95 })).toBe(1_741);
    expect(neededForEach({ measure: 'opened', certainty: 0.9 })).toBeLessThan(1_083);
  });
});

describe('the moment of a decision', () => {
  const NOW = '2026-11-23T09:30:00.000Z';
  const rules = { sequences: {}, newsletter: [], mailing: mailingRules };
  const placed = (decide: AbTest['decide']) => ({
    test: { ...test, decide },
    sequence: 'tips',
    step: 'tip',
    mail: 'tip',
  });

  it('counts from the first mail, is the start of a day, or is when enough got a variant: seen each hour', () => {
    const begun = '2026-11-20T08:00:00.000Z';
    expect(decidedFrom(placed({ after: '2d' }), begun, rules, NOW)).toBe('2026-11-22T08:00:00.000Z');
    expect(decidedFrom(placed({ on: '2026-12-01' }), begun, rules, NOW)).toBe('2026-11-30T23:00:00.000Z');
    expect(decidedFrom(placed({ recipients: 500 }), begun, rules, NOW)).toBe('2026-11-23T10:30:00.000Z');
  });

  it('of an issue counts from the first hour of the company, however early it was in Asia', () => {
    const issue = { mail: 'news', on: '2026-11-23', bands: ['newsletter' as const], test };
    const [news] = placedTests({ sequences: {}, newsletter: [issue] });
    const own = { ...rules, newsletter: [issue] };
    const at = (begun?: string) => news && decidedFrom(news, begun, own, NOW);
    expect(at('2026-11-23T00:00:00.000Z')).toBe('2026-11-23T12:00:00.000Z');
    expect(at()).toBe('2026-11-23T12:00:00.000Z');
    expect(at('2026-11-23T10:00:00.000Z')).toBe('2026-11-23T14:00:00.000Z');
  });
});

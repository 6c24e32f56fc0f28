import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, chooseCandidates, rankOf } from '../../../../shared/domain/handover/stalled/rank.ts';
import { agreement } from '../agreement.ts';
import { outcomesOf, someone, times } from './builders.ts';

const rules = agreement.stalled;
const candidate = (n: number, score: number, fit: string, form = 'demo'): Candidate => ({
  lead: someone(n),
  score,
  traits: { fit, score: String(score - (score % 20)), form },
});
const leadsOf = (offered: { lead: string }[]) => offered.map(({ lead }) => Number(lead.slice(0, 4)));
const enough = outcomesOf([
  ...times(10, { how: 'won', form: 'demo' } as const),
  ...times(5, { how: 'lost', form: 'demo' } as const),
  ...times(15, { how: 'lost', form: 'whitepaper' } as const),
]);

describe('the rank of a lead', () => {
  it('is its fit and then its score, with few outcomes', () => {
    const rank = (fit: string, score: number) => rankOf(candidate(1, score, fit), {}, rules).rank;
    expect([rank('bad', 79), rank('unknown', 20), rank('good', 20)]).toEqual([79, 2_020, 4_020]);
    expect([rank('bad', 1_999), rank('bad', 5_000)]).toEqual([1_999, 1_999]);
    expect(rankOf({ score: 40, traits: {} }, {}, rules).rank).toBe(40);
  });

  it('is its chance, as a number to 9999, once there are enough outcomes and five of each', () => {
    const ofOutcomes = (won: number, lost: number) =>
      rankOf({ score: 40, traits: {} }, { '': { won, lost } }, rules);
    expect(ofOutcomes(5, 26)).toEqual({ rank: 1_818, ranked: { chance: 0.182 } });
    expect(ofOutcomes(26, 5).ranked).toEqual({ chance: 0.818 });
    expect(ofOutcomes(5, 24).ranked).toEqual({ won: 5, lost: 24, enough: 30 });
    expect(ofOutcomes(4, 40).ranked).toEqual({ won: 4, lost: 40, enough: 30 });
    expect(ofOutcomes(40, 4).ranked).toEqual({ won: 40, lost: 4, enough: 30 });
  });
});

describe('the leads that are offered', () => {
  it('are those with the best fit and then the highest score, with few outcomes', () => {
    const all = [candidate(1, 70, 'unknown'), candidate(2, 25, 'good'), candidate(3, 40, 'good')];
    const offered = chooseCandidates(all, outcomesOf(times(3, { how: 'won' })), rules);
    expect(leadsOf(offered)).toEqual([3, 2, 1]);
    expect(offered[0]?.ranked).toEqual({ won: 3, lost: 0, enough: 30 });
  });

  it('are those most like customers, once there are enough outcomes', () => {
    const all = [candidate(1, 70, 'good', 'whitepaper'), candidate(2, 25, 'unknown', 'demo')];
    const offered = chooseCandidates(all, enough, rules);
    expect(leadsOf(offered)).toEqual([2, 1]);
    for (const { ranked } of offered) expect(ranked).toHaveProperty('chance');
  });

  it('are chosen by fit and score when nearly all outcomes are the same', () => {
    const { ranked } = rankOf(candidate(1, 25, 'good'), outcomesOf(times(40, { how: 'lost' })), rules);
    expect(ranked).toEqual({ won: 0, lost: 40, enough: 30 });
  });

  it('are those with the lowest id when nothing else decides', () => {
    const all = [candidate(3, 40, 'good'), candidate(1, 40, 'good'), candidate(2, 40, 'good')];
    expect(leadsOf(chooseCandidates(all, {}, rules))).toEqual([1, 2, 3]);
    expect(leadsOf(chooseCandidates(all.toReversed(), {}, rules))).toEqual([1, 2, 3]);
  });

  it('respect the weekly maximum, each once, and none better was passed over', () => {
    const candidates = fc.uniqueArray(
      fc.record({
        n: fc.integer({ min: 0, max: 999 }),
        score: fc.integer({ min: 20, max: 79 }),
        fit: fc.constantFrom('good', 'unknown'),
        form: fc.constantFrom('demo', 'whitepaper'),
      }),
      { selector: ({ n }) => n, maxLength: 30 },
    );
    fc.assert(
      fc.property(candidates, fc.integer({ min: 0, max: 8 }), fc.boolean(), (some, aWeek, isEnough) => {
        const all = some.map(({ n, score, fit, form }) => candidate(n, score, fit, form));
        const outcomes = isEnough ? enough : {};
        const names = chooseCandidates(all, outcomes, { ...rules, aWeek }).map(({ lead }) => lead);
        expect(names.length).toBe(Math.min(aWeek, all.length));
        expect(new Set(names).size).toBe(names.length);
        const rank = (one: Candidate) => rankOf(one, outcomes, rules).rank;
        const [taken, left] = [true, false].map((isTaken) =>
          all.filter(({ lead }) => names.includes(lead) === isTaken).map(rank),
        ) as [number[], number[]];
        expect(Math.min(...taken)).toBeGreaterThanOrEqual(Math.max(...left));
      }),
      { numRuns: 60 },
    );
  });
});

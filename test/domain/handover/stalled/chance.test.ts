import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../../shared/domain/handover/stalled/chance.ts';
import type { Traits } from '../../../../shared/domain/handover/stalled/traits.ts';
import { type Ended, outcomesOf, times } from './builders.ts';

const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const ended = fc
  .record({
    how: fc.constantFrom('won', 'lost'),
    form: some('demo', 'whitepaper', 'contact'),
    employees: some('5', '30', '400'),
  })
  .map(
    ({ how, form, employees }): Ended => ({ how, ...(form && { form }), ...(employees && { employees }) }),
  );
const past = fc.array(ended, { maxLength: 40 });
const traits = fc
  .record({ form: some('demo', 'whitepaper', 'never seen'), employees: some('1', '10', '250') })
  .map(({ form, employees }): Traits => ({ ...(form && { form }), ...(employees && { employees }) }));

describe('the chance to become a customer', () => {
  it('is one half without outcomes', () => {
    expect(chanceOf({ fit: 'good', form: 'demo' }, {})).toBe(0.5);
  });

  it('equals a hand calculation for one trait', () => {
    const outcomes = outcomesOf([
      ...times(6, { how: 'won', form: 'demo' } as const),
      ...times(2, { how: 'won', form: 'whitepaper' } as const),
      ...times(3, { how: 'lost', form: 'demo' } as const),
      ...times(13, { how: 'lost', form: 'whitepaper' } as const),
    ]);
    // Won before lost is 9 to 17; demo among those won 7 in 11, among those lost 4 in 19.
    const odds = (9 / 17) * (7 / 11 / (4 / 19));
    expect(chanceOf({ form: 'demo' }, outcomes)).toBeCloseTo(odds / (1 + odds), 12);
    expect(chanceOf({ form: 'whitepaper' }, outcomes)).toBeLessThan(0.25);
  });

  it('is never 0 or 1', () => {
    fc.assert(
      fc.property(past, traits, (all, of) => {
        const chance = chanceOf(of, outcomesOf(all));
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThan(1);
      }),
    );
  });

  it('does not fall when a similar lead becomes a customer, nor rise when one is lost', () => {
    fc.assert(
      fc.property(past, ended, (all, { how: _, ...like }) => {
        const of = {
          ...{ fit: 'unknown', score: '80' },
          ...(like.form && { form: like.form }),
          ...(like.employees && { employees: { 5: '1', 30: '10', 400: '250' }[like.employees] ?? '' }),
        };
        const now = chanceOf(of, outcomesOf(all));
        expect(chanceOf(of, outcomesOf([...all, { how: 'won', ...like }]))).toBeGreaterThanOrEqual(
          now - 1e-12,
        );
        expect(chanceOf(of, outcomesOf([...all, { how: 'lost', ...like }]))).toBeLessThanOrEqual(now + 1e-12);
      }),
    );
  });

  it('does not depend on the order of the outcomes', () => {
    fc.assert(
      fc.property(past, traits, (all, of) => {
        expect(chanceOf(of, outcomesOf([...all].reverse()))).toBeCloseTo(chanceOf(of, outcomesOf(all)), 12);
      }),
    );
  });
});

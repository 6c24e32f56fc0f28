import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeForAll, changeForOne } from '../../../../shared/domain/nurture/enrolment/sequence-change.ts';
import { nextStep, type Plan, planOf } from '../../../../shared/domain/nurture/plan.ts';
import type { Step } from '../../../../shared/domain/nurture/sequence.ts';
import { enrolment, nurtureRules, onDay, step } from '../builders.ts';

const plan = (...steps: Step[]) => planOf('tips', undefined, nurtureRules({ steps })) as Plan;
const [first, second, third] = [step('first', '7d'), step('second', '14d'), step('third', '21d')];
/** Somebody who had the first mail. */
const inIt = enrolment({ sent: { first: onDay(7) }, reached: '7d' });
const change = (...steps: Step[]) => changeForOne(inIt, plan(first, second, third), plan(...steps));
const NOTHING = { lost: [], missed: [], added: [], moved: [] };

describe('what a changed sequence means for somebody in it', () => {
  it('is nothing when it stays as it is, or changes what they had', () => {
    expect(change(first, second, third)).toEqual(NOTHING);
    expect(change({ ...first, mail: 'other' }, second, third)).toEqual(NOTHING);
    expect(change(second, third)).toEqual(NOTHING);
  });

  it('is a mail less, a mail more, or one at another time', () => {
    expect(change(first, third)).toEqual({ ...NOTHING, lost: ['second'] });
    expect(change(first, second, third, step('fourth', '28d'))).toEqual({ ...NOTHING, added: ['fourth'] });
    expect(change(first, second, { ...third, after: '20d' })).toEqual({ ...NOTHING, moved: ['third'] });
  });

  it('is a new mail whose moment they have passed', () => {
    expect(change(step('zero', '3d'), first, second, third)).toEqual({ ...NOTHING, missed: ['zero'] });
    expect(change(first, { ...second, after: '5d' }, third)).toEqual({ ...NOTHING, lost: ['second'] });
  });

  it('is all that was to come when the sequence goes', () => {
    expect(changeForOne(inIt, plan(first, second, third), undefined)).toEqual({
      ...NOTHING,
      lost: ['second', 'third'],
    });
  });

  it('says of each step what will happen: lost or added as it is with the next steps', () => {
    const ids = ['first', 'second', 'third', 'fourth', 'fifth'];
    const steps = fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 1 })
      .chain((names) =>
        fc
          .array(fc.integer({ min: 1, max: 60 }), { minLength: names.length, maxLength: names.length })
          .map((days) => names.map((id, n) => step(id, `${days[n]}d`))),
      );
    const toCome = (by: Plan) => {
      const found: string[] = [];
      let left = inIt;
      for (let next = nextStep(left, by); next; next = nextStep(left, by)) {
        found.push(next.step.id);
        left = { ...left, skipped: { ...left.skipped, [next.step.id]: 'late' } };
      }
      return found;
    };
    fc.assert(
      fc.property(steps, steps, (was, is) => {
        const [before, after] = [plan(...was), plan(...is)];
        const { lost, added, missed } = changeForOne(inIt, before, after);
        const [old, fresh] = [toCome(before), toCome(after)];
        expect(lost.sort()).toEqual(old.filter((id) => !fresh.includes(id)).sort());
        for (const id of added) expect(fresh).toContain(id);
        for (const id of missed) expect(fresh).not.toContain(id);
      }),
    );
  });

  it('is told for as many people as are in it', () => {
    const lost = { ...NOTHING, lost: ['second'] };
    expect(changeForAll([lost, lost, NOTHING, { ...NOTHING, moved: ['third'] }], 40)).toEqual([
      { step: 'second', lost: 20, missed: 0, added: 0, moved: 0 },
      { step: 'third', lost: 0, missed: 0, added: 0, moved: 10 },
    ]);
    expect(changeForAll([], 0)).toEqual([]);
    expect(changeForAll([lost, ...Array(199).fill(NOTHING)], 20)).toMatchObject([{ lost: 1 }]);
  });
});

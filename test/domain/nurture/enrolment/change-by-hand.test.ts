import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeByHand,
  type HandRequest,
} from '../../../../shared/domain/nurture/enrolment/change-by-hand.ts';
import type { Enrolment } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import { summariseEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment-summary.ts';
import { nextStep, type Plan, planOf } from '../../../../shared/domain/nurture/plan.ts';
import { lead } from '../../builders.ts';
import { enrolment, nurtureRules, onDay, profile, START } from '../builders.ts';

const plan = planOf('tips', undefined, nurtureRules()) as Plan;
const BY = 'sanne@kansrijk.test';

function change(of: Enrolment, request: HandRequest, { at = onDay(3), isSending = false } = {}) {
  return changeByHand(of, request, { by: BY, at, plan, isSending });
}

function changed(of: Enrolment, request: HandRequest, at = onDay(3)): Enrolment {
  const result = change(of, request, { at });
  if (result.result !== 'changed') throw new Error(JSON.stringify(result));
  return result.enrolment;
}

const refused = (of: Enrolment, request: HandRequest, how = {}) => change(of, request, how);

describe('a sequence that a colleague pauses', () => {
  it('says who did it, and has no next mail until somebody resumes it', () => {
    const held = changed(enrolment(), { do: 'pause' });
    expect(held).toMatchObject({ held: true, version: 3, byHand: { did: 'pause', by: BY, at: onDay(3) } });
    const card = { lead: lead({ mail: 'granted', stage: 'lead' }), profile: profile() };
    expect(summariseEnrolment(held, card, nurtureRules())).toMatchObject({ status: 'paused', nextAt: null });
  });

  it('goes on at its own time if that is still to come', () => {
    const held = changed(enrolment(), { do: 'pause' });
    expect(changed(held, { do: 'resume' }, onDay(6))).toMatchObject({ due: onDay(7), shiftDays: 0 });
  });

  it('moves by whole days what came due meanwhile, so that mails do not come in a burst', () => {
    const held = changed(enrolment(), { do: 'pause' });
    const resumed = changed(held, { do: 'resume' }, onDay(10, '12:00'));
    expect(resumed).toMatchObject({ due: onDay(13, '08:00'), shiftDays: 4 });
    expect(resumed).not.toHaveProperty('held');
  });

  it('can be skipped meanwhile, and stays paused', () => {
    const held = changed(enrolment(), { do: 'pause' });
    expect(changed(held, { do: 'skip', step: 'tip-7d' })).toMatchObject({ held: true, due: onDay(14) });
  });
});

describe('a mail that a colleague skips', () => {
  it('is never the next one again', () => {
    const skipped = changed(enrolment(), { do: 'skip', step: 'tip-7d' });
    expect(skipped).toMatchObject({ skipped: { 'tip-7d': 'by-hand' }, due: onDay(14) });
    expect(nextStep(skipped, plan)?.step.id).toBe('tip-14d');
  });

  it('was the last one: then the sequence is done', () => {
    const sent = { whitepaper: START, 'tip-7d': START, 'tip-14d': START };
    expect(changed(enrolment({ sent }), { do: 'skip', step: 'tip-21d' })).toMatchObject({ status: 'done' });
  });

  it('was sent meanwhile: then nothing else is skipped instead', () => {
    const sent = { whitepaper: START, 'tip-7d': onDay(7) };
    expect(refused(enrolment({ sent }), { do: 'skip', step: 'tip-7d' })).toEqual({
      ...{ result: 'refused', why: 'passed' },
    });
  });
});

describe('a sequence that a colleague ends', () => {
  it('says so, and has nothing left to change', () => {
    const ended = changed(enrolment(), { do: 'end' });
    expect(ended).toMatchObject({ status: 'ended', why: 'by-hand', byHand: { did: 'end' } });
    expect(refused(ended, { do: 'pause' })).toMatchObject({ why: 'over' });
  });
});

describe('a change by hand is refused', () => {
  it('while the next mail is on its way', () => {
    for (const what of ['pause', 'skip', 'end'] as const)
      expect(refused(enrolment(), { do: what, step: 'tip-7d' }, { isSending: true })).toMatchObject({
        why: 'sending',
      });
  });

  it('if the person asked for the next mail', () => {
    const asked = enrolment({ sent: {} });
    for (const what of ['pause', 'skip', 'end'] as const)
      expect(refused(asked, { do: what, step: 'whitepaper' })).toMatchObject({ why: 'requested' });
  });

  it('if a colleague changed something else since the page was shown', () => {
    const ended = changed(enrolment(), { do: 'end' });
    expect(refused(ended, { do: 'pause', seen: '' })).toMatchObject({ why: 'overtaken' });
  });

  it('to resume what nobody paused', () => {
    expect(refused(enrolment(), { do: 'resume' })).toMatchObject({ why: 'not-paused' });
  });
});

describe('any changes by hand, in any order', () => {
  const request = fc.oneof(
    fc.record({ do: fc.constantFrom('pause', 'resume', 'end'), day: fc.integer({ min: 1, max: 40 }) }),
    fc.record({
      do: fc.constant('skip'),
      step: fc.constantFrom('tip-7d', 'tip-14d', 'tip-21d'),
      day: fc.integer({ min: 1, max: 40 }),
    }),
  );

  it('change nothing when they are repeated, and never bring a skipped mail back', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        let current: Enrolment = enrolment();
        for (const { day, ...wanted } of requests.sort((a, b) => a.day - b.day)) {
          const how = { at: onDay(day, '12:00') };
          const result = change(current, wanted as HandRequest, how);
          if (result.result !== 'changed') continue;
          expect(result.enrolment.version).toBe(current.version + 1);
          expect(change(result.enrolment, wanted as HandRequest, how)).toEqual({ result: 'repeated' });
          const skipped = Object.keys(current.skipped);
          current = result.enrolment;
          expect(Object.keys(current.skipped)).toEqual(expect.arrayContaining(skipped));
          const next = current.status === 'active' ? nextStep(current, plan)?.step.id : undefined;
          expect(Object.keys(current.skipped)).not.toContain(next);
        }
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../shared/domain/nurture/decide.ts';
import type { Enrolment } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import {
  applyDecision,
  claimMail,
  confirmClaim,
  resumeEnrolment,
  startEnrolment,
} from '../../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import { type Plan, planOf } from '../../../../shared/domain/nurture/plan.ts';
import type { Step } from '../../../../shared/domain/nurture/sequence.ts';
import { LEAD } from '../../builders.ts';
import { enrolment, nurtureRules, onDay, START, sequence, step } from '../builders.ts';

const planWith = (more: object = {}) => planOf('tips', undefined, nurtureRules(more)) as Plan;
const tips = planWith();
const [whitepaper, tip7, tip14, tip21] = sequence().steps as [Step, Step, Step, Step];

/** The first tip is due; what belongs to the lead and not to the next mail is kept by every change. */
const kept = { reached: '3d', repeats: true, shiftDays: 2 } as const;
const waiting = enrolment({ ...kept, waits: 'cap', skipped: { early: 'late' } });
const base = { lead: LEAD, sequence: 'tips', startedAt: START, version: 3, ...kept };
const stands = { ...base, sent: { whitepaper: START }, skipped: { early: 'late' } };

describe('an enrolment that starts', () => {
  const start = { lead: LEAD, sequence: 'tips', startedAt: START };

  it('waits for the first step, which somebody waits for if it was requested', () => {
    expect(startEnrolment(start, tips)).toEqual({
      ...{ ...start, version: 1, sent: {}, skipped: {}, shiftDays: 0 },
      ...{ status: 'active', due: START, planned: START, isRequested: true },
    });
    const marketing = startEnrolment(start, planWith({ steps: [tip7] }));
    expect(marketing).toMatchObject({ status: 'active', due: onDay(7), planned: onDay(7) });
    expect(marketing).not.toHaveProperty('isRequested');
  });

  it('by a repeated request has only the requested mails, once more', () => {
    expect(startEnrolment(start, tips, 'requested')).toMatchObject({
      ...{ status: 'active', due: START, repeats: true },
      skipped: { 'tip-7d': 'repeated', 'tip-14d': 'repeated', 'tip-21d': 'repeated' },
    });
    expect(startEnrolment(start, planWith({ steps: [tip7] }), 'requested')).toMatchObject({ status: 'done' });
  });
});

describe('a decision', () => {
  const decided = (decision: Exclude<Decision, { do: 'send' }>, plan: Plan | undefined = tips) =>
    applyDecision(waiting, decision, plan);
  const until = { do: 'wait', until: onDay(9), planned: onDay(8), shiftDays: 5 } as const;

  it('to wait says until when, by how many days the rest moves, and why', () => {
    expect(decided({ ...until, why: 'paused' })).toEqual({
      ...{ ...stands, shiftDays: 5, status: 'active' },
      ...{ due: onDay(9), planned: onDay(8), waits: 'paused' },
    });
    expect(decided({ ...until, why: 'not-yet' })).not.toHaveProperty('waits');
  });

  it('to skip goes on with the next step, and never back to a shorter one', () => {
    const skip = { do: 'skip', step: tip7, why: 'conditions' } as const;
    expect(decided(skip)).toEqual({
      ...{ ...stands, status: 'active', reached: '7d', skipped: { early: 'late', 'tip-7d': 'conditions' } },
      ...{ due: onDay(16), planned: onDay(16) },
    });
    expect(decided({ ...skip, step: step('early', '1d') })).toMatchObject({ reached: '3d' });
    expect(decided({ ...skip, step: step('again', '9d', { kind: 'requested' }) })).toMatchObject({
      ...{ reached: '3d', due: onDay(9) },
    });
  });

  it('to skip the last step, or a step of a sequence that is gone, makes it done', () => {
    const skip = { do: 'skip', step: tip7, why: 'late' } as const;
    const done = { ...stands, status: 'done', reached: '7d', skipped: { early: 'late', 'tip-7d': 'late' } };
    expect(decided(skip, planWith({ steps: [tip7] }))).toEqual(done);
    expect(applyDecision(waiting, skip, undefined)).toEqual(done);
  });

  it('to end says why, and neither that nor to finish leaves anything due', () => {
    expect(decided({ do: 'end', why: 'lost' })).toEqual({ ...stands, status: 'ended', why: 'lost' });
    expect(decided({ do: 'finish' })).toEqual({ ...stands, status: 'done' });
    const whole = applyDecision(enrolment(), { do: 'finish' }, tips);
    for (const unset of ['reached', 'repeats']) expect(whole).not.toHaveProperty(unset);
  });
});

describe('an enrolment that waited for its permission', () => {
  const pending = enrolment({ waits: 'pending', due: onDay(14) });
  const { due: _, planned: __, waits: ___, ...course } = pending;
  const ended = (why: 'not-confirmed' | 'unsubscribed'): Enrolment => ({ ...course, status: 'ended', why });
  const visited = planWith({ start: { visited: ['/pricing'] } });
  const resumed = (before: Enrolment, plan = tips) => resumeEnrolment(before, plan, onDay(9));

  it('goes on at its own hour when that is confirmed, with the same days between its mails', () => {
    const goesOn = { ...course, version: 3, status: 'active', due: onDay(10), planned: onDay(10) };
    expect(resumed(pending)).toEqual({ ...goesOn, shiftDays: 3 });
    expect(resumed(ended('not-confirmed'))).toEqual({ ...goesOn, shiftDays: 3 });
  });

  it('in vain ended for good if no form asked for it', () => {
    expect(resumed(ended('not-confirmed'), visited)).toBeUndefined();
    expect(resumed(pending, visited)).toMatchObject({ due: onDay(10) });
  });

  it('does not go on if it waited for something else, ended for another reason, or has no step left', () => {
    expect(resumed(enrolment())).toBeUndefined();
    expect(resumed(enrolment({ waits: 'cap' }))).toBeUndefined();
    expect(resumed(ended('unsubscribed'))).toBeUndefined();
    expect(resumed({ ...course, status: 'done' })).toBeUndefined();
    expect(resumed(pending, planWith({ steps: [whitepaper] }))).toBeUndefined();
  });
});

describe('a mail that is claimed', () => {
  const sending = { mail: 'm1', at: onDay(9) };
  const send = (one: Step) => ({ do: 'send', step: one, planned: onDay(8), shiftDays: 3 }) as const;
  const guide = step('guide', '7d', { kind: 'requested' });

  it('counts as sent from then on, and the next mail is due', () => {
    expect(claimMail(waiting, send(tip7), sending, tips)).toEqual({
      ...{ ...stands, reached: '7d', shiftDays: 3, sent: { whitepaper: START, 'tip-7d': onDay(9) } },
      ...{ status: 'active', due: onDay(17), planned: onDay(17) },
      claim: { ...sending, step: 'tip-7d', kind: 'marketing' },
    });
  });

  it('stays due and does not count yet if it was requested', () => {
    expect(claimMail(waiting, send(guide), sending, planWith({ steps: [guide, tip14] }))).toEqual({
      ...{ ...stands, shiftDays: 3, status: 'active', due: waiting.due, planned: onDay(8) },
      ...{ isRequested: true, claim: { ...sending, step: 'guide', kind: 'requested' } },
    });
  });

  it('and then sent counts if it was requested, and the enrolment goes on', () => {
    const plan = planWith({ steps: [guide, tip14, tip21] });
    const claimed = claimMail(waiting, send(guide), sending, plan);
    const sent = { whitepaper: START, guide: onDay(9) };
    expect(confirmClaim(claimed, plan)).toEqual({
      ...{ ...stands, version: 4, shiftDays: 3, sent },
      ...{ status: 'active', due: onDay(17), planned: onDay(17) },
    });
    expect(confirmClaim(claimed, undefined)).toEqual({
      ...{ ...stands, version: 4, shiftDays: 3, sent, status: 'done' },
    });
  });
});

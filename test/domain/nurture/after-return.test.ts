import { describe, expect, it } from 'vitest';
import type { ReturnReason } from '../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { summariseEnrolment } from '../../../shared/domain/nurture/enrolment/enrolment-summary.ts';
import { sequencesToStart } from '../../../shared/domain/nurture/enrolment/start.ts';
import { endInsteadOfWaiting } from '../../../shared/domain/nurture/newsletter-issue.ts';
import { lead } from '../builders.ts';
import { agreement } from '../handover/agreement.ts';
import { answeredBy, handedOver, handover } from '../handover/handed-over.ts';
import { decided, enrolment, nurtureRules, onDay, profile, sequence, step } from './builders.ts';

const OPENED = onDay(3);
const handed = handedOver({ handover: handover({ openedAt: OPENED }), score: 20 });
const open: Lead = { ...handed, readiness: 'not-ready' };
const returned = (reason: ReturnReason): Lead => ({
  ...answeredBy(open, { action: 'return', reason, by: 'anna' }),
  returned: { reason, at: onDay(5), points: 0 },
});
const resuming = {
  ...nurtureRules(),
  agreement: { returns: { ...agreement.returns, unreachable: { newPoints: 10, resume: true } } },
};

describe('a sequence that started before the hand-over', () => {
  it.each(['not-ready', 'unreachable', 'bad-fit', 'other', 'duplicate'] as const)(
    'has ended after a return as %s, unless the playbook lets it go on',
    (reason) => {
      expect(decided({ lead: returned(reason) })).toEqual({ do: 'end', why: 'handed-over' });
    },
  );

  it('goes on after a return whose reason has resume, and only then', () => {
    expect(decided({ lead: returned('unreachable'), rules: resuming })).toMatchObject({ do: 'send' });
    expect(decided({ lead: returned('not-ready'), rules: resuming })).toMatchObject({ do: 'end' });
  });

  it('does not go on after sales accepted the lead, not even when that is over', () => {
    const accepted = answeredBy(open, { action: 'accept', by: 'anna' });
    expect(decided({ lead: { ...accepted, stage: 'lead' }, rules: resuming })).toEqual({
      ...{ do: 'end', why: 'handed-over' },
    });
  });

  it('waits a day at a time while sales has the lead, if it may go on afterwards', () => {
    expect(decided({ lead: open, rules: resuming })).toMatchObject({
      ...{ do: 'wait', why: 'with-sales', until: onDay(8), shiftDays: 1 },
    });
    expect(decided({ lead: open })).toEqual({ do: 'end', why: 'handed-over' });
  });

  it('is shown as paused meanwhile, or as ended', () => {
    const standing = (rules: typeof resuming) =>
      summariseEnrolment(enrolment(), { lead: open, profile: profile() }, rules);
    expect(standing(resuming)).toMatchObject({ status: 'paused', nextAt: onDay(7) });
    expect(standing({ ...resuming, agreement })).toMatchObject({ status: 'ended', nextAt: null });
  });

  it('ends when the lead becomes a customer or is lost', () => {
    for (const stage of ['customer', 'lost'] as const) {
      const over = { ...open, stage, handover: handover({ openedAt: OPENED, status: 'accepted' }) };
      expect(decided({ lead: over, rules: resuming }).do).toBe('end');
    }
  });

  it('ends an issue of the newsletter instead of holding it until sales is done', () => {
    const waits = decided({ lead: open, rules: resuming });
    expect(endInsteadOfWaiting(waits)).toEqual({ do: 'end', why: 'handed-over' });
  });
});

describe('a sequence that started after the return', () => {
  it('goes on', () => {
    for (const startedAt of [OPENED, onDay(5)]) {
      const begun = enrolment({ startedAt });
      expect(decided({ lead: returned('not-ready'), enrolment: begun, now: onDay(13) })).toMatchObject({
        ...{ do: 'send', step: { id: 'tip-7d' } },
      });
    }
  });

  it('sends nothing to a duplicate: sales has the same person under another address', () => {
    const begun = enrolment({ startedAt: onDay(5) });
    expect(decided({ lead: returned('duplicate'), enrolment: begun, now: onDay(13) })).toEqual({
      ...{ do: 'end', why: 'handed-over' },
    });
  });
});

describe('a sequence that a return starts', () => {
  const notNow = sequence({ start: { returned: ['not-ready'] }, steps: [step('alone', '14d')] });
  const starts = (lead: Lead, now = onDay(5), again: object = {}) =>
    sequencesToStart([], lead, { 'not-now': { ...notNow, ...again } }, now);

  it('starts at the time of a return for its reason', () => {
    expect(starts(returned('not-ready'))).toEqual({ 'not-now': onDay(5) });
    for (const reason of ['unreachable', 'bad-fit', 'other', 'duplicate'] as const)
      expect(starts(returned(reason))).toEqual({});
  });

  it('starts once for one return', () => {
    const begun = { ...returned('not-ready'), started: { 'not-now': onDay(5) } };
    expect(starts(begun, onDay(5), { again: { after: '1d' } })).toEqual({});
  });

  it('does not start for an old return, nor for a lead that marketing may not mail', () => {
    expect(starts(lead({ mail: 'granted', stage: 'lead' }))).toEqual({});
    expect(starts(returned('not-ready'), onDay(6, '09:59'))).toEqual({ 'not-now': onDay(5) });
    expect(starts(returned('not-ready'), onDay(6))).toEqual({});
    for (const mail of ['none', 'withdrawn'] as const)
      expect(starts({ ...returned('not-ready'), mail })).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import type { Situation } from '../../../shared/domain/nurture/decide.ts';
import { nextAllowedAt } from '../../../shared/domain/nurture/pace/frequency-cap.ts';
import type { Step } from '../../../shared/domain/nurture/sequence.ts';
import { LEAD, lead } from '../builders.ts';
import { decided, enrolment, mailing, nurtureRules, onDay, profile, step } from './builders.ts';

const requested = enrolment({ sent: {}, due: onDay(0), planned: onDay(0) });

describe('a mail that is due', () => {
  it('is sent', () => {
    expect(decided()).toMatchObject({ do: 'send', step: { id: 'tip-7d' }, planned: onDay(7), shiftDays: 0 });
  });

  it('is not sent before its time', () => {
    expect(decided({ now: onDay(6) })).toMatchObject({ do: 'wait', until: onDay(7), why: 'not-yet' });
  });

  it('is sent in the time zone of the person', () => {
    const living = profile({ values: { timeZone: { value: 'America/New_York', at: '', source: 'form x' } } });
    expect(decided({ profile: living })).toMatchObject({ do: 'wait', until: onDay(7, '14:00') });
  });

  it.each([
    ['at night', onDay(7, '22:30'), onDay(8, '08:00')],
    ['before the hours', onDay(8, '07:59'), onDay(8, '08:00')],
    ['on their very end', onDay(7, '16:00'), onDay(8, '08:00')],
    ['in a weekend', onDay(11, '12:00'), onDay(13, '08:00')],
  ])('is not sent %s', (_, now, until) => {
    expect(decided({ now })).toMatchObject({ do: 'wait', until, why: 'hours' });
  });
});

describe('of two mails that are planned for the same time', () => {
  const first = (...steps: Step[]) =>
    decided({ rules: nurtureRules({ steps }), enrolment: requested, now: onDay(13, '08:00') });
  // Both days are in the weekend.
  const [saturday, sunday] = [step('saturday', '11d'), step('sunday', '12d')];

  it('the one of the earlier day is sent first, wherever it stands in the sequence', () => {
    const sent = { do: 'send', step: saturday, planned: onDay(13, '08:00') };
    expect(first(saturday, sunday)).toMatchObject(sent);
    expect(first(sunday, saturday)).toMatchObject(sent);
  });

  it('the requested one is sent first', () => {
    const [guide, tip] = [step('guide', '7d', { kind: 'requested' }), step('tip', '7d')];
    expect(first(tip, guide)).toMatchObject({ step: guide });
    expect(first(guide, tip)).toMatchObject({ step: guide });
  });

  it('the one that stands first in the sequence is sent first, of two of one day', () => {
    const [tip, other] = [step('tip', '7d'), step('other', '7d')];
    expect(first(tip, other)).toMatchObject({ step: tip });
    expect(first(other, tip)).toMatchObject({ step: other });
  });
});

describe('a requested mail of a later day', () => {
  it('is sent after the mails of earlier days', () => {
    const steps = [step('guide', '14d', { kind: 'requested' }), step('tip', '7d')];
    expect(decided({ rules: nurtureRules({ steps }), now: onDay(14) })).toMatchObject({
      step: { id: 'tip' },
    });
  });
});

describe('a permission', () => {
  it('that was never given allows no marketing mail', () => {
    expect(decided({ lead: lead({ mail: 'none' }) })).toEqual({ do: 'end', why: 'no-permission' });
  });

  it('for another subject allows none', () => {
    const ann = lead({ mail: 'granted', subjects: { newsletter: 'granted' } });
    expect(decided({ lead: ann })).toEqual({ do: 'end', why: 'no-permission' });
    expect(decided({ lead: lead({ mail: 'granted', subjects: { tips: 'granted' } }) }).do).toBe('send');
  });

  it('that is not confirmed yet lets the mail wait for that, and is not checked before its time is over', () => {
    for (const pending of [
      lead({ mail: 'pending' }),
      lead({ mail: 'granted', subjects: { newsletter: 'granted', tips: 'pending' } }),
    ]) {
      expect(decided({ lead: pending })).toMatchObject({
        ...{ do: 'wait', until: onDay(14), why: 'pending', shiftDays: 0 },
      });
    }
  });

  it('that was confirmed while the mail waited moves it to its next hour', () => {
    const waited = enrolment({ due: onDay(14), planned: onDay(7), waits: 'pending' });
    expect(decided({ enrolment: waited, now: onDay(14) })).toMatchObject({
      ...{ do: 'wait', until: onDay(15), why: 'not-yet', shiftDays: 8 },
    });
  });

  it('that is not confirmed within 14 days ends the sequence', () => {
    const waiting = enrolment({ shiftDays: 7, due: onDay(14), planned: onDay(14) });
    const pending = { lead: lead({ mail: 'pending' }), enrolment: waiting, now: onDay(14) };
    expect(decided(pending)).toEqual({ do: 'end', why: 'not-confirmed' });
    const proof = { at: onDay(10), form: 'demo', wording: 'Yes', page: '' };
    expect(decided({ ...pending, profile: profile({ permissions: [proof] }) })).toMatchObject({
      do: 'wait',
      why: 'pending',
    });
  });

  it('waits for its confirmation until the very end of these 14 days', () => {
    const waiting = enrolment({ shiftDays: 7, due: onDay(14, '09:59'), planned: onDay(7) });
    const pending = { lead: lead({ mail: 'pending' }), enrolment: waiting, now: onDay(14, '09:59') };
    expect(decided({ ...pending, profile: undefined })).toMatchObject({ do: 'wait' });
    const nobody = { ...pending, enrolment: { ...waiting, shiftDays: 0 }, profile: undefined };
    expect(decided({ ...nobody, now: onDay(14) })).toEqual({ do: 'end', why: 'not-confirmed' });
  });

  it('that is confirmed on the eighth day goes on from there, with a week between mails', () => {
    const waited = enrolment({ shiftDays: 1, due: onDay(8), planned: onDay(8) });
    expect(decided({ enrolment: waited, now: onDay(8) })).toMatchObject({ do: 'send', shiftDays: 1 });
  });

  it('is not needed for requested mails', () => {
    for (const mail of ['none', 'pending', 'withdrawn'] as const)
      expect(decided({ enrolment: requested, lead: lead({ mail }), now: onDay(0) })).toMatchObject({
        do: 'send',
        step: { id: 'whitepaper' },
      });
  });
});

describe('somebody who unsubscribed', () => {
  it.each<[string, Partial<Situation>]>([
    ['according to its events', { lead: lead({ mail: 'withdrawn' }) }],
    ['a moment ago', { mailing: mailing({ suppressed: { why: 'unsubscribed', at: onDay(7) } }) }],
    ['from this subject', { mailing: mailing({ subjects: { tips: false } }) }],
  ])('%s gets no marketing mail', (_, more) => {
    expect(decided(more)).toEqual({ do: 'end', why: 'unsubscribed' });
  });

  it('from another subject still gets this mail', () => {
    expect(decided({ mailing: mailing({ subjects: { newsletter: false } }) })).toMatchObject({ do: 'send' });
  });

  it('and requests a whitepaper gets it', () => {
    const left = mailing({ suppressed: { why: 'unsubscribed', at: onDay(-9) } });
    expect(decided({ enrolment: requested, mailing: left, now: onDay(0) })).toMatchObject({ do: 'send' });
  });
});

describe('a suppressed address', () => {
  it.each(['hard-bounce', 'complaint', 'soft-bounces'] as const)('(%s) gets no mail at all', (why) => {
    const suppressed = mailing({ suppressed: { why, at: onDay(1) } });
    expect(decided({ mailing: suppressed })).toEqual({ do: 'end', why: 'suppressed' });
    expect(decided({ mailing: suppressed, enrolment: requested })).toEqual({ do: 'end', why: 'suppressed' });
  });
});

describe('somebody who was erased', () => {
  it('gets nothing, not even a requested mail', () => {
    const erased = { id: LEAD, version: 3, erasedAt: onDay(1) };
    expect(decided({ lead: erased, enrolment: requested })).toEqual({ do: 'end', why: 'erased' });
    expect(decided({ lead: undefined })).toEqual({ do: 'end', why: 'erased' });
    expect(decided({ lead: erased, rules: nurtureRules({ steps: [] }) })).toEqual({
      do: 'end',
      why: 'erased',
    });
  });
});

describe('a lead that is no longer with marketing', () => {
  it.each([
    ['raised its hand', lead({ mail: 'granted', stage: 'mql', readiness: 'hand-raiser' }), 'raised-hand'],
    ['was handed over', lead({ mail: 'granted', stage: 'mql', readiness: 'ready' }), 'handed-over'],
    ['was accepted', lead({ mail: 'granted', stage: 'sal' }), 'handed-over'],
    ['is a customer', lead({ mail: 'granted', stage: 'customer' }), 'customer'],
    ['was lost', lead({ mail: 'granted', stage: 'lost' }), 'lost'],
  ] as const)('because it %s gets no marketing mail', (_, person, why) => {
    expect(decided({ lead: person })).toEqual({ do: 'end', why });
  });
});

describe('a pause', () => {
  it('of the person moves the mail and all later ones by whole days', () => {
    const resting = mailing({ pausedUntil: onDay(20) });
    expect(decided({ mailing: resting })).toMatchObject({
      do: 'wait',
      until: onDay(8),
      why: 'paused',
      shiftDays: 1,
    });
  });

  it('that is over does not hold the mail', () => {
    expect(decided({ mailing: mailing({ pausedUntil: onDay(7, '09:59') }) })).toMatchObject({ do: 'send' });
    expect(decided({ mailing: mailing({ pausedUntil: onDay(7) }) })).toMatchObject({ do: 'send' });
  });

  it('of the sequence moves everybody who has a mail due', () => {
    const rules = nurtureRules({ paused: true });
    expect(decided({ rules })).toMatchObject({ do: 'wait', why: 'sequence-paused', shiftDays: 1 });
    expect(decided({ rules, now: onDay(5) })).toMatchObject({ do: 'wait', why: 'not-yet', shiftDays: 0 });
  });

  it('does not hold requested mails', () => {
    const rules = nurtureRules({ paused: true });
    expect(decided({ rules, enrolment: requested, now: onDay(0) })).toMatchObject({ do: 'send' });
  });

  it('over a weekend ends on a sending day', () => {
    const friday = enrolment({ startedAt: onDay(-4), planned: onDay(3), due: onDay(3) });
    expect(
      decided({ enrolment: friday, rules: nurtureRules({ paused: true }), now: onDay(3) }),
    ).toMatchObject({ until: onDay(6, '08:00') });
  });
});

describe('the frequency cap', () => {
  it('allows this many marketing mails in this many days, and moves the next to a sending hour', () => {
    const two = mailing({ recent: [onDay(3), onDay(6)] });
    expect(decided({ mailing: two })).toMatchObject({ do: 'wait', until: onDay(10, '08:00'), why: 'cap' });
    expect(decided({ mailing: mailing({ recent: [onDay(6)] }) })).toMatchObject({ do: 'send' });
  });

  it('looks at the last mails, in any order, of as many days as it says', () => {
    const once = { mails: 1, days: 7 };
    const allowed = (recent: string[], cap = once, now = onDay(6)) =>
      nextAllowedAt(recent, cap, 'Europe/Amsterdam', now);
    expect(allowed([])).toBe(onDay(6));
    expect(allowed([onDay(0)])).toBe(onDay(6, '23:00'));
    expect(allowed([onDay(0)], once, onDay(6, '22:59'))).toBe(onDay(6, '23:00'));
    expect(allowed([onDay(0)], once, onDay(6, '23:00'))).toBe(onDay(6, '23:00'));
    expect(allowed([onDay(0)], once, onDay(7))).toBe(onDay(7));
    const three = [onDay(5), onDay(1), onDay(4)];
    expect(allowed(three, { mails: 2, days: 7 })).toBe(onDay(10, '23:00'));
    expect(allowed(three, { mails: 3, days: 7 })).toBe(onDay(7, '23:00'));
    expect(allowed(three, { mails: 4, days: 7 })).toBe(onDay(6));
  });

  it('counts calendar days: after a week there is room again', () => {
    const weekly = mailing({ recent: [onDay(0, '10:05')] });
    const rules = nurtureRules({}, { cap: { mails: 1, days: 7 } });
    expect(decided({ mailing: weekly, rules })).toMatchObject({ do: 'send' });
  });

  it('does not hold requested mails', () => {
    const many = mailing({ recent: [onDay(0), onDay(0), onDay(0)] });
    expect(decided({ mailing: many, enrolment: requested, now: onDay(0) })).toMatchObject({ do: 'send' });
  });
});

describe('a mail that is late', () => {
  const late = (policy: 'send' | 'skip' | 'shift', now = onDay(10)) =>
    decided({ rules: nurtureRules({}, { late: policy }), now });

  it('by exactly a day is not late yet', () => {
    expect(late('skip', onDay(8))).toMatchObject({ do: 'send' });
    expect(late('shift', onDay(8))).toMatchObject({ do: 'send', shiftDays: 0 });
    expect(late('skip', onDay(8, '10:01'))).toMatchObject({ do: 'skip' });
    expect(late('shift', onDay(8, '10:01'))).toMatchObject({ do: 'send', shiftDays: 1 });
  });

  it('by three hours is sent under every policy', () => {
    for (const policy of ['send', 'skip', 'shift'] as const)
      expect(late(policy, onDay(7, '13:00'))).toMatchObject({ do: 'send', shiftDays: 0 });
  });

  it('is sent under send, and the rest keeps its days', () => {
    expect(late('send')).toMatchObject({ do: 'send', step: { id: 'tip-7d' }, shiftDays: 0 });
  });

  it('is skipped under skip', () => {
    expect(late('skip')).toMatchObject({ do: 'skip', step: { id: 'tip-7d' }, why: 'late' });
  });

  it('is sent under shift, and the rest moves along', () => {
    expect(late('shift')).toMatchObject({ do: 'send', step: { id: 'tip-7d' }, shiftDays: 3 });
  });

  it('follows the policy of its own step', () => {
    const steps = [step('invitation', '7d', { late: 'skip' })];
    expect(decided({ rules: nurtureRules({ steps }), now: onDay(10) })).toMatchObject({ do: 'skip' });
  });

  it('is not late just because marketers moved it to an earlier day', () => {
    const steps = [step('tip-7d', '3d', { late: 'skip' })];
    expect(decided({ rules: nurtureRules({ steps }) })).toMatchObject({ do: 'send' });
  });

  it('is late only by its new day if marketers moved it to a later one', () => {
    const steps = [step('tip-7d', '10d', { late: 'skip' })];
    expect(decided({ rules: nurtureRules({ steps }), now: onDay(10, '13:00') })).toMatchObject({
      do: 'send',
    });
  });

  it('is always sent if it was requested, and moves nothing', () => {
    for (const late of ['skip', 'shift'] as const)
      expect(
        decided({ enrolment: requested, rules: nurtureRules({}, { late }), now: onDay(5) }),
      ).toMatchObject({
        ...{ do: 'send', shiftDays: 0 },
      });
  });
});

import { describe, expect, it } from 'vitest';
import { numberAction } from '../../../shared/domain/handover/actions/number-action.ts';
import { withAction } from '../../../shared/domain/handover/actions/with-action.ts';
import type { ReturnReason } from '../../../shared/domain/handover/handover.ts';
import { qualify } from '../../../shared/domain/handover/qualify.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { withCaptures } from '../../../shared/domain/identity/new-lead.ts';
import { playbook } from '../../usecases/playbook.ts';
import { LEAD, submission } from '../builders.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';
import { answeredBy, handedOver, QUALIFIED } from './handed-over.ts';

const DAY = '2026-11-24';
const NEXT = '2026-11-25';
const LATER = '2026-11-25T12:00:00.000Z';
const earned = (...days: [string, number][]) => ({ daily: Object.fromEntries(days), window: {} });
/** Returned at noon, when the day had earned eighty points. */
const returned = (reason: ReturnReason, more: Partial<Lead> = {}) =>
  answeredBy(handedOver({ points: earned([DAY, 80]), ...more }), { action: 'return', reason, by: 'anna' });
const stalled = { ...agreement.stalled, afterDays: 1, afterReturnDays: 1 };
const look = (lead: Lead, offer = false) =>
  qualify(
    lead,
    { scoring, agreement: { ...agreement, stalled } },
    { now: LATER, newToken: () => 'token', ...(offer && { offer: { chance: 0.25 } }) },
  );

describe.each(['not-ready', 'unreachable', 'other'] as const)('a lead that was returned as %s', (reason) => {
  it('is a lead again, and is not handed over for its earlier points', () => {
    expect(look(returned(reason))).toMatchObject({
      stage: 'lead',
      readiness: 'not-ready',
      score: 80,
      handover: { number: 1, status: 'returned', answer: { by: 'anna', reason } },
    });
  });

  it('is handed over again after 10 new points, on the same day or later', () => {
    const lead = returned(reason);
    expect(look({ ...lead, points: earned([DAY, 85], [NEXT, 4]) })).toMatchObject({
      stage: 'lead',
      readiness: 'not-ready',
    });
    expect(look({ ...lead, points: earned([DAY, 85], [NEXT, 5]) })).toMatchObject({
      stage: 'mql',
      readiness: 'ready',
      handover: { number: 2, reason: 'threshold', status: 'open' },
    });
  });

  it('is not handed over for new points that leave it below the threshold', () => {
    expect(look({ ...returned(reason), points: earned([NEXT, 79]) }).stage).toBe('lead');
  });

  it('is handed over again at once when it raises its hand', () => {
    expect(look({ ...returned(reason), raisedAt: LATER })).toMatchObject({
      readiness: 'hand-raiser',
      handover: { number: 2, reason: 'hand-raiser' },
    });
  });

  it('may be offered as stalled after 10 new points, and stays a lead', () => {
    const warm = { ...returned(reason), band: 'guides' } as const;
    expect(look({ ...warm, points: earned([DAY, 85], [NEXT, 4]) }, true).handover?.number).toBe(1);
    expect(look({ ...warm, points: earned([NEXT, 20]) }, true)).toMatchObject({
      stage: 'lead',
      handover: { number: 2, reason: 'stalled', status: 'open', ranked: { chance: 0.25 } },
    });
  });
});

describe('a raised hand that sales answered', () => {
  it('no longer counts: readiness follows the score again', () => {
    const lead = returned('not-ready', { raisedAt: '2026-11-24T08:00:00.000Z' });
    expect(look({ ...lead, points: earned([DAY, 20]) })).toMatchObject({
      stage: 'lead',
      readiness: 'not-ready',
      handover: { number: 1 },
    });
  });
});

describe('a raised hand that arrives only after the return', () => {
  const withHandRaises = (lead: Lead, ...at: string[]) => {
    const forms = at.map((moment) => submission('contact', { at: moment, handRaise: true }));
    return withCaptures(lead, forms, undefined, playbook.fit);
  };
  const [early, known, late] = ['08:00', '09:00', '10:00'].map((time) => `${DAY}T${time}:00.000Z`) as [
    string,
    string,
    string,
  ];

  it('opens a hand-over, because sales could not know about it', () => {
    expect(look(withHandRaises(returned('not-ready'), late)).handover).toMatchObject({
      ...{ number: 2, reason: 'hand-raiser' },
    });
  });

  it('opens none when sales was notified of it, or of a later one', () => {
    const lead = returned('not-ready', { raisedAt: known });
    expect(look(withHandRaises(lead, known, early)).handover?.number).toBe(1);
  });

  it('is ignored when it arrives again', () => {
    const once = withHandRaises(returned('not-ready', { raisedAt: known }), late);
    expect(withHandRaises(once, late, known, early).raisedAt).toBe(once.raisedAt);
    const back = answeredBy(look(once), { action: 'accept', by: 'anna' });
    expect(withHandRaises(back, late).raisedAt).toBe(once.raisedAt);
  });
});

describe('a lead that was returned as a bad fit', () => {
  it('is a name with a bad fit, whatever its profile and points', () => {
    const lead = returned('bad-fit', { fit: 'good' });
    expect(lead).toMatchObject({ stage: 'name', fit: 'bad', judged: 'bad' });
    expect(look({ ...lead, fit: 'good', points: earned([NEXT, 100]) })).toMatchObject({
      stage: 'name',
      fit: 'bad',
    });
  });

  it('is handed over again when it raises its hand, and gets its fit back when sales qualifies it', () => {
    const again = look({ ...returned('bad-fit'), raisedAt: LATER });
    expect(again).toMatchObject({ stage: 'mql', fit: 'bad', handover: { number: 2 } });
    const qualified = answeredBy(again, { action: 'accept', by: 'anna' }, QUALIFIED);
    expect(qualified.stage).toBe('sql');
    expect(qualified).not.toHaveProperty('judged');
  });
});

describe('a lead that was returned as a duplicate', () => {
  it('is neither handed over for points nor offered', () => {
    const lead = { ...returned('duplicate'), points: earned([NEXT, 100]) };
    expect(look(lead).stage).toBe('lead');
    expect(look(lead, true).handover?.number).toBe(1);
  });

  it('is still handed over when it raises its hand', () => {
    expect(look({ ...returned('duplicate'), raisedAt: LATER }).handover).toMatchObject({ number: 2 });
  });
});

describe('the offer of a stalled lead', () => {
  const offered = look(
    {
      ...handedOver({ stage: 'lead', band: 'guides', points: earned([DAY, 40]) }),
      handover: undefined,
    } as never,
    true,
  );

  it('can be accepted, which makes it a SAL at once', () => {
    expect(answeredBy(offered, { action: 'accept', by: 'anna' })).toMatchObject({ id: LEAD, stage: 'sal' });
  });

  it('keeps a lead that loses a proof in its stage until sales answers', () => {
    const without = look({ ...offered, mail: 'withdrawn' });
    expect(without.stage).toBe('lead');
    const back = answeredBy(without, { action: 'return', reason: 'not-ready', by: 'anna' });
    expect(look(back).stage).toBe('name');
  });

  it('is replaced by a hand-over when the lead crosses the threshold or raises its hand first', () => {
    expect(look({ ...offered, points: earned([DAY, 80]) })).toMatchObject({
      stage: 'mql',
      readiness: 'ready',
      handover: { number: 2, reason: 'threshold', status: 'open' },
    });
    expect(look({ ...offered, raisedAt: LATER }).handover).toMatchObject({
      number: 2,
      reason: 'hand-raiser',
    });
    expect(look(offered, true).handover).toEqual(offered.handover);
  });

  it('leaves the hand-over that replaced it open when its return arrives late', () => {
    const returnOfOffer = numberAction(
      { action: 'return', reason: 'not-ready', by: 'anna' },
      offered,
      LATER,
      {},
    );
    const replaced = look({ ...offered, points: earned([DAY, 80]) });
    expect(withAction(replaced, returnOfOffer)).toEqual({ ...replaced, actions: 1 });
    expect(withAction(offered, returnOfOffer).handover).toMatchObject({ number: 1, status: 'returned' });
  });

  it('is not made to a name', () => {
    expect(
      look({ ...handedOver({ stage: 'name', mail: 'none' }), handover: undefined } as never, true),
    ).toMatchObject({
      stage: 'name',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { deriveLead } from '../../../shared/domain/handover/derive-lead.ts';
import { answerDeadline, escalatesAt } from '../../../shared/domain/handover/overdue.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { NO_POINTS } from '../../../shared/domain/scoring/points-by-day.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';
import { answeredBy, handedOver, handover } from './handed-over.ts';

const rules = { scoring, agreement, sequences: {} };
const look = (lead: Lead, now: string) => deriveLead(lead, [], rules, { now, newToken: () => 'token' });
const REMINDER = '2026-11-25T10:00:00.000Z';
const MANAGER = '2026-11-26T10:00:00.000Z';

describe('a hand-over that nobody answers', () => {
  it('is due for a reminder', () => {
    const waiting = look(handedOver(), '2026-11-25T09:59:59.999Z');
    expect(waiting).toMatchObject({ due: REMINDER });
    expect(waiting.handover).not.toHaveProperty('told');
  });

  it('reminds sales after one working day and escalates to the manager after two', () => {
    const reminded = look(handedOver(), REMINDER);
    expect(reminded).toMatchObject({ handover: { told: 'reminder' }, due: MANAGER });
    const escalated = look(reminded, MANAGER);
    expect(escalated).toMatchObject({ handover: { told: 'manager' }, due: '2027-02-23T00:00:00.000Z' });
    expect(look(escalated, '2026-11-30T10:00:00.000Z').handover).toEqual(escalated.handover);
  });

  it('leaves the same room before the manager is told when the office was closed at the deadline', () => {
    const short = { ...agreement, acceptWithinHours: 4, managerAfterHours: 8 };
    const late = (openedAt: string) => [
      answerDeadline({ openedAt }, short),
      escalatesAt({ openedAt }, short),
    ];
    const amsterdam = ['2026-11-25T08:00:00.000Z', '2026-11-25T12:00:00.000Z'];
    expect(late('2026-11-24T18:00:00.000Z')).toEqual(amsterdam);
    expect(late('2026-11-25T08:30:00.000Z')).toEqual([
      '2026-11-25T12:30:00.000Z',
      '2026-11-26T08:00:00.000Z',
    ]);
  });

  it('escalates at once when the reminder was missed', () => {
    expect(look(handedOver(), MANAGER)).toMatchObject({ handover: { told: 'manager' } });
  });
});

describe('a hand-over that was answered', () => {
  it.each(['accept', 'return'] as const)('is never late after %s', (action) => {
    const asked = action === 'accept' ? { action } : ({ action, reason: 'other' } as const);
    const answered = answeredBy(handedOver(), { ...asked, by: 'anna' });
    const later = look(answered, MANAGER);
    expect(later.handover).not.toHaveProperty('told');
    expect(later.due).toBe('2027-02-23T00:00:00.000Z');
  });
});

describe('a lead that was lost', () => {
  const lost = answeredBy(handedOver({ stage: 'sal', handover: handover({ status: 'accepted' }) }), {
    action: 'lost',
    reason: 'No budget',
    by: 'anna',
  });

  it('goes back to marketing after the days of the playbook', () => {
    const before = look({ ...lost, points: NO_POINTS }, '2027-05-22T12:00:00.000Z');
    expect(before).toMatchObject({ stage: 'lost', due: '2027-05-23T12:00:00.000Z' });
    expect(look(before, '2027-05-23T12:00:00.000Z')).toMatchObject({ stage: 'lead', readiness: 'not-ready' });
  });

  it('stores the beginning of a long reason, cut between characters', () => {
    const sal = handedOver({ stage: 'sal', handover: handover({ status: 'accepted' }) });
    const { lost } = answeredBy(sal, { action: 'lost', reason: `${'x'.repeat(39)}😀`, by: 'anna' });
    expect(lost?.reason).toHaveLength(40);
    expect(lost?.reason.isWellFormed()).toBe(true);
  });

  it('comes back at once when it raises its hand, and not for points', () => {
    const points = { daily: { '2026-11-25': 100 }, window: {} };
    expect(look({ ...lost, points }, '2026-11-26T12:00:00.000Z').stage).toBe('lost');
    expect(look({ ...lost, raisedAt: '2026-11-26T12:00:00.000Z' }, '2026-11-26T12:00:00.000Z')).toMatchObject(
      {
        stage: 'mql',
        handover: { number: 2, reason: 'hand-raiser' },
      },
    );
  });
});

import { describe, expect, it } from 'vitest';

import type { Lead, Stage } from '../../../shared/domain/identity/lead.ts';
import {
  confirmableUntil,
  type MailContext,
  pauseReason,
  salesStopReason,
  stopReason,
} from '../../../shared/domain/nurture/stop-conditions.ts';
import { lead } from '../builders.ts';
import { agreement } from '../handover/agreement.ts';
import { handover } from '../handover/handed-over.ts';
import { mailing, onDay, profile, START } from './builders.ts';

const resuming = { returns: { ...agreement.returns, other: { newPoints: 10, resume: true } } };
const offered = handover({ reason: 'stalled', openedAt: onDay(3) });

describe('an address that bounced', () => {
  const bounced = mailing({ suppressed: { why: 'hard-bounce', at: START } });
  const stopped = (kind: MailContext['kind'], startedAt: string) =>
    stopReason({ lead: lead({ mail: 'granted' }), mailing: bounced }, { kind, startedAt }, agreement);

  it('gets what is requested a day later, as a new try, and no marketing mail', () => {
    expect(stopped('requested', onDay(0, '23:00'))).toBe('suppressed');
    expect(stopped('requested', onDay(1))).toBeUndefined();
    expect(stopped('marketing', onDay(1))).toBe('suppressed');
  });
});

describe('marketing', () => {
  it.each<[Stage, Lead['readiness'], ReturnType<typeof salesStopReason>]>([
    ['name', 'not-ready', undefined],
    ['lead', 'not-ready', undefined],
    ['lead', 'ready', undefined],
    ['name', 'hand-raiser', 'raised-hand'],
    ['lead', 'hand-raiser', 'raised-hand'],
    ...(['mql', 'sal', 'sql', 'opportunity'] as const).flatMap(
      (stage): [Stage, Lead['readiness'], 'handed-over' | 'raised-hand'][] => [
        [stage, 'ready', 'handed-over'],
        [stage, 'hand-raiser', 'raised-hand'],
      ],
    ),
    ['customer', 'hand-raiser', 'customer'],
    ['lost', 'hand-raiser', 'lost'],
  ])('of a %s that is %s stops because of %s', (stage, readiness, why) => {
    expect(salesStopReason(lead({ stage, readiness }))).toBe(why);
  });

  it('stops for a stalled lead that is offered to sales, and for nobody whose offer was answered', () => {
    expect(salesStopReason(lead({ stage: 'lead', handover: offered }))).toBe('handed-over');
    const answered = { ...offered, status: 'returned' } as const;
    expect(salesStopReason(lead({ stage: 'lead', handover: answered }))).toBeUndefined();
  });
});

describe('a due mail', () => {
  const waits = (person: Partial<Lead>, by = resuming) =>
    pauseReason(
      { lead: lead({ mail: 'granted', ...person }), mailing: mailing() },
      { paused: false },
      by,
      START,
    );

  it('waits while the lead is with sales, if it may go on after a return', () => {
    for (const stage of ['mql', 'sal', 'sql', 'opportunity'] as const) {
      expect(waits({ stage })).toBe('with-sales');
      expect(waits({ stage }, agreement)).toBeUndefined();
    }
    expect(waits({ stage: 'lead', handover: offered })).toBe('with-sales');
    expect(waits({ stage: 'lead', handover: { ...offered, status: 'returned' } })).toBeUndefined();
    for (const stage of ['name', 'lead', 'customer', 'lost'] as const)
      expect(waits({ stage })).toBeUndefined();
  });
});

describe('a permission that is not confirmed', () => {
  const proof = (day: number, subjects?: string[]) => ({
    ...{ at: onDay(day), form: 'demo', wording: 'Yes', page: '', ...(subjects && { subjects }) },
  });
  const until = (subject: string | undefined, ...permissions: ReturnType<typeof proof>[]) =>
    confirmableUntil({ profile: profile({ permissions }) }, subject, START);

  it('may be confirmed until 14 days after it was last asked for, or the sequence started', () => {
    expect(until('tips')).toBe(onDay(14));
    expect(until('tips', proof(-2))).toBe(onDay(14));
    expect(until('tips', proof(2), proof(5), proof(3))).toBe(onDay(19));
    expect(confirmableUntil({ profile: undefined }, 'tips', START)).toBe(onDay(14));
  });

  it('is asked for by what names its subject, or none', () => {
    expect(until('tips', proof(2, ['tips', 'news']), proof(5, ['news']))).toBe(onDay(16));
    expect(until('tips', proof(5))).toBe(onDay(19));
    expect(until(undefined, proof(5, ['news']))).toBe(onDay(19));
  });
});

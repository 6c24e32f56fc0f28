import { describe, expect, it } from 'vitest';
import type { ReturnReason } from '../../../shared/domain/handover/handover.ts';
import {
  hasNewPoints,
  roomAfterReturn,
  withReturnRescored,
} from '../../../shared/domain/handover/new-points.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { lead, pageView, submission } from '../builders.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';

const AT = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-25T12:00:00.000Z';
const returned = (reason: ReturnReason, points = 30, more: Partial<Lead> = {}) =>
  lead({ returned: { reason, at: AT, points }, ...more });
const different = {
  returns: {
    ...agreement.returns,
    unreachable: { newPoints: 5, resume: false },
    other: { newPoints: 20, resume: false },
  },
};

describe('the new points of a returned lead', () => {
  const earned = (reason: ReturnReason, points: Lead['points'], more: Partial<Lead> = {}) =>
    hasNewPoints(returned(reason, 30, { points, ...more }), different);

  it.each<[ReturnReason, number]>([
    ['not-ready', 10],
    ['unreachable', 5],
    ['other', 20],
  ])('are as many as the agreement asks after a return as %s', (reason, enough) => {
    const isEnough = (points: number) => earned(reason, { daily: { '2026-11-25': points }, window: {} });
    expect([isEnough(enough - 1), isEnough(enough)]).toEqual([false, true]);
  });

  it('are all that it earned since: more on that day, and on later days, once a day or once in all', () => {
    const enough = (daily: Record<string, number>, window: Record<string, number>) =>
      earned('not-ready', { daily, window });
    expect(enough({ '2026-11-24': 33, '2026-11-25': 2 }, { '2026-11-24': 2, '2026-11-26': 3 })).toBe(true);
    expect(enough({ '2026-11-24': 33, '2026-11-25': 2 }, { '2026-11-24': 2, '2026-11-26': 2 })).toBe(false);
    expect(enough({ '2026-11-23': 90, '2026-11-24': 30 }, { '2026-11-22': 90 })).toBe(false);
    expect(enough({ '2026-11-24': 10, '2026-11-25': 10 }, {})).toBe(true);
  });

  it('are none for a bad fit or a duplicate, and not needed by who was not returned or was lost since', () => {
    const points = { daily: { '2026-11-25': 100 }, window: {} };
    expect([earned('bad-fit', points), earned('duplicate', points)]).toEqual([false, false]);
    expect(hasNewPoints(lead(), different)).toBe(true);
    expect(hasNewPoints(returned('duplicate', 0, { lost: { reason: 'x', at: LATER } }), different)).toBe(
      true,
    );
    expect(hasNewPoints(returned('duplicate', 0, { lost: { reason: 'x', at: AT } }), different)).toBe(true);
  });

  it('have room on a day that was full', () => {
    expect(roomAfterReturn(returned('not-ready'), different)).toEqual({ since: AT, upTo: 40 });
    expect(roomAfterReturn(returned('other', 100), different)).toEqual({ since: AT, upTo: 120 });
    for (const reason of ['bad-fit', 'duplicate'] as const)
      expect(roomAfterReturn(returned(reason), different)).toBeUndefined();
    expect(roomAfterReturn(lead(), different)).toBeUndefined();
  });
});

describe('a return when the points of the playbook change', () => {
  it('has the points that its day had earned by then, by the new rules', () => {
    const form = (at: string) => submission('demo', { at, receivedAt: at });
    const history = [
      form('2026-11-24T09:00:00.000Z'),
      pageView('/pricing', { at: AT, receivedAt: AT }),
      pageView('/demo', { at: '2026-11-24T13:00:00.000Z', receivedAt: '2026-11-24T13:00:00.000Z' }),
      pageView('/about', { at: '2026-11-24T10:00:00.000Z', receivedAt: LATER }),
      form('2026-11-23T10:00:00.000Z'),
    ];
    const before = returned('not-ready');
    expect(withReturnRescored(before, history, scoring)).toEqual({
      ...before,
      returned: { reason: 'not-ready', at: AT, points: 2 + 3 },
    });
    const never = lead();
    expect(withReturnRescored(never, history, scoring)).toBe(never);
  });
});

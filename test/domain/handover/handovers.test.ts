import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../shared/domain/handover/actions/action.ts';
import { numberAction } from '../../../shared/domain/handover/actions/number-action.ts';
import { hasOpenHandRaise, lastReturn } from '../../../shared/domain/handover/hand-raise.ts';
import { handoversOf } from '../../../shared/domain/handover/handovers.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { lead } from '../builders.ts';
import { ANSWERED, action, answeredBy, handedOver, handover } from './handed-over.ts';

const ACCEPT: ActionRequest = { action: 'accept', by: 'anna' };
const BACK: ActionRequest = { action: 'return', reason: 'bad-fit', criterion: 'employees', by: 'bram' };
const LOST: ActionRequest = { action: 'lost', reason: 'No budget', by: 'bram' };

describe('a raised hand', () => {
  const [before, then, after] = ['2026-11-24T11:00:00.000Z', ANSWERED, '2026-11-24T13:00:00.000Z'] as const;
  const returned = { reason: 'other', at: then, points: 0 } as const;
  const lost = { reason: 'Price', at: then };

  it.each<[string, Partial<Lead>, boolean]>([
    ['nobody raised', {}, false],
    ['nobody answered', { raisedAt: before }, true],
    ['sales returned later', { raisedAt: before, returned }, false],
    ['sales returned at that moment', { raisedAt: then, returned }, false],
    ['was raised after the return', { raisedAt: after, returned }, true],
    ['sales lost later', { raisedAt: before, lost }, false],
    ['sales lost at that moment', { raisedAt: then, lost }, false],
    ['was raised after it was lost', { raisedAt: after, lost }, true],
  ])('that %s is open or not', (_, more, isOpen) => {
    expect(hasOpenHandRaise(lead(more))).toBe(isOpen);
  });

  it('is not answered by a return from before the lead was lost', () => {
    expect(lastReturn(lead({ returned }))).toEqual(returned);
    expect(lastReturn(lead({ returned, lost: { ...lost, at: before } }))).toEqual(returned);
    expect(lastReturn(lead({ returned, lost }))).toBeUndefined();
    expect(lastReturn(lead())).toBeUndefined();
  });
});

describe('the hand-overs of a lead', () => {
  it('are none before the first', () => {
    const { handover: _, ...without } = handedOver();
    expect(handoversOf(without, [])).toEqual([]);
  });

  it('do not include the token', () => {
    expect(
      JSON.stringify(handoversOf(handedOver({ handover: handover({ token: 'secret' }) }), [])),
    ).not.toMatch(/token|secret/);
  });

  it('are the returned ones and the last one', () => {
    const first = handedOver({ handover: handover({ to: 'anna' }) });
    const done = action(BACK, first);
    const again = { ...answeredBy(first, BACK), handover: handover({ number: 2, reason: 'hand-raiser' }) };
    expect(handoversOf(again, [done])).toMatchObject([
      {
        ...{ number: 1, reason: 'threshold', status: 'returned', to: 'anna', score: 80 },
        answer: { by: 'bram', at: ANSWERED, reason: 'bad-fit', criterion: 'employees' },
      },
      { number: 2, reason: 'hand-raiser', status: 'open' },
    ]);
  });

  it('include the last one once, also when it was returned', () => {
    const first = handedOver();
    expect(handoversOf(answeredBy(first, BACK), [action(BACK, first)])).toHaveLength(1);
  });

  it('say what sales found out about the fit', () => {
    const first = handedOver();
    const caught = numberAction(BACK, first, ANSWERED, { caught: 'employees' });
    const again = { ...answeredBy(first, BACK), handover: handover({ number: 2 }) };
    expect(handoversOf(again, [caught])[0]?.answer).toEqual({
      ...{ by: 'bram', at: ANSWERED, reason: 'bad-fit', criterion: 'employees', caught: 'employees' },
    });
    const other = action({ action: 'return', reason: 'other', by: 'bram' }, first);
    expect(handoversOf(again, [other])[0]?.answer).toStrictEqual({
      ...{ by: 'bram', at: ANSWERED, reason: 'other' },
    });
  });

  it('say who accepted the one that was lost, as far as known', () => {
    const accepted = answeredBy(handedOver(), ACCEPT);
    const later = action(LOST, accepted, '2026-11-25T12:00:00.000Z');
    const third = { ...answeredBy(accepted, LOST), handover: handover({ number: 2 }) };
    expect(handoversOf(third, [later])[0]?.answer).toEqual({ by: 'anna', at: ANSWERED });
    const unknown = action(LOST, handedOver(), '2026-11-25T12:00:00.000Z');
    expect(handoversOf(third, [unknown])[0]?.answer).toEqual({ by: 'bram', at: '2026-11-25T12:00:00.000Z' });
    const again = { ...answeredBy(accepted, LOST), handover: handover({ number: 2 }) };
    expect(handoversOf(again, [action(ACCEPT, handedOver()), action(LOST, accepted)])).toMatchObject([
      { number: 1, status: 'accepted', answer: { by: 'anna', at: ANSWERED } },
      { number: 2 },
    ]);
  });
});

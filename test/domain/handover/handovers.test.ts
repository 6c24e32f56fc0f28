import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../shared/domain/handover/action.ts';
import { handoversOf } from '../../../shared/domain/handover/handovers.ts';
import { ANSWERED, action, answeredBy, handedOver, handover } from './handed-over.ts';

const ACCEPT: ActionRequest = { action: 'accept', by: 'anna' };
const BACK: ActionRequest = { action: 'return', reason: 'bad-fit', criterion: 'employees', by: 'bram' };
const LOST: ActionRequest = { action: 'lost', reason: 'No budget', by: 'bram' };

describe('the hand-overs of a lead', () => {
  it('are none before the first', () => {
    const { handover: _, ...lead } = handedOver();
    expect(handoversOf(lead, [])).toEqual([]);
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

  it('say who accepted the one that was lost', () => {
    const accepted = answeredBy(handedOver(), ACCEPT);
    const again = { ...answeredBy(accepted, LOST), handover: handover({ number: 2 }) };
    expect(handoversOf(again, [action(ACCEPT, handedOver()), action(LOST, accepted)])).toMatchObject([
      { number: 1, status: 'accepted', answer: { by: 'anna', at: ANSWERED } },
      { number: 2 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { ACTIONS, type ActionRequest, storedAction } from '../../../shared/domain/handover/actions/action.ts';
import { duplicateOf } from '../../../shared/domain/handover/actions/duplicate-action.ts';
import { numberAction } from '../../../shared/domain/handover/actions/number-action.ts';
import { possibleActions, withAction } from '../../../shared/domain/handover/actions/with-action.ts';
import { salesStateOf } from '../../../shared/domain/handover/sales-state.ts';
import { lead } from '../builders.ts';
import { ANSWERED, action, answeredBy, handedOver, handover, PROVEN, QUALIFIED } from './handed-over.ts';

const ACCEPT: ActionRequest = { action: 'accept', by: 'anna' };
const RETURN: ActionRequest = { action: 'return', reason: 'not-ready', by: 'anna' };
const CALL: ActionRequest = { action: 'call', outcome: 'reached', by: 'anna' };
const LOST: ActionRequest = { action: 'lost', reason: 'No budget', by: 'anna' };
const WON: ActionRequest = { action: 'won', value: 9_000, by: 'anna' };
const AGAIN: ActionRequest = { action: 'reopen', reason: 'They called', by: 'anna' };
const GIVE: ActionRequest = { action: 'assign', to: 'bram', by: 'anna' };
const NOTED: ActionRequest = { action: 'note', text: 'Likes mornings', by: 'anna' };
const PLANNED: ActionRequest = { action: 'call-back', callAt: '2026-12-01T09:00:00.000Z', by: 'anna' };
const later = '2026-11-24T13:00:00.000Z';

describe('an action of sales', () => {
  const accepted = answeredBy(handedOver({ handover: handover({ to: 'bram', via: 'turn' }) }), ACCEPT);
  const closed = {
    ...{ number: 1, reason: 'threshold', openedAt: '2026-11-24T10:00:00.000Z', score: 80, playbook: 1 },
    ...{ to: 'bram', acceptedBy: 'anna', acceptedAt: ANSWERED, origin: {} },
  };

  it('is numbered, and has the hand-over that it closes', () => {
    expect(numberAction({ ...LOST, handover: 1, onlyIfOpen: true }, accepted, later, {})).toEqual({
      ...{ ...LOST, number: 2, at: later, handover: closed },
    });
    const known = { ...RETURN, reason: 'bad-fit', criterion: 'employees', value: '3' } as const;
    expect(numberAction(known, accepted, later, { key: 'k', caught: 'employees' })).toEqual({
      ...{ ...known, number: 2, at: later, key: 'k', caught: 'employees', handover: closed },
    });
    const { acceptedBy: _, acceptedAt: __, to: ___, ...open } = closed;
    expect(numberAction(RETURN, handedOver(), later, {})).toStrictEqual({
      ...RETURN,
      number: 1,
      at: later,
      handover: open,
      before: salesStateOf(handedOver()),
    });
    expect(numberAction(CALL, accepted, later, { caught: 'employees' })).toEqual({
      ...CALL,
      number: 2,
      at: later,
    });
  });

  it('that closes a hand-over needs one', () => {
    expect(() => numberAction(LOST, lead(), later, {})).toThrow('Only a lead that was handed over');
  });

  it('has who wrote each proof down, and when', () => {
    const proofs = {
      ...PROVEN.proofs,
      budget: { evidence: 'Seen', by: 'bram', at: ANSWERED },
      authority: undefined,
    };
    const asked = { ...PROVEN, proofs } as unknown as ActionRequest;
    expect(numberAction(asked, accepted, later, {})).toMatchObject({
      proofs: {
        need: { ...PROVEN.proofs.need, by: 'anna', at: later },
        budget: { evidence: 'Seen', by: 'bram', at: ANSWERED },
        authority: { evidence: '', by: 'anna', at: later },
      },
    });
  });

  it('is read as it was stored', () => {
    const all = [
      action({ ...ACCEPT, note: 'Nice' }, handedOver()),
      action({ ...RETURN, reason: 'bad-fit', criterion: 'employees', value: '3' }, accepted),
      ...[CALL, { ...CALL, outcome: 'not-reached' } as const, QUALIFIED, PROVEN, WON, LOST].map((one) =>
        numberAction(one, accepted, later, { key: 'k' }),
      ),
      ...[GIVE, NOTED, PLANNED].map((one) => numberAction(one, accepted, later, {})),
      numberAction(AGAIN, accepted, later, { undoes: 3, becomes: salesStateOf(handedOver()) }),
    ];
    for (const one of all) expect(storedAction().parse(one)).toEqual(one);
    expect(new Set(all.map((one) => one.action))).toEqual(new Set(ACTIONS));
  });

  it('is not read without what it needs', () => {
    const all = [ACCEPT, RETURN, CALL, QUALIFIED, PROVEN, WON, LOST].map((one) => action(one, accepted));
    for (const one of all)
      for (const name of Object.keys(one))
        expect([name, storedAction().safeParse({ ...one, [name]: undefined }).success]).toEqual([
          name,
          false,
        ]);
    const lost = action(LOST, accepted) as Extract<(typeof all)[number], { action: 'lost' }>;
    for (const name of ['number', 'reason', 'openedAt', 'score', 'playbook'])
      expect(
        storedAction().safeParse({ ...lost, handover: { ...lost.handover, [name]: undefined } }).success,
      ).toBe(false);
    const proven = action(PROVEN, accepted) as Extract<(typeof all)[number], { action: 'opportunity' }>;
    for (const name of ['evidence', 'by', 'at']) {
      const need = { ...proven.proofs.need, [name]: undefined };
      expect(storedAction().safeParse({ ...proven, proofs: { ...proven.proofs, need } }).success).toBe(false);
    }
    expect(storedAction().safeParse({ ...all[2], outcome: 'voicemail' }).success).toBe(false);
    expect(storedAction().safeParse({ ...all[1], reason: 'cold' }).success).toBe(false);
  });
});

describe('a request that comes again', () => {
  const before = handedOver();
  const accepted = answeredBy(before, ACCEPT);
  const done = [action(ACCEPT, before), { ...action(CALL, accepted), key: 'call-1' }];
  const judged = (asked: ActionRequest, key?: string, now = '2026-11-24T12:05:00.000Z', of = accepted) =>
    duplicateOf(asked, { key, now }, of, done);

  it('with its key is repeated, and with the key of another it is refused', () => {
    expect(judged(CALL, 'call-1')).toBe('repeated');
    expect(judged({ ...CALL, outcome: 'not-reached' }, 'call-1')).toBe('key-taken');
    expect(judged(CALL, 'call-1', '2026-12-24T12:00:00.000Z')).toBe('repeated');
    expect(judged(WON, 'other')).toBeUndefined();
  });

  it('by the same person in the same words is repeated, with or without a key', () => {
    expect(judged(ACCEPT)).toBe('repeated');
    expect(judged(ACCEPT, 'other')).toBe('repeated');
    expect(judged({ by: 'anna', action: 'accept', handover: 1, onlyIfOpen: true })).toBe('repeated');
    expect(judged({ ...ACCEPT, by: 'bram' })).toBeUndefined();
    expect(judged({ ...ACCEPT, note: 'Again' })).toBeUndefined();
  });

  it('as a return is repeated, whatever was found out about its criterion', () => {
    const asked = { ...RETURN, reason: 'bad-fit', criterion: 'employees', value: '3' } as const;
    const stored = numberAction(asked, accepted, ANSWERED, { caught: 'employees' });
    expect(duplicateOf(asked, { key: undefined, now: later }, accepted, [stored])).toBe('repeated');
  });

  it('as a call is another one after ten minutes', () => {
    expect(judged(CALL, undefined, '2026-11-24T12:10:00.000Z')).toBe('repeated');
    expect(judged(CALL, undefined, '2026-11-24T12:10:00.001Z')).toBeUndefined();
  });

  it('is another one once the lead was handed over again, unless it is about the earlier hand-over', () => {
    const again = { ...accepted, handover: handover({ number: 2, openedAt: later }) };
    expect(judged(ACCEPT, undefined, later, again)).toBeUndefined();
    expect(judged({ ...ACCEPT, handover: 2 }, undefined, later, again)).toBeUndefined();
    expect(judged({ ...ACCEPT, handover: 1 }, undefined, later, again)).toBe('repeated');
    const { handover: _, ...never } = accepted;
    expect(judged(ACCEPT, undefined, later, never)).toBe('repeated');
  });

  it('as an opportunity is compared by its evidence, whoever signed it', () => {
    const proven = [action(PROVEN, accepted)];
    const again = (need: object) => {
      const asked = { ...PROVEN, proofs: { ...PROVEN.proofs, need } } as ActionRequest;
      return duplicateOf(asked, { key: undefined, now: later }, accepted, proven);
    };
    expect(again(PROVEN.proofs.need)).toBe('repeated');
    expect(again({ ...PROVEN.proofs.need, at: later })).toBe('repeated');
    expect(again({ evidence: 'Something else' })).toBeUndefined();
  });
});

describe('what sales can do', () => {
  const raised = handedOver();
  const sal = answeredBy(raised, ACCEPT);
  const sql = answeredBy(sal, QUALIFIED);
  const opportunity = answeredBy(sql, PROVEN);
  const offered = handedOver({ stage: 'lead', handover: handover({ reason: 'stalled' }) });

  it.each([
    ['before a hand-over', lead({ stage: 'lead' }), []],
    ['with an offer', offered, ['accept', 'return', 'call', 'assign', 'note', 'call-back']],
    ['with a hand-over', raised, ['accept', 'return', 'call', 'assign', 'note', 'call-back']],
    ['once it accepted', sal, ['return', 'call', 'qualify', 'lost', 'assign', 'note', 'call-back']],
    ['once it qualified', sql, ['return', 'call', 'opportunity', 'lost', 'assign', 'note', 'call-back']],
    ['with an opportunity', opportunity, ['call', 'won', 'lost', 'assign', 'note', 'call-back']],
    ['with a customer', answeredBy(opportunity, WON), ['call', 'reopen', 'assign', 'note', 'call-back']],
    ['once it lost', answeredBy(sal, LOST), ['reopen']],
    ['once it returned the lead', answeredBy(sal, RETURN), []],
  ] as const)('%s is as its stage allows', (_, of, actions) => {
    expect(possibleActions(of)).toEqual(actions);
    for (const name of ACTIONS.filter((one) => !(actions as readonly string[]).includes(one))) {
      if (name === 'reopen') continue;
      const all = [ACCEPT, RETURN, CALL, QUALIFIED, PROVEN, WON, LOST, GIVE, NOTED, PLANNED];
      const asked = all.find((one) => one.action === name);
      const from = of.handover === undefined ? { ...of, handover: handover() } : of;
      const { actions: __, ...after } = withAction(of, action(asked as ActionRequest, from));
      const { actions: ___, ...same } = of;
      expect(after).toEqual(same);
    }
  });

  it('keeps short what the record of the lead says of it', () => {
    const long = 'Far too long a reason to keep in the record of a lead';
    const lost = answeredBy(sal, { ...LOST, reason: long });
    expect(lost.lost).toEqual({ reason: long.slice(0, 40), at: ANSWERED });
    const bad = answeredBy(raised, { ...RETURN, reason: 'bad-fit', criterion: long });
    expect(bad).toMatchObject({ stage: 'name', judged: 'bad', fit: 'bad', returned: { points: 80 } });
    expect(bad.handover?.answer).toEqual({
      by: 'anna',
      at: ANSWERED,
      reason: 'bad-fit',
      criterion: long.slice(0, 40),
    });
    const caught = numberAction({ ...RETURN, reason: 'bad-fit' }, raised, ANSWERED, { caught: long });
    expect(withAction(raised, caught).handover?.answer).toStrictEqual({
      ...{ by: 'anna', at: ANSWERED, reason: 'bad-fit', caught: long.slice(0, 40) },
    });
    expect(answeredBy(raised, RETURN).handover?.answer).toStrictEqual({
      ...{ by: 'anna', at: ANSWERED, reason: 'not-ready' },
    });
    const half = answeredBy(sal, { ...LOST, reason: `${'x'.repeat(39)}😀` });
    expect(half.lost?.reason).toBe(`${'x'.repeat(39)}\ufffd`);
  });

  it('forgets the routing rule with the answer, and a verdict of bad once the lead is qualified', () => {
    const routed = handedOver({ handover: handover({ via: 'turn', to: 'anna' }), judged: 'bad' });
    const accepted = answeredBy(routed, ACCEPT);
    expect(accepted.handover).toEqual({
      ...handover({ to: 'anna', status: 'accepted' }),
      answer: { by: 'anna', at: ANSWERED },
      reached: { sal: ANSWERED },
    });
    expect(accepted.judged).toBe('bad');
    expect(answeredBy(accepted, QUALIFIED)).not.toHaveProperty('judged');
  });

  it('wins a lead that was lost before, at the value of the deal', () => {
    const again = { ...opportunity, lost: { reason: 'Price', at: '2026-01-01T00:00:00.000Z' } };
    expect(answeredBy(again, WON)).toMatchObject({ stage: 'customer', won: { value: 9_000, at: ANSWERED } });
    expect(answeredBy(again, WON)).not.toHaveProperty('lost');
  });

  it('gives back the points of that day, and not those of a hand-over that another replaced', () => {
    const points = { daily: { '2026-11-24': 3, '2026-11-23': 9 }, window: { '2026-11-24': 4 } };
    const first = handedOver({ points });
    expect(answeredBy(first, RETURN).returned).toEqual({ reason: 'not-ready', at: ANSWERED, points: 7 });
    expect(answeredBy(handedOver({ points: { daily: {}, window: {} } }), RETURN).returned?.points).toBe(0);
    const replaced = { ...first, handover: handover({ number: 2 }) };
    expect(withAction(replaced, action(RETURN, first))).toEqual({ ...replaced, actions: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { random } from '../../../../infra/demo/simulate/random.ts';
import { countAction, noActions } from '../../../../infra/demo/simulate/sales/action-counts.ts';
import { added, differences, figuresOf } from '../../../../infra/demo/simulate/sales/sales-figures.ts';
import { planOf } from '../../../../infra/demo/simulate/sales/sales-plan.ts';
import { salesAction } from '../../../../shared/contract/actions.ts';
import type { HandoverReason } from '../../../../shared/domain/handover/handover.ts';
import { numberAction } from '../../../../shared/domain/handover/number-action.ts';
import { possibleActions, withAction } from '../../../../shared/domain/handover/with-action.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { lead, NOW } from '../../../domain/builders.ts';

const plans = (reason: HandoverReason) =>
  Array.from({ length: 1_000 }, (_, n) => planOf(reason, random(n * 7_919)));

function handedOver(reason: HandoverReason): Lead {
  const handover = {
    number: 1,
    reason,
    status: 'open',
    openedAt: NOW,
    token: 't',
    score: 80,
    playbook: 1,
  } as const;
  return lead({ stage: reason === 'stalled' ? 'lead' : 'mql', handover });
}

describe.each(['threshold', 'hand-raiser', 'stalled'] as const)('what sales does with a %s', (reason) => {
  it('is what the API takes and the stage of the lead allows, step by step', () => {
    for (const plan of plans(reason)) {
      let now = handedOver(reason);
      for (const { says } of plan) {
        const asked = { ...says, by: 'anna' };
        expect(salesAction.safeParse(asked).error).toBeUndefined();
        expect(possibleActions(now)).toContain(says.action);
        now = withAction(now, numberAction(asked, now, NOW, {}));
      }
      expect(now.handover?.status).not.toBe('open');
    }
  });

  it('is an answer when the mail is read for most, and an answer that is late for some', () => {
    const waits = plans(reason).map(([answer]) => answer?.wait ?? -1);
    expect(waits.filter((wait) => wait === 0).length).toBeGreaterThan(600);
    for (const late of [3, 6]) expect(waits).toContain(late);
  });
});

describe('what sales does', () => {
  const ends = (reason: HandoverReason) => plans(reason).map((plan) => plan.at(-1)?.says);

  it('is the same by the same chance', () => {
    expect(plans('threshold')).toEqual(plans('threshold'));
  });

  it('ends in every way, and best with people who asked for it', () => {
    const found = new Set(ends('threshold').map((says) => says?.action));
    expect(found).toEqual(new Set(['return', 'lost', 'qualify', 'opportunity', 'won']));
    const won = (reason: HandoverReason) => ends(reason).filter((says) => says?.action === 'won').length;
    expect(won('hand-raiser')).toBeGreaterThan(won('threshold'));
    expect(won('threshold')).toBeGreaterThan(won('stalled'));
  });

  it('gives back for every reason there is', () => {
    const reasons = ends('threshold').flatMap((says) => (says?.action === 'return' ? says.reason : []));
    expect(new Set(reasons)).toEqual(new Set(['not-ready', 'bad-fit', 'unreachable', 'duplicate', 'other']));
  });
});

describe('the figures of sales', () => {
  const done = noActions();
  countAction(done, { action: 'accept' });
  countAction(done, { action: 'return', reason: 'not-ready' });
  countAction(done, { action: 'won', value: 2_000 });
  const own = figuresOf(done, { entered: 3, late: 1 });

  it('are compared with what the reports counted in the meantime', () => {
    const before = figuresOf(noActions(), { entered: 4, late: 0 });
    const after = new Map([...own].map(([name, number]) => [name, number + (before.get(name) ?? 0)]));
    expect(differences(own, added(before, after))).toEqual([]);
  });

  it('are told one by one where the reports tell otherwise', () => {
    const reported = new Map([...own, ['won', 0], ['late', 2]] as [string, number][]);
    expect(differences(own, reported)).toEqual(['won 0, not 1', 'late 2, not 1']);
  });
});

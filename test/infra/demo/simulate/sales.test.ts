import { describe, expect, it } from 'vitest';
import { random } from '../../../../infra/demo/simulate/random.ts';
import { countAction, noActions } from '../../../../infra/demo/simulate/sales/action-counts.ts';
import {
  differences,
  increase,
  simulatedFigures,
} from '../../../../infra/demo/simulate/sales/sales-figures.ts';
import { planOf } from '../../../../infra/demo/simulate/sales/sales-plan.ts';
import { salesAction } from '../../../../shared/contract/actions.ts';
import { numberAction } from '../../../../shared/domain/handover/actions/number-action.ts';
import { possibleActions, withAction } from '../../../../shared/domain/handover/actions/with-action.ts';
import type { HandoverReason } from '../../../../shared/domain/handover/handover.ts';
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

describe.each(['threshold', 'hand-raiser', 'stalled'] as const)(
  'what sales does with a %s hand-over',
  (reason) => {
    it('is accepted by the API and allowed by the lead’s stage, step by step', () => {
      for (const plan of plans(reason)) {
        let now = handedOver(reason);
        for (const { action } of plan) {
          const request = { ...action, by: 'anna' };
          expect(salesAction.safeParse(request).error).toBeUndefined();
          expect(possibleActions(now)).toContain(action.action);
          now = withAction(now, numberAction(request, now, NOW, {}));
        }
        expect(now.handover?.status).not.toBe('open');
      }
    });

    it('is mostly an immediate answer, and sometimes a late one', () => {
      const waits = plans(reason).map(([answer]) => answer?.wait ?? -1);
      expect(waits.filter((wait) => wait === 0).length).toBeGreaterThan(600);
      for (const late of [3, 6]) expect(waits).toContain(late);
    });
  },
);

describe('what sales does', () => {
  const ends = (reason: HandoverReason) => plans(reason).map((plan) => plan.at(-1)?.action);

  it('is the same for the same seed', () => {
    expect(plans('threshold')).toEqual(plans('threshold'));
  });

  it('ends in every way, and best with people who request for it', () => {
    const found = new Set(ends('threshold').map((last) => last?.action));
    expect(found).toEqual(new Set(['return', 'lost', 'qualify', 'opportunity', 'won']));
    const won = (reason: HandoverReason) => ends(reason).filter((last) => last?.action === 'won').length;
    expect(won('hand-raiser')).toBeGreaterThan(won('threshold'));
    expect(won('threshold')).toBeGreaterThan(won('stalled'));
  });

  it('returns leads for every reason', () => {
    const reasons = ends('threshold').flatMap((last) => (last?.action === 'return' ? last.reason : []));
    expect(new Set(reasons)).toEqual(new Set(['not-ready', 'bad-fit', 'unreachable', 'duplicate', 'other']));
  });
});

describe('the sales figures', () => {
  const done = noActions();
  countAction(done, { action: 'accept' });
  countAction(done, { action: 'return', reason: 'not-ready' });
  countAction(done, { action: 'won', value: 2_000 });
  const own = simulatedFigures(done, { entered: 3, late: 1 });

  it('are compared with what the reports counted meanwhile', () => {
    const before = simulatedFigures(noActions(), { entered: 4, late: 0 });
    const after = new Map([...own].map(([name, number]) => [name, number + (before.get(name) ?? 0)]));
    expect(differences(own, increase(before, after))).toEqual([]);
  });

  it('are listed where the reports differ', () => {
    const reported = new Map([...own, ['won', 0], ['late', 2]] as [string, number][]);
    expect(differences(own, reported)).toEqual(['won 0, not 1', 'late 2, not 1']);
  });
});

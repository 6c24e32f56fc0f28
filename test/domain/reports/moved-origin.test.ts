import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest, SalesAction } from '../../../shared/domain/handover/actions/action.ts';
import { correct } from '../../../shared/domain/handover/actions/correct.ts';
import { numberAction } from '../../../shared/domain/handover/actions/number-action.ts';
import { possibleActions, withAction } from '../../../shared/domain/handover/actions/with-action.ts';
import type { HandedOverLead } from '../../../shared/domain/handover/handovers.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { withCampaign, withCaptures } from '../../../shared/domain/identity/new-lead.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { type TotalsByName, totalsOf } from '../../../shared/domain/reports/totals.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { playbook } from '../../usecases/playbook.ts';
import { lead, NOW, pageView, submission } from '../builders.ts';
import { QUALIFIED } from '../handover/handed-over.ts';
import { handover } from './builders.ts';

const by = 'anna';
const ANSWERS: Record<string, ActionRequest> = {
  accept: { action: 'accept', by },
  qualify: QUALIFIED,
  lose: { action: 'lost', reason: 'No budget', by },
  back: { action: 'return', reason: 'not-ready', by },
};

/** A lead from its first form on, with all that the reports counted of it. */
class Life {
  readonly records: Lead[] = [];
  readonly actions: SalesAction[] = [];

  constructor(form: string) {
    const { origin } = withCaptures(lead(), [submission(form)], undefined, playbook.fit);
    this.records.push(lead({ stage: 'lead', stageAt: NOW, ...(origin && { origin }) }));
  }

  get now(): Lead {
    return this.records.at(-1) as Lead;
  }

  becomes(after: Lead): void {
    this.records.push(after);
  }

  get counted(): { form: TotalsByName; campaign: TotalsByName } {
    return totalsOf(this.records.flatMap((after, n) => incrementsOfChange(this.records[n - 1], after)));
  }
}

type Happening = (life: Life, at: Instant, pick: number) => void;

const answer =
  (request: ActionRequest): Happening =>
  (life, at) => {
    if (!possibleActions(life.now).includes(request.action)) return;
    const action = numberAction(request, life.now, at, {});
    life.actions.push(action);
    life.becomes(withAction(life.now, action));
  };

const HAPPENINGS: Record<string, Happening> = {
  visits: (life, _, pick) => {
    const campaign = { name: ['spring', 'autumn', 'winter'][pick % 3] as string };
    life.becomes(withCampaign(life.now, [pageView('/', { at: plus(NOW, -pick), campaign })]));
  },
  sendsIn: (life, _, pick) => {
    const form = submission(['demo', 'contact'][pick % 2], { at: plus(NOW, -pick) });
    life.becomes(withCaptures(life.now, [form], undefined, playbook.fit));
  },
  opens: (life, openedAt) => {
    const { now } = life;
    if (now.stage !== 'lead' || now.handover?.status === 'open') return;
    const opened = handover({ number: (now.handover?.number ?? 0) + 1, openedAt });
    life.becomes({ ...now, stage: 'mql', stageAt: openedAt, handover: opened });
  },
  reminds: (life) => {
    const { now } = life;
    if (now.handover?.status !== 'open') return;
    life.becomes({ ...now, handover: { ...now.handover, told: 'reminder' } });
  },
  corrects: (life, at, pick) => {
    const request = { ...ANSWERS[pick % 2 ? 'accept' : 'back'], replaces: 1 + (pick % 4) } as ActionRequest;
    if (life.now.handover === undefined) return;
    const change = correct(life.now as HandedOverLead, life.actions, request);
    if ('because' in change) return;
    const action = numberAction(request, life.now, at, change);
    life.actions.push(action);
    life.becomes(withAction(life.now, action));
  },
  ...Object.fromEntries(Object.entries(ANSWERS).map(([name, request]) => [name, answer(request)])),
};

/** What the reports have to say: a lead where it comes from, its hand-overs where it came from at their first answer. */
function recounted({ records }: Life, dimension: 'form' | 'campaign'): Record<string, number> {
  const of = (record: Lead | undefined) => record?.origin?.[dimension] ?? '';
  const names = [`${of(records.at(-1))} leads`];
  for (const number of new Set(records.flatMap(({ handover: own }) => own?.number ?? []))) {
    const own = records.filter((record) => record.handover?.number === number);
    const until = own.find((record) => record.handover?.status !== 'open') ?? own.at(-1);
    names.push(`${of(until)} entered.threshold`);
    if (own.some((record) => record.handover?.told)) names.push(`${of(until)} late`);
    if (own.at(-1)?.handover?.reached?.sal !== undefined) names.push(`${of(until)} accepted`);
    if (own.at(-1)?.handover?.status === 'returned') names.push(`${of(until)} returned.not-ready`);
  }
  return Object.fromEntries(
    Map.groupBy(names, (name) => name)
      .entries()
      .map(([name, all]) => [name, all.length]),
  );
}

const SAID = ['leads', 'entered.threshold', 'late', 'accepted', 'returned.not-ready'] as const;

function said(totals: TotalsByName): Record<string, number> {
  return Object.fromEntries(
    Object.entries(totals).flatMap(([of, counts]) =>
      SAID.flatMap((metric) => (counts[metric] ? [[`${of} ${metric}`, counts[metric]]] : [])),
    ),
  );
}

describe('the numbers of a form or a campaign', () => {
  it('are those of the leads that come from it, whatever is known late and whatever sales answers or corrects', () => {
    const step = fc.tuple(fc.constantFrom(...Object.keys(HAPPENINGS)), fc.nat(9));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const life = new Life('whitepaper');
        for (const [n, [what, pick]] of steps.entries())
          HAPPENINGS[what]?.(life, plus(NOW, (n + 1) * 3_600_000), pick);
        for (const dimension of ['form', 'campaign'] as const)
          expect(said(life.counted[dimension])).toEqual(recounted(life, dimension));
      }),
      { numRuns: 300 },
    );
  });

  it('move with a lead whose visits are known after its form, with its hand-over as long as sales did not answer', () => {
    const life = new Life('contact');
    HAPPENINGS.opens?.(life, NOW, 0);
    HAPPENINGS.visits?.(life, NOW, 0);
    expect(said(life.counted.campaign)).toEqual({ 'spring leads': 1, 'spring entered.threshold': 1 });
    expect(life.counted.campaign).toMatchObject({ '': { moved: 1 } });
    expect(life.now.handover).not.toHaveProperty('origin');
    HAPPENINGS.accept?.(life, plus(NOW, 1_000), 0);
    HAPPENINGS.visits?.(life, NOW, 1);
    expect(life.counted.campaign).toMatchObject({
      spring: { 'entered.threshold': 1, accepted: 1, moved: 1 },
      autumn: { leads: 1 },
    });
  });

  it('stay where they are for names that the reports cannot tell apart', () => {
    const [one, other] = ['x', 'y'].map((end) => ({ campaign: 'a'.repeat(40) + end, at: NOW }));
    const before = lead({ stage: 'lead', ...(one && { origin: one }) });
    expect(incrementsOfChange(before, { ...before, ...(other && { origin: other }) })).toEqual([]);
  });
});

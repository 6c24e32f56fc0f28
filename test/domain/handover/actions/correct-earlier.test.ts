import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest, SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import { correct, possibleCorrections } from '../../../../shared/domain/handover/actions/correct.ts';
import { numberAction } from '../../../../shared/domain/handover/actions/number-action.ts';
import { standingActions } from '../../../../shared/domain/handover/actions/standing-actions.ts';
import { withAction } from '../../../../shared/domain/handover/actions/with-action.ts';
import {
  type HandedOverLead,
  handoversOf,
  hasNoAnswer,
} from '../../../../shared/domain/handover/handovers.ts';
import type { Corrected } from '../../../../shared/domain/handover/sales-state.ts';
import { totalsOf } from '../../../../shared/domain/reports/totals.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { PROVEN, QUALIFIED } from '../handed-over.ts';
import { ACCEPT, AGAIN, added, back, HAPPENINGS, HOUR, LOST, START, Story } from './story.ts';

const by = 'anna';
type Dimension = 'playbook' | 'campaign' | 'member' | 'criterion';
const CALL: ActionRequest = { action: 'call', outcome: 'reached', by };

describe('an answer about an earlier hand-over that was wrong', () => {
  it('becomes a return for another reason, and the reports count that under the names of that hand-over', () => {
    const story = new Story().tellAll(back());
    story.happens('campaign');
    story.handOver({ to: 'bram' }).tellAll(ACCEPT);
    story.tellAll({ ...back('bad-fit'), replaces: 1 });
    const { playbook, campaign, criterion, trait } = totalsOf(story.increments);
    expect(playbook?.['1']).toMatchObject({ 'returned.bad-fit': 1 });
    expect(playbook?.['1']).not.toHaveProperty('returned.not-ready');
    expect(campaign).toMatchObject({ '': { 'returned.bad-fit': 1 } });
    expect(criterion).toEqual({ employees: { told: 1 } });
    expect(trait?.['']).toEqual({ lost: 1 });
    expect(story.lead).toMatchObject({ stage: 'sal', judged: 'bad', returned: { reason: 'bad-fit' } });
    const [first, last] = handoversOf(story.lead, story.actions);
    expect(first).toMatchObject({ number: 1, answer: { reason: 'bad-fit', criterion: 'employees' } });
    expect(first).not.toHaveProperty('traits');
    expect(last).toMatchObject({ number: 2, status: 'accepted' });
    story.tellAll({ ...back(), replaces: 3 });
    expect(story.lead).not.toHaveProperty('judged');
    expect(totalsOf(story.increments)).toMatchObject({
      criterion: {},
      trait: {},
      playbook: { '1': { 'returned.not-ready': 1 } },
    });
  });

  it('never becomes what later hand-overs would not have followed from', () => {
    const story = new Story().tellAll(ACCEPT, QUALIFIED, LOST).handOver();
    for (const request of [ACCEPT, back(), { ...PROVEN }] as ActionRequest[])
      expect(story.tell({ ...request, replaces: 3 })).toBe('earlier');
    expect(story.tell({ ...LOST, replaces: 1 })).toBe('earlier');
    expect(story.tell({ ...back(), replaces: 9 })).toBe('unknown');
    story.tellAll({ ...LOST, reason: 'Timing', replaces: 3 } as ActionRequest);
    expect(story.tell({ ...LOST, replaces: 3 })).toBe('corrected');
    expect(story.lead).toMatchObject({ stage: 'mql', lost: { reason: 'Timing' }, handover: { number: 2 } });
    const [wrong] = story.actions;
    const lead = story.lead as HandedOverLead;
    expect(possibleCorrections(lead, story.actions, wrong as SalesAction)).toEqual(['accept']);
  });

  it('changes no call that is planned now, nor who has the lead', () => {
    const plan: ActionRequest = { action: 'call-back', callAt: '2026-12-01T09:00:00.000Z', by };
    const story = new Story().tellAll(ACCEPT, CALL, QUALIFIED, LOST).handOver().tellAll(ACCEPT, plan);
    const { stage, handover } = story.lead;
    for (const [replaces, right] of [
      [1, { ...ACCEPT, by: 'bram' }],
      [2, { ...CALL, outcome: 'not-reached' }],
      [3, { ...QUALIFIED, need: 'Another' }],
    ] as const)
      story.tellAll({ ...right, replaces } as ActionRequest);
    expect(story.lead).toMatchObject({ stage, handover: handover ?? {} });
    expect(handoversOf(story.lead, story.actions)[0]).toMatchObject({ answer: { by: 'bram' } });
    expect(standingActions(story.actions)[2]?.action).toMatchObject({ need: 'Another', number: 3 });
  });

  it('counts as it is right when the lead is handed over again before its correction is applied', () => {
    const story = new Story().tellAll(back());
    const lead = story.lead as HandedOverLead;
    const request = { ...back('bad-fit'), replaces: 1 };
    const facts = correct(lead, story.actions, request) as Corrected;
    const late = numberAction(request, lead, plus(START, 2 * HOUR), { ...facts, traits: { fit: 'unknown' } });
    const { lead: next } = story.handOver();
    const after = withAction(next, late);
    expect(after).toMatchObject({ stage: 'mql', handover: { number: 2, status: 'open' }, judged: 'bad' });
    expect(totalsOf(added(next, after))).toMatchObject({
      playbook: { '1': { 'returned.not-ready': -1, 'returned.bad-fit': 1 } },
      criterion: { employees: { told: 1 } },
      trait: { '': { lost: 1 }, 'fit.unknown': { lost: 1 } },
    });
  });

  it('is told again when an answer to the hand-over after it is corrected', () => {
    const story = new Story().tellAll(back('bad-fit')).handOver().tellAll(ACCEPT);
    story.tellAll({ ...back(), replaces: 1 });
    story.tellAll({ ...ACCEPT, by: 'bram', replaces: 2 });
    expect(story.lead).toMatchObject({
      handover: { answer: { by: 'bram' } },
      returned: { reason: 'not-ready' },
    });
    expect(story.lead).not.toHaveProperty('judged');
  });
});

describe('the reports after any hand-overs, answers and corrections of current and earlier ones', () => {
  const answers = fc.constantFrom<ActionRequest>(
    ...[ACCEPT, { ...ACCEPT, by: 'bram' }, QUALIFIED, LOST, { ...LOST, reason: 'Price' } as ActionRequest],
    ...[back(), back('bad-fit'), back('bad-fit', 'country'), { ...back(), reason: 'other' } as ActionRequest],
    ...[CALL, AGAIN],
  );
  const told = fc.tuple(answers, fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }));
  const happening = fc.constantFrom('again', ...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[]));
  const steps = fc.array(fc.oneof(told, told, happening), { minLength: 6, maxLength: 40, size: 'max' });

  function live(all: readonly (string | [ActionRequest, number | undefined])[]) {
    const story = new Story();
    let corrected = 0;
    for (const step of all) {
      if (step === 'again') story.handOver({ to: (story.lead.handover?.number ?? 0) % 2 ? 'bram' : 'anna' });
      else if (typeof step === 'string') story.happens(step as keyof typeof HAPPENINGS);
      else {
        const [request, replaces] = step;
        const isChange = replaces !== undefined && request.action !== 'reopen';
        story.tell(isChange ? { ...request, replaces } : request);
        if (story.lead.corrected?.is !== undefined) corrected++;
      }
    }
    return { story, corrected };
  }

  /** The lead before the first answer to each hand-over: its campaign then, and to whom it went. */
  function unanswered({ images }: Story) {
    const open = images.filter(({ handover }) => handover !== undefined && hasNoAnswer(handover));
    return new Map(open.map((lead) => [lead.handover?.number, lead]));
  }

  function recount(story: Story) {
    const open = unanswered(story);
    const counts: Record<Dimension, Record<string, Record<string, number>>> = {
      ...{ playbook: {}, campaign: {}, member: {}, criterion: {} },
    };
    const add = (dimension: Dimension, of: string, metric: string) => {
      const own = counts[dimension][of] ?? {};
      counts[dimension][of] = { ...own, [metric]: (own[metric] ?? 0) + 1 };
    };
    let lost = 0;
    for (const { action } of standingActions(story.actions)) {
      if (action.action === 'lost' || (action.action === 'return' && action.reason === 'bad-fit')) lost++;
      if (action.action !== 'return') continue;
      const { handover, origin } = open.get(action.handover.number) ?? {};
      add('playbook', String(handover?.playbook), `returned.${action.reason}`);
      add('campaign', origin?.campaign ?? '', `returned.${action.reason}`);
      add('member', handover?.to ?? '', `returned.${action.reason}`);
      if (action.criterion) add('criterion', action.criterion, 'told');
    }
    return { ...counts, lost };
  }

  function counted(story: Story) {
    const totals = totalsOf(story.increments);
    const of = (dimension: Dimension) =>
      Object.fromEntries(
        Object.entries(totals[dimension] ?? {}).flatMap(([name, metrics]) => {
          const own = Object.entries(metrics).filter(
            ([one]) => one === 'told' || one.startsWith('returned.'),
          );
          return own.length > 0 ? [[name, Object.fromEntries(own)]] : [];
        }),
      );
    const { '': all = {}, ...traits } = totals.trait ?? {};
    for (const one of Object.values(traits)) expect(Object.values(one).every((n = 0) => n > 0)).toBe(true);
    return {
      ...{ playbook: of('playbook'), campaign: of('campaign'), member: of('member') },
      ...{ criterion: of('criterion'), lost: all.lost ?? 0 },
    };
  }

  it('count each return once, as it stands', () => {
    let corrected = 0;
    fc.assert(
      fc.property(steps, (all) => {
        const lived = live(all);
        corrected += lived.corrected;
        expect(counted(lived.story)).toEqual(recount(lived.story));
      }),
      { numRuns: 400 },
    );
    expect(corrected).toBeGreaterThan(20);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest, SalesAction } from '../../../../shared/domain/handover/actions/action.ts';
import { correct, reopen, type Uncorrectable } from '../../../../shared/domain/handover/actions/correct.ts';
import { numberAction } from '../../../../shared/domain/handover/actions/number-action.ts';
import { standingActions } from '../../../../shared/domain/handover/actions/standing-actions.ts';
import { possibleActions, withAction } from '../../../../shared/domain/handover/actions/with-action.ts';
import { type HandedOverLead, handoversOf } from '../../../../shared/domain/handover/handovers.ts';
import type { Corrected } from '../../../../shared/domain/handover/sales-state.ts';
import {
  needsTraits,
  outcomeIncrements,
  withTraits,
} from '../../../../shared/domain/handover/stalled/outcomes.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { withCampaign } from '../../../../shared/domain/identity/new-lead.ts';
import { incrementsOfChange } from '../../../../shared/domain/reports/increments-of-change.ts';
import { type Increment, totalsOf } from '../../../../shared/domain/reports/totals.ts';
import { plus } from '../../../../shared/domain/time.ts';
import { pageView } from '../../builders.ts';
import { handedOver, handover, PROVEN, QUALIFIED } from '../handed-over.ts';

const HOUR = 3_600_000;
const START = '2026-11-24T12:00:00.000Z';
const by = 'anna';
const ACCEPT: ActionRequest = { action: 'accept', by };
const WON: ActionRequest = { action: 'won', value: 9_000, by };
const LOST: ActionRequest = { action: 'lost', reason: 'No budget', by };
const AGAIN: ActionRequest = { action: 'reopen', reason: 'They called', by };
const back = (reason: 'not-ready' | 'bad-fit' = 'not-ready', criterion = 'employees'): ActionRequest =>
  reason === 'bad-fit' ? { action: 'return', reason, criterion, by } : { action: 'return', reason, by };

/** The lead after an action, with the fit that its profile has unless sales judged it. */
function after(lead: Lead, action: SalesAction): Lead {
  const so = withAction(lead, action);
  const judged: Lead = { ...so, fit: so.judged ?? 'unknown' };
  return needsTraits(judged) ? withTraits(lead, judged, {}) : judged;
}

/** What happens to a lead between the answers of sales. */
const HAPPENINGS = {
  campaign: (lead: Lead) => withCampaign(lead, [pageView('/', { campaign: { name: 'spring' } })]),
  earlier: (lead: Lead) =>
    withCampaign(lead, [pageView('/', { at: '2026-01-01T00:00:00.000Z', campaign: { name: 'winter' } })]),
} as const;

/** What a change adds to the reports and to the outcomes by trait, besides that it was a correction. */
const added = (before: Lead, now: Lead): Increment[] =>
  [...incrementsOfChange(before, now), ...outcomeIncrements(before, now)].filter(
    ({ metric }) => metric !== 'corrected',
  );

/** A lead with all that sales did, and what the reports counted. */
class Story {
  lead: Lead;
  readonly actions: SalesAction[] = [];
  readonly increments: Increment[] = [];
  readonly happened: { at: string; what: keyof typeof HAPPENINGS }[] = [];
  #at = START;

  constructor(lead: Lead = handedOver({ origin: { form: 'demo', at: '2026-11-01T00:00:00.000Z' } })) {
    this.lead = lead;
  }

  /** Tells what sales did an hour after what it did before; why it cannot be, if so. */
  tell(request: ActionRequest): string | undefined {
    this.#at = plus(this.#at, HOUR);
    const lead = this.lead as HandedOverLead;
    const isChange = request.replaces !== undefined || request.action === 'reopen';
    if (request.replaces === undefined && !possibleActions(lead).includes(request.action)) return 'stage';
    const change: Partial<Corrected> | Uncorrectable = !isChange
      ? {}
      : request.action === 'reopen'
        ? reopen(lead, this.actions)
        : correct(lead, this.actions, request);
    if ('because' in change) return String(change.because);
    const action = numberAction(request, lead, this.#at, change);
    this.actions.push(action);
    this.lead = { ...after(lead, action), changedAt: this.#at, version: lead.version + 1 };
    this.increments.push(...added(lead, this.lead));
    return undefined;
  }

  happens(what: keyof typeof HAPPENINGS): void {
    this.#at = plus(this.#at, HOUR);
    this.happened.push({ at: this.#at, what });
    const before = this.lead;
    this.lead = HAPPENINGS[what](before);
    this.increments.push(...added(before, this.lead));
  }

  tellAll(...requests: ActionRequest[]): this {
    for (const request of requests)
      expect([request.action, this.tell(request)]).toEqual([request.action, undefined]);
    return this;
  }
}

describe('an answer that was wrong', () => {
  it('becomes what is right: the value of a deal, a lost lead that was won, whoever accepted', () => {
    const story = new Story().tellAll(ACCEPT, QUALIFIED, PROVEN, WON);
    story.tellAll({ ...WON, value: 900, replaces: 4 } as ActionRequest);
    expect(story.lead).toMatchObject({ stage: 'customer', won: { value: 900 } });
    story.tellAll({ ...LOST, replaces: 5 });
    expect(story.lead).toMatchObject({ stage: 'lost', lost: { reason: 'No budget' } });
    expect(story.lead).not.toHaveProperty('won');
    story.tellAll({ ...ACCEPT, by: 'bram', replaces: 1 });
    expect(story.lead).toMatchObject({ stage: 'lost', handover: { answer: { by: 'bram' }, corrections: 3 } });
  });

  it('keeps the time at which it was first told', () => {
    const right = new Story().tellAll(ACCEPT, { ...QUALIFIED, by: 'bram' }).lead;
    const story = new Story().tellAll(ACCEPT, QUALIFIED);
    story.tellAll({ ...QUALIFIED, by: 'bram', replaces: 2 });
    expect(story.lead.stageAt).toBe(right.stageAt);
    expect(story.actions.map(({ action, replaces }) => [action, replaces])).toEqual([
      ['accept', undefined],
      ['qualify', undefined],
      ['qualify', 2],
    ]);
  });

  it('that returned the lead can have another reason, or none', () => {
    const story = new Story().tellAll(back('bad-fit'));
    expect(story.lead).toMatchObject({ stage: 'name', judged: 'bad' });
    story.tellAll({ ...back(), replaces: 1 });
    expect(story.lead).toMatchObject({ stage: 'lead', returned: { reason: 'not-ready', points: 80 } });
    expect(story.lead).not.toHaveProperty('judged');
    story.tellAll({ ...ACCEPT, replaces: 2 });
    expect(story.lead).toMatchObject({ stage: 'sal', handover: { status: 'accepted' } });
    expect(story.lead).not.toHaveProperty('returned');
  });

  it('cannot become one after which the other answers were impossible', () => {
    const story = new Story().tellAll(ACCEPT, QUALIFIED, PROVEN);
    expect(story.tell({ ...LOST, replaces: 2 })).toBe('story');
    expect(story.tell({ ...back(), replaces: 1 })).toBe('story');
    expect(story.tell({ ...WON, replaces: 3 })).toBe('story');
    expect(story.tell({ ...LOST, replaces: 3 })).toBeUndefined();
  });

  it('is not corrected twice, nor when it was taken back, nor under an unknown number', () => {
    const story = new Story().tellAll(ACCEPT, LOST);
    story.tellAll({ ...LOST, reason: 'Price', replaces: 2 } as ActionRequest);
    expect(story.tell({ ...LOST, replaces: 2 })).toBe('corrected');
    expect(story.tell({ ...LOST, replaces: 9 })).toBe('unknown');
    story.tellAll(AGAIN);
    expect(story.tell({ ...LOST, replaces: 3 })).toBe('corrected');
    expect(story.lead).toMatchObject({ stage: 'sal' });
  });

  it('about an earlier hand-over stands', () => {
    const story = new Story().tellAll(back());
    const { lead } = story;
    story.lead = {
      ...lead,
      stage: 'mql',
      handover: handover({ number: 2, openedAt: plus(START, 5 * HOUR) }),
    };
    expect(story.tell({ ...back('bad-fit'), replaces: 1 })).toBe('earlier');
    expect(handoversOf(story.lead, story.actions)[0]).toMatchObject({ answer: { reason: 'not-ready' } });
  });

  it('stays of its kind: a call is no answer, and a plan is made anew', () => {
    const call: ActionRequest = { action: 'call', outcome: 'reached', by };
    const plan: ActionRequest = { action: 'call-back', callAt: '2026-12-01T09:00:00.000Z', by };
    const story = new Story().tellAll(ACCEPT, call, plan);
    expect(story.tell({ ...LOST, replaces: 2 })).toBe('kind');
    expect(story.tell({ ...plan, replaces: 3 })).toBe('kind');
    story.tellAll({ ...call, outcome: 'not-reached', replaces: 2 } as ActionRequest);
    expect(story.lead.handover?.callBack).toMatchObject({ at: '2026-12-01T09:00:00.000Z' });
    expect(standingActions(story.actions).map(({ action }) => action)).toMatchObject([
      { action: 'accept' },
      { action: 'call', outcome: 'not-reached', number: 2 },
      { action: 'call-back' },
    ]);
  });
});

describe('a lead that was won or lost too soon', () => {
  it('goes back to where it was', () => {
    for (const [told, stage] of [
      [[ACCEPT, LOST], 'sal'],
      [[ACCEPT, QUALIFIED, LOST], 'sql'],
      [[ACCEPT, QUALIFIED, PROVEN, LOST], 'opportunity'],
      [[ACCEPT, QUALIFIED, PROVEN, WON], 'opportunity'],
    ] as const) {
      const story = new Story().tellAll(...told, AGAIN);
      expect(story.lead).toMatchObject({ stage });
      expect(story.lead).not.toHaveProperty('won');
      expect(story.lead).not.toHaveProperty('lost');
      expect(story.tell(AGAIN)).toBe('stage');
    }
  });
});

describe('the reports after any corrections', () => {
  const answers = fc.constantFrom(
    ...[ACCEPT, { ...ACCEPT, by: 'bram' }, QUALIFIED, PROVEN, WON, { ...WON, value: 10 } as ActionRequest],
    ...[LOST, back(), back('bad-fit'), back('bad-fit', 'country'), AGAIN],
  );
  const told = fc.tuple(answers, fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }));
  const happening = fc.constantFrom(...(Object.keys(HAPPENINGS) as (keyof typeof HAPPENINGS)[]));
  const steps = fc.array(fc.oneof(told, told, told, happening), { minLength: 4, maxLength: 30 });

  it('have the totals of the story told right the first time, whatever happened meanwhile', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const story = new Story();
        for (const step of all) {
          if (typeof step === 'string') {
            story.happens(step);
            continue;
          }
          const [request, replaces] = step;
          story.tell(
            replaces === undefined || request.action === 'reopen' ? request : { ...request, replaces },
          );
        }
        expectRight(story);
      }),
      { numRuns: 300 },
    );
  });

  it('take off what was counted under the campaign of that time', () => {
    const story = new Story().tellAll(ACCEPT, LOST);
    story.happens('campaign');
    story.tellAll(AGAIN);
    story.happens('earlier');
    story.tellAll({ ...back(), replaces: 1 });
    expectRight(story);
    const { campaign, trait } = totalsOf(story.increments);
    expect(campaign).toEqual({ '': { 'returned.not-ready': 1, dropped: 1, kept: 1 } });
    expect(trait).toEqual({});
  });

  function expectRight(story: Story): void {
    const right = rightStory(story);
    expect(totalsOf(story.increments)).toEqual(totalsOf(right.increments));
    expect(decided(story.lead)).toEqual(decided(right.lead));
  }

  /** What sales decided of a lead. */
  function decided({ version: _, actions: __, changedAt: ___, handover, ...lead }: Lead) {
    const { corrections: _c, traits: _t, ...rest } = handover as NonNullable<Lead['handover']>;
    return { ...lead, handover: rest };
  }

  /** The same as it would have been without a mistake. */
  function rightStory({ actions, happened }: Story): Story {
    const right = new Story();
    const answered = standingActions(actions).map(({ action }) => ({
      at: action.at,
      next: (lead: Lead) => ({ ...after(lead, action), changedAt: action.at }),
    }));
    const meanwhile = happened.map(({ at, what }) => ({ at, next: HAPPENINGS[what] }));
    for (const { next } of [...answered, ...meanwhile].sort((a, b) => (a.at < b.at ? -1 : 1))) {
      const before = right.lead;
      right.lead = next(before);
      right.increments.push(...added(before, right.lead));
    }
    return right;
  }
});

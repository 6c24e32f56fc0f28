import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../../shared/domain/handover/actions/action.ts';
import { standingActions } from '../../../../shared/domain/handover/actions/standing-actions.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { totalsOf } from '../../../../shared/domain/reports/totals.ts';
import { PROVEN, QUALIFIED } from '../handed-over.ts';
import { ACCEPT, AGAIN, added, after, back, HAPPENINGS, LOST, Story, WON } from './story.ts';

const by = 'anna';

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
    expect(campaign['']).toMatchObject({ 'returned.not-ready': 1, dropped: 1, kept: 1 });
    expect(campaign).toMatchObject({ spring: { moved: 1 }, winter: { leads: 1 } });
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../shared/domain/handover/actions/action.ts';
import { possibleActions, withAction } from '../../../shared/domain/handover/actions/with-action.ts';
import { deriveLead } from '../../../shared/domain/handover/derive-lead.ts';
import { lastReturn } from '../../../shared/domain/handover/hand-raise.ts';
import { RETURN_REASONS } from '../../../shared/domain/handover/handover.ts';
import { leadProofsOf } from '../../../shared/domain/handover/qualify.ts';
import { transitions } from '../../../shared/domain/handover/transitions.ts';
import { type Lead, STAGES, type Stage } from '../../../shared/domain/identity/lead.ts';
import { dayOf, type Instant, plus } from '../../../shared/domain/time.ts';
import { lead, NOW } from '../builders.ts';
import { rules as scoring } from '../scoring/rules.ts';
import { agreement } from './agreement.ts';
import { action, PROVEN, QUALIFIED } from './handed-over.ts';

/** A lead stalls after one day here, so that many are offered. */
const stalled = { ...agreement.stalled, afterDays: 1, afterReturnDays: 2 };
const rules = { scoring, agreement: { ...agreement, stalled }, sequences: {} };
const HOUR = 3_600_000;

/** One thing that happens: to the lead, to the time, or by sales. */
type Step = { hours: number } & (
  | { what: 'earns'; points: number }
  | { what: 'is'; more: Partial<Lead> }
  | { what: 'raises' }
  | { what: 'offered' }
  | { what: 'acts'; asked: ActionRequest[] }
);

const person = { by: 'anna' };
const onwards: ActionRequest[] = [
  { action: 'accept', ...person },
  ...[QUALIFIED, PROVEN],
  { action: 'won', value: 1, ...person },
];
/** Three times the answers that lead on, so that many histories get far. */
const answers: ActionRequest[] = [
  ...[...onwards, ...onwards, ...onwards],
  ...RETURN_REASONS.map((reason) => ({ action: 'return', reason, ...person }) as const),
  { action: 'call', outcome: 'reached', ...person },
  { action: 'lost', reason: 'No budget', ...person },
];
/** All answers in any order; the first possible one is used. */
const asked = fc.shuffledSubarray(answers, { minLength: answers.length });
const fact: fc.Arbitrary<Partial<Lead>> = fc.oneof(
  fc.constantFrom('good', 'bad', 'unknown').map((fit) => ({ fit }) as const),
  fc.constantFrom('none', 'pending', 'granted', 'withdrawn').map((mail) => ({ mail }) as const),
  fc.constant({ interest: true }),
);
const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          what: fc.constant('earns' as const),
          points: fc.integer({ min: 1, max: 90 }),
        }),
      },
      { weight: 3, arbitrary: fact.map((more) => ({ what: 'is' as const, more })) },
      { weight: 1, arbitrary: fc.constant({ what: 'raises' as const }) },
      { weight: 1, arbitrary: fc.constant({ what: 'offered' as const }) },
      { weight: 6, arbitrary: asked.map((all) => ({ what: 'acts' as const, asked: all })) },
    ),
    fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constantFrom(91 * 24, 181 * 24)),
  )
  .map(([one, hours]) => ({ ...one, hours }));

function lives(before: Lead, one: Step, now: Instant): Lead {
  const moment = { now, newToken: () => 'token', ...(one.what === 'offered' && { offer: { chance: 0.5 } }) };
  return deriveLead(happened(before, one, now), [], rules, moment);
}

function happened(before: Lead, one: Step, now: Instant): Lead {
  switch (one.what) {
    case 'earns': {
      const { daily } = before.points;
      const day = dayOf(now);
      return {
        ...before,
        points: { ...before.points, daily: { ...daily, [day]: (daily[day] ?? 0) + one.points } },
      };
    }
    case 'is':
      return { ...before, ...one.more };
    case 'raises':
      return { ...before, raisedAt: now };
    case 'offered':
      return before;
    case 'acts': {
      const given = givenOf(before, one.asked);
      return given === undefined ? before : withAction(before, action(given, before, now));
    }
  }
}

function givenOf(before: Lead, all: readonly ActionRequest[]): ActionRequest | undefined {
  const possible = possibleActions(before);
  return all.find((one) => possible.includes(one.action));
}

/** The stages that transitions of the system lead to from some others, in any number of steps. */
function bySystem(from: readonly Stage[]): Set<Stage> {
  const reached = new Set(from);
  for (const stage of reached) {
    for (const one of Object.values(transitions)) {
      if (one.by === 'system' && one.from.some((other) => other === stage)) reached.add(one.to);
    }
  }
  return reached;
}

/** The stages that the table allows after this step. */
function allowed(before: Lead, one: Step): Set<Stage> {
  if (one.what !== 'acts') return bySystem([before.stage]);
  const given = givenOf(before, one.asked);
  const isBadFit = given?.action === 'return' && given.reason === 'bad-fit';
  const transition = isBadFit ? 'return-bad-fit' : given?.action;
  const taken = Object.entries(transitions).flatMap(([name, { from, to }]) =>
    name === transition && from.some((stage) => stage === before.stage) ? [to] : [],
  );
  return bySystem([before.stage, ...taken]);
}

const SALES: readonly Stage[] = ['mql', 'sal', 'sql', 'opportunity', 'customer'];

describe('over any history of events, time and answers', () => {
  const histories = fc.array(step, { minLength: 1, maxLength: 40, size: 'max' });
  const eachStep = (check: (before: Lead, after: Lead, one: Step, now: Instant) => void, seed?: number) =>
    fc.assert(
      fc.property(histories, (steps) => {
        let now = NOW;
        let so = lead();
        for (const one of steps) {
          now = plus(now, one.hours * HOUR);
          const after = lives(so, one, now);
          check(so, after, one, now);
          so = after;
        }
      }),
      { numRuns: 200, ...(seed !== undefined && { seed }) },
    );

  it('only transitions in the table happen', () => {
    eachStep((before, after, one) => expect(allowed(before, one)).toContain(after.stage));
  });

  it('a name never reaches sales: a lead has all proofs when it is handed over', () => {
    eachStep((before, after) => {
      if (after.stage === 'name') expect(after.handover?.status).not.toBe('open');
      if (SALES.includes(after.stage)) expect(after.handover).toBeDefined();
      if (after.handover?.number === before.handover?.number) return;
      expect(leadProofsOf(after)).toEqual({ targetGroup: true, interest: true, permission: true });
      expect(['lead', 'mql']).toContain(after.stage);
    });
  });

  it('a lead that is ready or raised its hand is handed over: one that marketing has is not ready', () => {
    eachStep((_, { stage, readiness, returned, lost, ...after }) => {
      if (stage === 'lead') expect(readiness).toBe('not-ready');
      const isReturnedLast = after.handover?.status === 'returned' && (lost?.at ?? '') < (returned?.at ?? '');
      if (isReturnedLast && returned?.reason === 'bad-fit') expect(readiness).toBe('not-ready');
    });
  });

  it('hand-overs are numbered in order, and at most one is open', () => {
    eachStep((before, after) => {
      const [old = 0, number = 0] = [before.handover?.number, after.handover?.number];
      expect([old, old + 1]).toContain(number);
      // A hand-over replaces an offer.
      if (number > old && before.handover?.status === 'open') expect(before.handover.reason).toBe('stalled');
    });
  });

  it('only an answer changes the stage of a lead that sales has', () => {
    eachStep((before, after, { what }) => {
      if (SALES.includes(before.stage) && what !== 'acts') expect(after.stage).toBe(before.stage);
    });
  });

  it('a returned lead is handed over again only for new points or a raised hand', () => {
    eachStep((before, after) => {
      const { returned } = before;
      if (returned === undefined || after.handover?.number === before.handover?.number) return;
      if (after.handover?.reason === 'threshold')
        expect(['bad-fit', 'duplicate']).not.toContain(lastReturn(before)?.reason);
      if (after.handover?.reason === 'hand-raiser') expect((after.raisedAt ?? '') > returned.at).toBe(true);
    });
  });

  it('deriving again at the same moment changes nothing', () => {
    eachStep((_before, after, _step, now) => {
      expect(deriveLead(after, [], rules, { now, newToken: () => 'another' })).toEqual(after);
    });
  });

  it('every stage is reached', () => {
    const seen = new Set<Stage>();
    eachStep((_, after) => void seen.add(after.stage), 1);
    expect(seen).toEqual(new Set(STAGES));
  });
});

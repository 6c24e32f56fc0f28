import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../shared/domain/nurture/decide.ts';
import type { ActiveEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import {
  datedEvent,
  hasAttended,
  hasRegistered,
  lookAgainAt,
} from '../../../../shared/domain/nurture/event/event.ts';
import { type EventRules, eventSchema } from '../../../../shared/domain/nurture/event/event-rules.ts';
import { nextStep, type Plan, planOf } from '../../../../shared/domain/nurture/plan.ts';
import { submission, tracked } from '../../builders.ts';
import { mailing, onDay, profile, START, situation } from '../builders.ts';
import { about, webinar, webinarRules, webinarSteps } from './builders.ts';

const plan = (event: Partial<EventRules> = {}, steps = webinarSteps) =>
  planOf('talk', undefined, webinarRules(event, steps)) as Plan;
const begun = (startedAt = START, more: Partial<ActiveEnrolment> = {}) =>
  ({
    ...startEnrolment({ lead: 'l' as never, sequence: 'talk', startedAt }, plan()),
    ...more,
  }) as ActiveEnrolment;
const answered = { sent: { answer: START } };
/** The steps that are still to come, with their times. */
function toCome(event: Partial<EventRules> = {}, enrolment = begun(START, answered), steps = webinarSteps) {
  const found: string[] = [];
  let now = enrolment;
  for (let next = nextStep(now, plan(event, steps)); next; next = nextStep(now, plan(event, steps))) {
    found.push(`${next.step.id} ${next.planned.slice(0, 16)}`);
    now = { ...now, skipped: { ...now.skipped, [next.step.id]: 'late' } };
  }
  return found;
}
const decided = (now: string, event: Partial<EventRules> = {}, more: object = {}) =>
  decide(
    situation({
      ...{ enrolment: begun(START, answered), rules: webinarRules(event), now, mailing: mailing() },
      ...more,
    }),
  );

describe('the mails around an event', () => {
  it('are planned by its own clock: the same time of day, days before and after', () => {
    expect(toCome().filter((one) => !/moved|cancelled/.test(one))).toEqual([
      'reminder 2026-11-16T14:00',
      'thanks 2026-11-18T15:00',
      'missed 2026-11-18T15:00',
    ]);
    const spring = { start: '2027-03-28 15:00', end: '2027-03-28 16:00' };
    expect(toCome(spring)).toContain('reminder 2027-03-27T14:00');
    expect(toCome({ ...spring, timeZone: 'America/New_York' })).toContain('reminder 2027-03-27T19:00');
  });

  it('can be hours before and after', () => {
    const steps = [about('soon', { before: '2h' }), about('slides', { after: '30m' })];
    expect(toCome({}, begun(), steps)).toEqual(['soon 2026-11-17T12:00', 'slides 2026-11-17T15:30']);
  });

  it('come earlier when no marketing mail is sent at that hour, and not after it began', () => {
    const steps = [about('soon', { before: '1d' }, { kind: 'marketing' })];
    expect(toCome({ start: '2026-11-16 08:00' }, begun(), steps)).toEqual(['soon 2026-11-13T15:59']);
    expect(toCome({ start: '2026-11-17 20:00' }, begun(), steps)).toEqual(['soon 2026-11-16T15:59']);
  });

  it('are skipped when they had passed before somebody registered', () => {
    const late = begun('2026-11-16T14:00:00.001Z', answered);
    expect(toCome({}, late).some((one) => one.startsWith('reminder'))).toBe(false);
    expect(toCome({}, begun('2026-11-16T14:00:00.000Z', answered))).toContain('reminder 2026-11-16T14:00');
    expect(toCome({}, late)).toContain('thanks 2026-11-18T15:00');
  });

  it('follow an event that is moved, and nobody gets one twice', () => {
    const moved = { start: '2026-11-24 15:00', end: '2026-11-24 16:00', moved: '2026-11-10 12:00' };
    expect(toCome(moved)).toEqual([
      'moved 2026-11-10T11:00',
      'reminder 2026-11-23T14:00',
      ...['cancelled 2026-11-24T14:00', 'thanks 2026-11-25T15:00', 'missed 2026-11-25T15:00'],
    ]);
    const reminded = begun(START, { sent: { ...answered.sent, reminder: onDay(13), moved: onDay(7) } });
    expect(toCome(moved, reminded).some((one) => /reminder|moved/.test(one))).toBe(false);
    expect(toCome(moved, begun('2026-11-10T11:00:00.000Z', answered)).join()).not.toContain('moved');
  });

  it('are none but the one that says so when it is cancelled', () => {
    expect(toCome({ cancelled: true })).toEqual([`cancelled ${START.slice(0, 16)}`]);
    expect(toCome({ cancelled: true }, begun(START, { sent: { answer: START, cancelled: START } }))).toEqual(
      [],
    );
  });

  it('are none when the playbook no longer has the event', () => {
    const rules = { ...webinarRules(), events: {} };
    expect(nextStep(begun(START, answered), planOf('talk', undefined, rules) as Plan)).toBeUndefined();
    expect(datedEvent('talk', undefined, rules.mailing)).toBeUndefined();
  });

  it('repeat only the answer when somebody registers again', () => {
    const start = { lead: 'l' as never, sequence: 'talk', startedAt: START };
    expect(Object.keys(startEnrolment(start, plan(), 'requested').skipped).sort()).toEqual([
      ...['cancelled', 'missed', 'moved', 'reminder', 'thanks'],
    ]);
  });
});

describe('whoever waits for an event', () => {
  it('is looked at each day, and more often in the last days, in case it is moved', () => {
    expect(decided(onDay(1))).toMatchObject({
      do: 'wait',
      until: onDay(2),
      planned: '2026-11-16T14:00:00.000Z',
    });
    expect(decided('2026-11-15T13:00:00.000Z')).toMatchObject({ until: '2026-11-15T19:00:00.000Z' });
    expect(lookAgainAt(onDay(1), onDay(1, '09:00'))).toBe(onDay(1));
    expect(begun(START, {}).due).toBe(START);
  });

  it('gets a mail while it makes sense, and not later', () => {
    expect(decided('2026-11-16T14:00:00.000Z')).toMatchObject({ do: 'send', step: { id: 'reminder' } });
    expect(decided('2026-11-17T13:59:00.000Z')).toMatchObject({ do: 'send', step: { id: 'reminder' } });
    expect(decided('2026-11-17T14:00:00.000Z')).toMatchObject({
      do: 'skip',
      step: { id: 'reminder' },
      why: 'late',
    });
  });

  it('is thanked or missed by whether they came', () => {
    const at = '2026-11-18T15:00:00.000Z';
    const sent = { ...answered.sent, reminder: START, moved: START, cancelled: START };
    const whoDid = (history: object[]) =>
      decided(at, {}, { enrolment: begun(START, { sent }), history, profile: profile() });
    const came = tracked('Webinar Attended', { at: onDay(14, '14:30'), props: { webinar: 'talk' } });
    expect(whoDid([came])).toMatchObject({ do: 'send', step: { id: 'thanks' } });
    expect(whoDid([])).toMatchObject({ do: 'skip', step: { id: 'thanks' }, why: 'conditions' });
    const thanked = { enrolment: begun(START, { sent: { ...sent, thanks: at } }), history: [came] };
    expect(decided(at, {}, thanked)).toMatchObject({ do: 'skip', step: { id: 'missed' }, why: 'conditions' });
    expect(decided('2026-11-22T10:00:00.000Z', {}, { ...thanked, history: [] })).toMatchObject({
      why: 'late',
    });
  });

  it('who paused all mail is asked again until it is too late, and keeps nobody busy', () => {
    const steps = [about('soon', { before: '1d' }, { kind: 'marketing' })];
    const rules = webinarRules({}, steps);
    const paused = (now: string) =>
      decide(
        situation({
          ...{ enrolment: begun(START, { sent: {} }), rules, now },
          mailing: mailing({ pausedUntil: '2027-01-01T00:00:00.000Z' }),
        }),
      );
    expect(paused('2026-11-16T14:00:00.000Z')).toMatchObject({
      ...{ do: 'wait', why: 'paused', until: '2026-11-16T20:00:00.000Z', shiftDays: 0 },
    });
    expect(paused('2026-11-17T14:00:00.000Z')).toMatchObject({ do: 'skip', why: 'late' });
  });

  it('is registered since the sequence began, and came by the property of the event', () => {
    const event = datedEvent('talk', { talk: webinar }, { timeZone: 'Europe/Amsterdam' });
    if (event === undefined) throw new Error('There is an event');
    expect(hasRegistered(event, { webinar: START }, START)).toBe(true);
    expect(hasRegistered(event, { webinar: onDay(-1) }, START)).toBe(false);
    expect(hasRegistered(event, { demo: onDay(1) }, START)).toBe(false);
    const came = (more: object) => tracked('Webinar Attended', { props: { webinar: 'Talk' }, ...more });
    expect(hasAttended(event, [came({})])).toBe(true);
    for (const other of [{ props: { webinar: 'else' } }, { props: {} }, { bot: 'user-agent' as const }])
      expect(hasAttended(event, [came(other)])).toBe(false);
    const own = { ...event, rules: { ...webinar, attended: { event: 'Came', property: 'id', is: '7' } } };
    expect(hasAttended(own, [tracked('Came', { props: { id: 7 } }), came({})])).toBe(true);
    expect(hasAttended(own, [came({})])).toBe(false);
    const told = { ...submission(), type: 'import' as const, source: 'zoom', attended: ['talk'] };
    expect(hasAttended(event, [told as never])).toBe(true);
    expect(hasAttended(event, [{ ...told, attended: ['other'] } as never])).toBe(false);
    expect(hasAttended(event, [submission() as never])).toBe(false);
  });

  it('gets each mail at most once and none about what is over, however often it is moved', () => {
    const days = fc.integer({ min: 5, max: 40 });
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 5 }), (moves) => {
        const sent: Record<string, string> = { answer: START };
        const skipped: Record<string, never> = {};
        for (let day = 1; day < 50; day++) {
          const on = onDay(moves[day % moves.length] ?? 14).slice(0, 10);
          const event = { start: `${on} 15:00`, end: `${on} 16:00`, moved: '2026-11-05 09:00' };
          const now = onDay(day, '15:00');
          const enrolment = begun(START, { sent, skipped });
          const decision = decided(now, event, { enrolment, profile: profile(), history: [] });
          if (decision.do === 'send') {
            expect(sent[decision.step.id]).toBeUndefined();
            if (decision.step.id === 'reminder') expect(now < `${on}T14:00:00.000Z`).toBe(true);
            sent[decision.step.id] = now;
          }
          if (decision.do === 'skip') skipped[decision.step.id] = 'late' as never;
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('an event in the playbook', () => {
  it('has a moment as people write it', () => {
    const { cancelled: _, ...given } = webinar;
    expect(eventSchema.parse(given)).toEqual(webinar);
    for (const wrong of [
      { start: '2026-13-01 15:00' },
      { end: '2026-11-17' },
      { link: 'http://a.nl' },
      { host: 'x' },
    ])
      expect(eventSchema.safeParse({ ...webinar, ...wrong }).success).toBe(false);
  });
});

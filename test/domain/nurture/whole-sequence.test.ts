import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Situation } from '../../../shared/domain/nurture/decide.ts';
import type { Enrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import {
  applyDecision,
  claimMail,
  confirmClaim,
  startEnrolment,
} from '../../../shared/domain/nurture/enrolment/enrolment-changes.ts';
import type { Mailing } from '../../../shared/domain/nurture/mailing.ts';
import { calendarDaysBetween, isSendingTime } from '../../../shared/domain/nurture/pace/sending-times.ts';
import { type NurtureRules, type Plan, planOf } from '../../../shared/domain/nurture/plan.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { LEAD, lead } from '../builders.ts';
import { mailing, nurtureRules, onDay, profile, START, step } from './builders.ts';

const WEEKS = [7, 14, 21, 28, 35, 42].map((day) => step(`tip-${day}`, `${day}d`));
const sixWeeks = [step('whitepaper', '0d', { kind: 'requested' }), ...WEEKS];

interface Life {
  startedAt?: Instant;
  timeZone?: string;
  /** The situation at a moment. */
  rulesAt?: (now: Instant) => NurtureRules;
  situationAt?: (now: Instant) => Partial<Situation>;
  /** When the timers handle what is due at a moment. */
  sweptAt?: (due: Instant) => Instant;
}

/** Plays a sequence to its end: the step and time of each sent mail, and the final enrolment. */
function lived(life: Life): { mails: [step: string, at: Instant][]; enrolment: Enrolment } {
  const { startedAt = START, timeZone = 'Europe/Amsterdam', rulesAt, sweptAt = (due) => due } = life;
  const values = { timeZone: { value: timeZone, at: START, source: 'form' } };
  const person = { lead: lead({ mail: 'granted', stage: 'lead' }), profile: profile({ values }) };
  const mails: [string, Instant][] = [];
  let state: Mailing = mailing();
  const rules = (now: Instant) => rulesAt?.(now) ?? nurtureRules({ steps: sixWeeks });
  const plan = (now: Instant) => planOf('tips', person.profile, rules(now)) as Plan;
  let enrolment: Enrolment = startEnrolment({ lead: LEAD, sequence: 'tips', startedAt }, plan(startedAt));
  for (let turn = 0; turn < 500 && enrolment.status === 'active'; turn++) {
    const now = sweptAt(enrolment.due);
    const situation = { enrolment, ...person, mailing: state, rules: rules(now), now };
    const decision = decide({ ...situation, ...life.situationAt?.(now) });
    if (decision.do !== 'send') {
      enrolment = applyDecision(enrolment, decision, plan(now));
      continue;
    }
    mails.push([decision.step.id, now]);
    const claim = claimMail(enrolment, decision, { mail: `m${turn}`, at: now }, plan(now));
    enrolment = confirmClaim(claim, plan(now));
    if (decision.step.kind === 'marketing') state = { ...state, recent: [...state.recent, now] };
  }
  return { mails, enrolment };
}
const moments = (life: Life) => lived(life).mails.map(([id, at]) => `${id} ${at.slice(0, 16)}`);

describe('six weeks of tips', () => {
  it('are sent in Amsterdam at the hour of the start, over the end of summer (25 October 2026)', () => {
    expect(moments({ startedAt: '2026-10-13T12:05:00.000Z' })).toEqual([
      'whitepaper 2026-10-13T12:05',
      'tip-7 2026-10-20T12:05',
      'tip-14 2026-10-27T13:05',
      'tip-21 2026-11-03T13:05',
      'tip-28 2026-11-10T13:05',
      'tip-35 2026-11-17T13:05',
      'tip-42 2026-11-24T13:05',
    ]);
  });

  it('are sent in New York over 29 February 2028 and the start of summer, in sending hours there', () => {
    const startedAt = '2028-02-08T02:30:00.000Z';
    expect(moments({ startedAt, timeZone: 'America/New_York' })).toEqual([
      'whitepaper 2028-02-08T02:30',
      'tip-7 2028-02-15T14:00',
      'tip-14 2028-02-22T14:00',
      'tip-21 2028-02-29T14:00',
      'tip-28 2028-03-07T14:00',
      'tip-35 2028-03-14T13:00',
      'tip-42 2028-03-21T13:00',
    ]);
  });

  it('are sent on Lord Howe Island over the end of its half hour of summer time', () => {
    const startedAt = '2028-03-14T04:00:00.000Z';
    expect(moments({ startedAt, timeZone: 'Australia/Lord_Howe' })).toEqual([
      'whitepaper 2028-03-14T04:00',
      'tip-7 2028-03-21T04:00',
      'tip-14 2028-03-28T04:00',
      'tip-21 2028-04-04T04:30',
      'tip-28 2028-04-11T04:30',
      'tip-35 2028-04-18T04:30',
      'tip-42 2028-04-25T04:30',
    ]);
  });
});

describe('a pause', () => {
  const days = (life: Life) =>
    lived(life)
      .mails.slice(1)
      .map(([, at]) => calendarDaysBetween(START, at, 'Europe/Amsterdam'));
  const paused = (from: number, to: number) => ({
    rulesAt: (now: Instant) =>
      nurtureRules({ steps: sixWeeks, paused: now >= onDay(from) && now < onDay(to, '05:00') }),
  });

  it('of a sequence for three weeks moves later mails by three weeks, with a week between them', () => {
    expect(days(paused(10, 35))).toEqual([7, 35, 42, 49, 56, 63]);
  });

  it('without a due mail moves nothing', () => {
    expect(days(paused(8, 13))).toEqual([7, 14, 21, 28, 35, 42]);
  });

  it('of a person does the same', () => {
    const situationAt = (now: Instant) => ({
      mailing: mailing(now < onDay(20) ? { pausedUntil: onDay(20) } : {}),
    });
    expect(days({ situationAt })).toEqual([20, 27, 34, 41, 48, 55]);
  });
});

describe('an outage of the timers', () => {
  const down = (from: Instant, to: Instant) => (due: Instant) => (due >= from && due < to ? to : due);

  it('of three hours sends each mail once, those of the evening the next morning', () => {
    const sweptAt = down(onDay(7, '09:30'), onDay(7, '12:30'));
    expect(lived({ sweptAt }).mails.slice(0, 3)).toMatchObject([
      ['whitepaper', START],
      ['tip-7', onDay(7, '12:30')],
      ['tip-14', onDay(14)],
    ]);
    const untilEvening = down(onDay(7, '09:30'), onDay(7, '18:30'));
    expect(lived({ sweptAt: untilEvening }).mails[1]).toEqual(['tip-7', onDay(8, '08:00')]);
  });

  it('of five weeks does not send five mails at once', () => {
    const { mails } = lived({ sweptAt: down(onDay(1), onDay(36)) });
    const perDay = Map.groupBy(mails, ([, at]) => at.slice(0, 10));
    expect(mails).toHaveLength(7);
    for (const sameDay of perDay.values()) expect(sameDay.length).toBeLessThanOrEqual(2);
  });
});

describe('whatever happens on the way', () => {
  const DAY_MS = 86_400_000;
  const span = fc
    .tuple(fc.nat(50), fc.nat(20))
    .map(([from, length]) => [onDay(from), onDay(from + length)] as const);
  const isIn = (spans: readonly (readonly [Instant, Instant])[], now: Instant) =>
    spans.some(([from, to]) => now >= from && now < to);
  const life = fc.record({
    pauses: fc.array(span, { maxLength: 3 }),
    unconfirmed: fc.nat(12),
    delays: fc.array(fc.nat(4 * DAY_MS), { minLength: 1, maxLength: 9 }),
    late: fc.constantFrom('send', 'skip', 'shift'),
    timeZone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'),
  });

  it('no mail is sent twice, at night, too often or before its day', () => {
    fc.assert(
      fc.property(life, ({ pauses, unconfirmed, delays, late, timeZone }) => {
        let turn = 0;
        const base = nurtureRules({}, { late });
        const { mails } = lived({
          timeZone,
          sweptAt: (due) => plus(due, delays[turn++ % delays.length] ?? 0),
          rulesAt: (now) => nurtureRules({ steps: sixWeeks, paused: isIn(pauses, now) }, { late }),
          situationAt: (now) =>
            now < onDay(unconfirmed) ? { lead: lead({ mail: 'pending', stage: 'lead' }) } : {},
        });
        const tips = mails.filter(([id]) => id !== 'whitepaper');
        expect(new Set(mails.map(([id]) => id)).size).toBe(mails.length);
        for (const [id, at] of tips) {
          expect(isSendingTime(at, base.mailing.hours, timeZone)).toBe(true);
          expect(calendarDaysBetween(START, at, timeZone)).toBeGreaterThanOrEqual(Number(id.slice(4)));
          expect(at >= onDay(unconfirmed) && !isIn(pauses, at)).toBe(true);
          const week = tips.filter(
            ([, other]) => other <= at && calendarDaysBetween(other, at, timeZone) < 7,
          );
          expect(week.length).toBeLessThanOrEqual(base.mailing.cap.mails);
        }
      }),
      { numRuns: 100 },
    );
  });
});

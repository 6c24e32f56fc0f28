import { isErased } from '../identity/lead.ts';
import { type Instant, plus } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { conditionsHold, dependOnVisits } from './conditions.ts';
import type { ActiveEnrolment, EndReason, SkipReason, WaitReason } from './enrolment.ts';
import { nextAllowedAt } from './frequency-cap.ts';
import { shiftPastPause } from './pause.ts';
import { type NurtureRules, nextStep, type Plan, type PlannedStep, planOf } from './plan.ts';
import { calendarDaysBetween, nextSendingTime } from './sending-times.ts';
import type { Step } from './sequence.ts';
import {
  hasRequestedOffer,
  isConfirmationOverdue,
  pauseReason,
  type Recipient,
  stopReason,
} from './stop-conditions.ts';

/** Everything that decides about the next mail of an enrolment, at this moment. */
export interface Situation extends Recipient {
  enrolment: ActiveEnrolment;
  /** What the lead did since the start; needed only when `needsHistory`. */
  history?: readonly AnyEvent[];
  rules: NurtureRules;
  now: Instant;
}

export type Decision =
  /** `shiftDays` is what the sequence is moved by from now on. */
  | { do: 'send'; step: Step; planned: Instant; shiftDays: number }
  | { do: 'wait'; until: Instant; why: WaitReason; planned: Instant; shiftDays: number }
  | { do: 'skip'; step: Step; why: SkipReason }
  | { do: 'end'; why: EndReason }
  | { do: 'finish' };

/** A mail is late when its moment is longer ago than this. */
const LATE_MS = 86_400_000;

/** Whether the next step asks what the lead visited since the start. */
export function needsHistory({ enrolment, profile, rules }: Omit<Situation, 'history'>): boolean {
  const plan = planOf(enrolment.sequence, profile, rules);
  return dependOnVisits(plan && nextStep(enrolment, plan)?.step.when);
}

/** What is to be done for an enrolment now, and why. The first thing that stands in the way decides. */
export function decide(situation: Situation): Decision {
  const { enrolment, lead, profile, rules } = situation;
  if (lead === undefined || isErased(lead)) return { do: 'end', why: 'erased' };
  const plan = planOf(enrolment.sequence, profile, rules);
  if (plan === undefined) return { do: 'end', why: 'sequence-removed' };
  const next = nextStep(enrolment, plan);
  if (next === undefined) return { do: 'finish' };

  const { kind } = next.step;
  const { startedAt, shiftDays } = enrolment;
  const about = { kind, subject: plan.sequence.subject, startedAt };
  const barrier = stopReason(situation, about, rules.agreement);
  if (barrier !== undefined) return { do: 'end', why: barrier };
  if (hasRequestedOffer(plan.sequence, profile)) return { do: 'end', why: 'requested' };
  if (next.planned > situation.now)
    return { do: 'wait', until: next.planned, why: 'not-yet', planned: next.planned, shiftDays };
  return (
    (kind === 'requested' ? undefined : paused(situation, plan, next)) ??
    unfit(situation, next) ??
    (kind === 'requested' ? undefined : untimely(situation, plan, next)) ?? {
      do: 'send',
      ...next,
      shiftDays: shiftDays + (kind === 'requested' ? 0 : shiftOf(situation, plan, next)),
    }
  );
}

function paused(situation: Situation, plan: Plan, { step }: PlannedStep): Decision | undefined {
  const { enrolment, rules, now } = situation;
  const why = pauseReason(situation, plan.sequence, rules.agreement, now);
  if (why === undefined) return undefined;
  if (why === 'pending' && isConfirmationOverdue(situation, enrolment.startedAt, now)) {
    return { do: 'end', why: 'not-confirmed' };
  }
  const calendar = { ...enrolment, timeZone: plan.timeZone };
  const shifted = shiftPastPause(now, step, calendar, plan.hours);
  return { do: 'wait', until: shifted.planned, why, ...shifted };
}

function unfit({ lead, profile, history = [], enrolment, rules, now }: Situation, { step }: PlannedStep) {
  if (lead === undefined || isErased(lead)) return undefined;
  const known = { lead, profile, history, scoring: rules.scoring, startedAt: enrolment.startedAt, now };
  return conditionsHold(step.when, known) ? undefined : ({ do: 'skip', step, why: 'conditions' } as const);
}

/** Whether it is too much, the wrong hour or too late. */
function untimely(situation: Situation, plan: Plan, next: PlannedStep): Decision | undefined {
  const { enrolment, mailing, rules, now } = situation;
  const { shiftDays } = enrolment;
  const { timeZone, hours } = plan;
  const free = nextAllowedAt(mailing.recent, rules.mailing.cap, timeZone, now);
  const until = nextSendingTime(free, hours, timeZone);
  if (until > now) {
    return { do: 'wait', until, why: free > now ? 'cap' : 'hours', planned: next.planned, shiftDays };
  }
  const isSkipped = isLate(situation, next) && latePolicy(situation, next) === 'skip';
  return isSkipped ? { do: 'skip', step: next.step, why: 'late' } : undefined;
}

/** By how many days a mail that goes out late moves all that follow. */
function shiftOf(situation: Situation, { timeZone }: Plan, next: PlannedStep): number {
  if (!isLate(situation, next) || latePolicy(situation, next) !== 'shift') return 0;
  return calendarDaysBetween(plannedMoment(situation, next), situation.now, timeZone);
}

function isLate(situation: Situation, next: PlannedStep): boolean {
  return situation.now > plus(plannedMoment(situation, next), LATE_MS);
}

/** A step that the marketers moved to an earlier day is not late by that. */
function plannedMoment({ enrolment }: Situation, { planned }: PlannedStep): Instant {
  return planned > enrolment.planned ? planned : enrolment.planned;
}

function latePolicy({ rules }: Situation, { step }: PlannedStep) {
  return step.late ?? rules.mailing.late;
}

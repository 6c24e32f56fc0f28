import { isErased, type Lead } from '../identity/lead.ts';
import { type Instant, plus } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { dependOnHistory, meetsConditions } from './conditions.ts';
import type { ActiveEnrolment, EndReason, SkipReason, WaitReason } from './enrolment/enrolment.ts';
import { lastMoment, lookAgainAt } from './event/event.ts';
import { nextAllowedAt } from './pace/frequency-cap.ts';
import { shiftPastPause } from './pace/pause.ts';
import { calendarDaysBetween, nextSendingTime } from './pace/sending-times.ts';
import { type NurtureRules, nextStep, type Plan, type PlannedStep, planOf } from './plan.ts';
import type { Step } from './sequence.ts';
import {
  confirmableUntil,
  hasRequestedOffer,
  pauseReason,
  type Recipient,
  stopReason,
} from './stop-conditions.ts';

/** Everything the decision about an enrolment's next mail depends on. */
export interface Situation extends Recipient {
  enrolment: ActiveEnrolment;
  /** Events since the start; needed only if `needsHistory`. */
  history?: readonly AnyEvent[];
  rules: NurtureRules;
  now: Instant;
  /** A colleague stopped the issue of the newsletter that this is. */
  isStopped?: boolean;
}

export type Decision =
  /** `shiftDays`: by how many days the rest of the sequence is moved from now on. */
  | { do: 'send'; step: Step; planned: Instant; shiftDays: number }
  | { do: 'wait'; until: Instant; why: WaitReason; planned: Instant; shiftDays: number }
  | { do: 'skip'; step: Step; why: SkipReason }
  | { do: 'end'; why: EndReason }
  | { do: 'finish' };

/** How often a mail about an event is looked at again that has to wait. */
const EVENT_PAUSE_MS = 6 * 3_600_000;
/** A mail is late when it was planned longer ago than this. */
const LATE_MS = 86_400_000;

/** Whether the next step depends on what the lead did since the start. */
export function needsHistory({ enrolment, profile, rules }: Omit<Situation, 'history'>): boolean {
  const plan = planOf(enrolment.sequence, profile, rules);
  return dependOnHistory(plan && nextStep(enrolment, plan)?.step.when);
}

/** The situation of a lead that was not erased. */
interface LeadSituation extends Situation {
  lead: Lead;
}

/** What to do for an enrolment now, and why. The first obstacle found decides. */
export function decide({ lead, ...rest }: Situation): Decision {
  if (lead === undefined || isErased(lead)) return { do: 'end', why: 'erased' };
  const situation: LeadSituation = { ...rest, lead };
  const { enrolment, profile, rules } = situation;
  const plan = planOf(enrolment.sequence, profile, rules);
  if (plan === undefined) return { do: 'end', why: 'sequence-removed' };
  const next = nextStep(enrolment, plan);
  if (next === undefined) return { do: 'finish' };

  const { kind } = next.step;
  const { startedAt, shiftDays } = enrolment;
  const context = { kind, subject: plan.sequence.subject, startedAt, readers: rules.readers };
  const stop = stopReason(situation, context, rules.agreement);
  if (stop !== undefined) return { do: 'end', why: stop };
  if (hasRequestedOffer(plan.sequence, profile)) return { do: 'end', why: 'requested' };
  if (next.planned > situation.now) return waitUntilPlanned(situation, next);
  if (isOver(next, plan, situation.now)) return { do: 'skip', step: next.step, why: 'late' };
  return (
    (kind === 'requested' ? undefined : waitForPause(situation, plan, next)) ??
    skipUnmet(situation, plan, next) ??
    (kind === 'requested' ? undefined : waitOrSkipForTiming(situation, plan, next)) ?? {
      do: 'send',
      ...next,
      shiftDays: shiftDays + (kind === 'requested' ? 0 : shiftOf(situation, plan, next)),
    }
  );
}

function waitUntilPlanned({ enrolment, now }: Situation, { step, planned }: PlannedStep): Decision {
  const until = step.event === undefined ? planned : lookAgainAt(planned, now);
  return { do: 'wait', until, why: 'not-yet', planned, shiftDays: enrolment.shiftDays };
}

/** Whether a mail about an event comes too late for it. */
function isOver({ step }: PlannedStep, { event }: Plan, at: Instant): boolean {
  return step.event !== undefined && event !== undefined && at >= lastMoment(step.event, event);
}

function waitForPause(
  situation: LeadSituation,
  plan: Plan,
  { step, planned }: PlannedStep,
): Decision | undefined {
  const { enrolment, rules, now } = situation;
  const why = pauseReason(situation, plan.sequence, rules.agreement, now);
  const { startedAt, shiftDays, waits } = enrolment;
  // The event does not wait: it is looked at again until it is too late.
  if (step.event !== undefined)
    return why && { do: 'wait', until: plus(now, EVENT_PAUSE_MS), why, planned, shiftDays };
  if (why === 'pending') {
    const until = confirmableUntil(situation, plan.sequence.subject, startedAt);
    if (now >= until) return { do: 'end', why: 'not-confirmed' };
    return { do: 'wait', until, why, planned, shiftDays };
  }
  // Confirmed meanwhile: it goes on at its own hour.
  if (why === undefined && waits !== 'pending') return undefined;
  const calendar = { ...enrolment, timeZone: plan.timeZone };
  const shifted = shiftPastPause(now, step, calendar, plan.hours);
  return { do: 'wait', until: shifted.planned, why: why ?? 'not-yet', ...shifted };
}

function skipUnmet(situation: LeadSituation, { event }: Plan, { step }: PlannedStep) {
  const { lead, profile, history = [], enrolment, rules, now } = situation;
  const { startedAt } = enrolment;
  const facts = { lead, profile, history, scoring: rules.scoring, startedAt, now, event };
  return meetsConditions(step.when, facts) ? undefined : ({ do: 'skip', step, why: 'conditions' } as const);
}

/** The frequency cap, the sending hours and the policy for late mails. */
function waitOrSkipForTiming(situation: Situation, plan: Plan, next: PlannedStep): Decision | undefined {
  const { enrolment, mailing, rules, now } = situation;
  const { shiftDays } = enrolment;
  const { timeZone, hours } = plan;
  const allowedAt = nextAllowedAt(mailing.recent, rules.mailing.cap, timeZone, now);
  const until = nextSendingTime(allowedAt, hours, timeZone);
  if (until > now) {
    if (isOver(next, plan, until)) return { do: 'skip', step: next.step, why: 'late' };
    return { do: 'wait', until, why: allowedAt > now ? 'cap' : 'hours', planned: next.planned, shiftDays };
  }
  const isSkipped = isLate(situation, next) && latePolicy(situation, next) === 'skip';
  return isSkipped ? { do: 'skip', step: next.step, why: 'late' } : undefined;
}

/** By how many days a late mail moves the rest of the sequence. */
function shiftOf(situation: Situation, { timeZone }: Plan, next: PlannedStep): number {
  if (next.step.event !== undefined || !isLate(situation, next)) return 0;
  if (latePolicy(situation, next) !== 'shift') return 0;
  return calendarDaysBetween(plannedMoment(situation, next), situation.now, timeZone);
}

function isLate(situation: Situation, next: PlannedStep): boolean {
  return situation.now > plus(plannedMoment(situation, next), LATE_MS);
}

/** Moving a step to an earlier day in the playbook does not make it late. */
function plannedMoment({ enrolment }: Situation, { planned }: PlannedStep): Instant {
  return planned > enrolment.planned ? planned : enrolment.planned;
}

function latePolicy({ rules }: Situation, { step }: PlannedStep) {
  return step.late ?? rules.mailing.late;
}

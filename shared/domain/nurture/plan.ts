import type { Agreement } from '../handover/agreement.ts';
import type { Stage } from '../identity/lead.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { ActiveEnrolment, DoneEnrolment, EnrolmentBase } from './enrolment/enrolment.ts';
import { type DatedEvent, datedEvent, eventStepTime } from './event/event.ts';
import type { Events } from './event/event-rules.ts';
import type { MailingRules } from './mailing-rules.ts';
import { type Calendar, durationMs, plannedAt, timeZoneOf } from './pace/sending-times.ts';
import type { Sequence, Step } from './sequence.ts';

/** The parts of the playbook that decide about mails in a sequence. */
export interface NurtureRules {
  sequences: Readonly<Record<string, Sequence>>;
  mailing: MailingRules;
  scoring: Scoring;
  agreement: Pick<Agreement, 'returns'>;
  /** The stages of those who may get it; left out: whoever marketing writes to. */
  readers?: readonly Stage[];
  /** Left out in playbooks of before December 2026. */
  events?: Events | undefined;
}

/** A sequence as it is now, with what is needed to turn its delays into times for one person. */
export interface Plan {
  sequence: Sequence;
  hours: MailingRules['hours'];
  timeZone: string;
  /** The event that it is about, if it is about one. */
  event?: DatedEvent;
}

/** A step with its planned time. */
export interface PlannedStep {
  step: Step;
  planned: Instant;
}

/** The plan of a sequence for a person; undefined if the sequence is no longer in the playbook. */
export function planOf(
  name: string,
  profile: Parameters<typeof timeZoneOf>[0],
  { sequences, mailing, events }: Pick<NurtureRules, 'sequences' | 'mailing' | 'events'>,
): Plan | undefined {
  const sequence = sequences[name];
  if (sequence === undefined) return undefined;
  const event = datedEvent(sequence.event, events, mailing);
  const timeZone = timeZoneOf(profile, mailing);
  return { sequence, hours: mailing.hours, timeZone, ...(event && { event }) };
}

/**
 * The next step; undefined if none is left. Steps are identified by name, so a sent step is never sent again
 * wherever it moves. A step inserted at a point the person has passed is not sent.
 */
export function nextStep(enrolment: EnrolmentBase, plan: Plan): PlannedStep | undefined {
  return stepsLeft(enrolment, plan).reduce<PlannedStep | undefined>(
    (first, next) => (first !== undefined && !precedes(next, first) ? first : next),
    undefined,
  );
}

/** All steps that are still to come for somebody, with their planned times, in the order of the playbook. */
export function stepsLeft(
  enrolment: EnrolmentBase,
  { sequence, hours, timeZone, event }: Plan,
): PlannedStep[] {
  const { startedAt, shiftDays, reached } = enrolment;
  const calendar: Calendar = { startedAt, shiftDays, timeZone };
  const left = sequence.steps.filter(({ id }) => !(id in enrolment.sent || id in enrolment.skipped));
  return left.flatMap((step): PlannedStep[] => {
    if (step.event === undefined)
      return isShorter(delayOf(step), reached) ? [] : [{ step, planned: plannedAt(step, calendar, hours) }];
    const at = eventStepTime(step, event, { startedAt, hours, timeZone });
    return at === undefined ? [] : [{ step, planned: at }];
  });
}

/** The enrolment as it goes on: waiting for its next step, or done. */
export function withNextStep(enrolment: EnrolmentBase, plan: Plan): ActiveEnrolment | DoneEnrolment {
  const next = nextStep(enrolment, plan);
  if (next === undefined) return { ...enrolment, status: 'done' };
  const { planned, step } = next;
  const requested = step.kind === 'requested' && { isRequested: true as const };
  // An event may be moved: what waits for it is looked at now and then.
  const due = step.event === undefined ? planned : (lastOf(enrolment.sent) ?? enrolment.startedAt);
  return { ...enrolment, status: 'active', due, planned, ...requested };
}

/** When the last mail was claimed. */
function lastOf(sent: EnrolmentBase['sent']): Instant | undefined {
  return Object.values(sent).sort().at(-1);
}

/** How far an enrolment is after a step. Only marketing mails count, counted from its start: a requested mail is no progress. */
export function reachedAfter(reached: string | undefined, step: Step): { reached?: string } {
  const isNone = step.kind === 'requested' || step.event !== undefined || isShorter(delayOf(step), reached);
  const furthest = isNone ? reached : delayOf(step);
  return furthest === undefined ? {} : { reached: furthest };
}

function isShorter(after: string, reached: string | undefined): boolean {
  return reached !== undefined && durationMs(after) < durationMs(reached);
}

/** Of two steps planned at the same time the requested one goes first, then the one earlier in the sequence. */
function precedes(next: PlannedStep, first: PlannedStep): boolean {
  if (next.planned !== first.planned) return next.planned < first.planned;
  if (next.step.kind !== first.step.kind) return next.step.kind === 'requested';
  return durationMs(delayOf(next.step)) < durationMs(delayOf(first.step));
}

function delayOf({ after }: Step): string {
  return after ?? '0d';
}

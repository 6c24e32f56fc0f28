import type { Agreement } from '../handover/agreement.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { ActiveEnrolment, DoneEnrolment, EnrolmentBase } from './enrolment.ts';
import type { MailingRules } from './mailing-rules.ts';
import { type Calendar, durationMs, plannedAt, timeZoneOf } from './sending-times.ts';
import type { Sequence, Step } from './sequence.ts';

/** What of the playbook decides about mails in a sequence. */
export interface NurtureRules {
  sequences: Readonly<Record<string, Sequence>>;
  mailing: MailingRules;
  scoring: Scoring;
  agreement: Pick<Agreement, 'returns'>;
}

/** A sequence as it is now, with what turns its delays into moments for one person. */
export interface Plan {
  sequence: Sequence;
  hours: MailingRules['hours'];
  timeZone: string;
}

/** A step with its moment. */
export interface PlannedStep {
  step: Step;
  planned: Instant;
}

/** The plan of a sequence for a person; undefined when the playbook no longer has the sequence. */
export function planOf(
  name: string,
  profile: Parameters<typeof timeZoneOf>[0],
  { sequences, mailing }: Pick<NurtureRules, 'sequences' | 'mailing'>,
): Plan | undefined {
  const sequence = sequences[name];
  return sequence && { sequence, hours: mailing.hours, timeZone: timeZoneOf(profile, mailing) };
}

/**
 * The step that comes next; undefined when all are behind. Steps are known by their names, so what was sent is not
 * sent again wherever it stands now. A step whose place the person has passed is not caught up on.
 */
export function nextStep(
  course: EnrolmentBase,
  { sequence, hours, timeZone }: Plan,
): PlannedStep | undefined {
  const { startedAt, shiftDays, reached } = course;
  const calendar: Calendar = { startedAt, shiftDays, timeZone };
  const left = sequence.steps.filter(
    ({ id, after }) => !(id in course.sent || id in course.skipped) && !isShorter(after, reached),
  );
  const planned = left.map((step) => ({ step, planned: plannedAt(step, calendar, hours) }));
  return planned.reduce<PlannedStep | undefined>(
    (first, next) => (first !== undefined && !precedes(next, first) ? first : next),
    undefined,
  );
}

/** How an enrolment goes on from here: waiting for its next step, or done. */
export function withNextStep(course: EnrolmentBase, plan: Plan): ActiveEnrolment | DoneEnrolment {
  const next = nextStep(course, plan);
  return next === undefined
    ? { ...course, status: 'done' }
    : { ...course, status: 'active', due: next.planned, planned: next.planned };
}

/** How far somebody is once a step is behind: only marketing mails are counted, what was asked for is no progress. */
export function reachedAfter(reached: string | undefined, { after, kind }: Step): { reached?: string } {
  const furthest = kind === 'requested' || isShorter(after, reached) ? reached : after;
  return furthest === undefined ? {} : { reached: furthest };
}

function isShorter(after: string, reached: string | undefined): boolean {
  return reached !== undefined && durationMs(after) < durationMs(reached);
}

/** Of two at one moment, what was asked for goes first, then what stands first in the sequence. */
function precedes(next: PlannedStep, first: PlannedStep): boolean {
  if (next.planned !== first.planned) return next.planned < first.planned;
  if (next.step.kind !== first.step.kind) return next.step.kind === 'requested';
  return durationMs(next.step.after) < durationMs(first.step.after);
}

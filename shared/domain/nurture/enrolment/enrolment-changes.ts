import type { Instant } from '../../time.ts';
import type { Decision } from '../decide.ts';
import { shiftPastPause } from '../pace/pause.ts';
import { nextStep, type Plan, reachedAfter, withNextStep } from '../plan.ts';
import type { Step } from '../sequence.ts';
import type {
  ActiveEnrolment,
  Claim,
  ClaimedEnrolment,
  DoneEnrolment,
  Enrolment,
  EnrolmentBase,
} from './enrolment.ts';

/** Enrols a lead in a sequence: in all of it, or only in the mails it requested. */
export function startEnrolment(
  start: Pick<EnrolmentBase, 'lead' | 'sequence' | 'startedAt'>,
  plan: Plan,
  scope: 'whole' | 'requested' = 'whole',
): ActiveEnrolment | DoneEnrolment {
  const isOmitted = ({ kind, event }: Step) => kind === 'marketing' || event !== undefined;
  const omitted = plan.sequence.steps.filter((step) => scope === 'requested' && isOmitted(step));
  const skipped: EnrolmentBase['skipped'] = Object.fromEntries(omitted.map(({ id }) => [id, 'repeated']));
  const repeats = scope === 'requested' && { repeats: true as const };
  return withNextStep({ ...start, version: 1, sent: {}, skipped, shiftDays: 0, ...repeats }, plan);
}

/** The enrolment after a decision other than `send`: it waits, skips a step, ends or is done. */
export function applyDecision(
  enrolment: ActiveEnrolment,
  decision: Exclude<Decision, { do: 'send' }>,
  plan: Plan | undefined,
): Enrolment {
  switch (decision.do) {
    case 'wait': {
      const { until, why, planned, shiftDays } = decision;
      const { waits: _, ...rest } = enrolment;
      const moved = { ...rest, version: enrolment.version + 1, due: until, planned, shiftDays };
      return why === 'not-yet' ? moved : { ...moved, waits: why };
    }
    case 'skip':
      return skipStep(enrolment, decision, plan);
    case 'end':
      return { ...nextVersion(enrolment), status: 'ended', why: decision.why };
    case 'finish':
      return { ...nextVersion(enrolment), status: 'done' };
  }
}

/**
 * The enrolment after its permission was confirmed: it goes on at its own hour, with the same days between its mails.
 * One that ended because it waited too long goes on only if a form asked for it. Undefined when it did not wait.
 */
export function resumeEnrolment(enrolment: Enrolment, plan: Plan, now: Instant): ActiveEnrolment | undefined {
  const isWaiting = enrolment.status === 'active' && enrolment.waits === 'pending';
  const isTooLate = enrolment.status === 'ended' && enrolment.why === 'not-confirmed';
  const isAskedFor = 'form' in plan.sequence.start;
  if (!isWaiting && !(isTooLate && isAskedFor)) return undefined;
  const next = nextStep(enrolment, plan);
  if (next === undefined) return undefined;
  const { timeZone, hours } = plan;
  const { planned, shiftDays } = shiftPastPause(now, next.step, { ...enrolment, timeZone }, hours);
  return { ...nextVersion(enrolment), status: 'active', due: planned, planned, shiftDays };
}

/** The enrolment in an issue that was stopped and goes on; undefined when it did not end because of that. */
export function reopenStopped(enrolment: Enrolment, due: Instant): ActiveEnrolment | undefined {
  if (enrolment.status !== 'ended' || enrolment.why !== 'stopped') return undefined;
  return { ...nextVersion(enrolment), status: 'active', due, planned: due };
}

/**
 * Claims a mail before it is sent. A marketing mail counts as sent from now on, so it is never sent twice. A requested
 * mail stays due until it is known to be sent.
 */
export function claimMail(
  enrolment: ActiveEnrolment,
  { step, planned, shiftDays }: Extract<Decision, { do: 'send' }>,
  { mail, at }: Pick<Claim, 'mail' | 'at'>,
  plan: Plan,
): ClaimedEnrolment {
  const claim: Claim = { step: step.id, mail, at, kind: step.kind };
  const next = { ...nextVersion(enrolment), shiftDays };
  if (step.kind === 'requested')
    return { ...next, status: 'active', due: enrolment.due, planned, claim, isRequested: true };
  const sent = { ...enrolment.sent, [step.id]: at };
  return { ...withNextStep({ ...next, sent, ...reachedAfter(enrolment.reached, step) }, plan), claim };
}

/** The claimed mail was sent, which was asked for. */
export function confirmClaim(
  enrolment: ClaimedEnrolment,
  plan: Plan | undefined,
): ActiveEnrolment | DoneEnrolment {
  const { claim } = enrolment;
  const sent = { ...enrolment.sent, [claim.step]: claim.at };
  const next = { ...nextVersion(enrolment), sent };
  return plan === undefined ? { ...next, status: 'done' } : withNextStep(next, plan);
}

function skipStep(
  enrolment: ActiveEnrolment,
  { step, why }: Extract<Decision, { do: 'skip' }>,
  plan: Plan | undefined,
): ActiveEnrolment | DoneEnrolment {
  const skipped = { ...enrolment.skipped, [step.id]: why };
  const next = { ...nextVersion(enrolment), skipped, ...reachedAfter(enrolment.reached, step) };
  return plan === undefined ? { ...next, status: 'done' } : withNextStep(next, plan);
}

/** The fields that every status has, as the next version. */
export function nextVersion(enrolment: EnrolmentBase): EnrolmentBase {
  const { lead, sequence, startedAt, version, sent, skipped, reached, shiftDays } = enrolment;
  const { repeats, held, byHand } = enrolment;
  return {
    ...{ lead, sequence, startedAt, version: version + 1, sent, skipped, shiftDays },
    ...(reached !== undefined && { reached }),
    ...(repeats && { repeats }),
    ...(held && { held }),
    ...(byHand && { byHand }),
  };
}

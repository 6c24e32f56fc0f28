import type { Instant } from '../time.ts';
import type { Decision } from './decide.ts';
import type {
  ActiveEnrolment,
  Claim,
  ClaimedEnrolment,
  Course,
  DoneEnrolment,
  Enrolment,
} from './enrolment.ts';
import { goingOn, type Plan, reachedWith } from './plan.ts';

/** Somebody begins a sequence: the whole of it, or only what it asked for. */
export function begun(
  start: Pick<Course, 'lead' | 'sequence' | 'startedAt'>,
  plan: Plan,
  course: 'whole' | 'requested' = 'whole',
): ActiveEnrolment | DoneEnrolment {
  const left = plan.sequence.steps.filter(({ kind }) => course === 'requested' && kind === 'marketing');
  const skipped: Course['skipped'] = Object.fromEntries(left.map(({ id }) => [id, 'repeated']));
  return goingOn({ ...start, version: 1, sent: {}, skipped, shiftDays: 0 }, plan);
}

/** What was decided, as long as it is not to send: it waits, skips a step, ends or is done. */
export function settled(
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
      return skipping(enrolment, decision, plan);
    case 'end':
      return { ...nextOf(enrolment), status: 'ended', why: decision.why };
    case 'finish':
      return { ...nextOf(enrolment), status: 'done' };
  }
}

/**
 * A mail is about to go out. A marketing mail counts as sent from now on and the sequence goes on: whatever
 * happens, it is not sent again. A requested one is looked at again at `retryAt`, and repeated when nobody knows
 * by then that it went out.
 */
export function claimed(
  enrolment: ActiveEnrolment,
  { step, planned, shiftDays }: Extract<Decision, { do: 'send' }>,
  { mail, at, retryAt }: { mail: string; at: Instant; retryAt: Instant },
  plan: Plan,
): ClaimedEnrolment {
  const claim: Claim = { step: step.id, mail, at, kind: step.kind, planned };
  const next = { ...nextOf(enrolment), shiftDays };
  if (step.kind === 'requested') return { ...next, status: 'active', due: retryAt, planned, claim };
  const sent = { ...enrolment.sent, [step.id]: at };
  return { ...goingOn({ ...next, sent, ...reachedWith(enrolment.reached, step) }, plan), claim };
}

/** The claimed mail went out. */
export function confirmed(
  enrolment: ClaimedEnrolment,
  plan: Plan | undefined,
): ActiveEnrolment | DoneEnrolment {
  const { claim, ...free } = enrolment;
  if (claim.kind === 'marketing') return { ...free, version: enrolment.version + 1 };
  const sent = { ...enrolment.sent, [claim.step]: claim.at };
  const next = { ...nextOf(enrolment), sent };
  return plan === undefined ? { ...next, status: 'done' } : goingOn(next, plan);
}

/** The claimed mail certainly did not go out; it is tried again at `until`. */
export function givenBack(enrolment: ClaimedEnrolment, until: Instant): ActiveEnrolment {
  const { planned } = enrolment.claim;
  return { ...nextOf(enrolment), sent: withoutClaimed(enrolment), status: 'active', due: until, planned };
}

/** The claimed mail did not go out and never will: the sequence goes on without it. */
export function refused(enrolment: ClaimedEnrolment, plan: Plan): ActiveEnrolment | DoneEnrolment {
  const skipped: Course['skipped'] = { ...enrolment.skipped, [enrolment.claim.step]: 'refused' };
  return goingOn({ ...nextOf(enrolment), sent: withoutClaimed(enrolment), skipped }, plan);
}

function skipping(
  enrolment: ActiveEnrolment,
  { step, why }: Extract<Decision, { do: 'skip' }>,
  plan: Plan | undefined,
): ActiveEnrolment | DoneEnrolment {
  const skipped = { ...enrolment.skipped, [step.id]: why };
  const next = { ...nextOf(enrolment), skipped, ...reachedWith(enrolment.reached, step) };
  return plan === undefined ? { ...next, status: 'done' } : goingOn(next, plan);
}

function withoutClaimed({ sent, claim }: ClaimedEnrolment): Course['sent'] {
  const { [claim.step]: _, ...others } = sent;
  return others;
}

/** What lasts, as the next version. */
function nextOf({ lead, sequence, startedAt, version, sent, skipped, reached, shiftDays }: Course): Course {
  return {
    ...{ lead, sequence, startedAt, version: version + 1, sent, skipped, shiftDays },
    ...(reached !== undefined && { reached }),
  };
}

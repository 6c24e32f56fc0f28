import type { Instant } from '../../time.ts';
import { shiftPastPause } from '../pace/pause.ts';
import { nextStep, type Plan, reachedAfter, withNextStep } from '../plan.ts';
import type { ActiveEnrolment, Enrolment, HandChange } from './enrolment.ts';
import { nextVersion } from './enrolment-changes.ts';

/** What a colleague wants to change in the course of one person. */
export interface HandRequest {
  do: HandChange['did'];
  /** The next step as it was seen; needed to skip it. */
  step?: string;
  /** When the last change by hand was made that was seen; empty if there was none. Absent: whatever it was. */
  seen?: Instant | '';
}

/**
 * `over`: nothing is left to change. `sending`: the next mail is on its way this moment. `requested`: the person asked
 * for the next mail. `not-paused`: by nobody. `passed`: that step is not the next one any more. `overtaken`: a colleague
 * changed it meanwhile.
 */
export type HandRefusal = 'over' | 'sending' | 'requested' | 'not-paused' | 'passed' | 'overtaken';

export type HandResult =
  | { result: 'changed'; enrolment: Enrolment }
  | { result: 'repeated' }
  | { result: 'refused'; why: HandRefusal };

/**
 * The enrolment after a colleague paused, resumed or ended it, or skipped its next mail; or why that is not possible. The
 * same again is `repeated`. A mail that is on its way is left alone: what becomes of it is written over this version.
 * @param isSending whether the claim of a mail may still be confirmed or released
 */
export function changeByHand(
  enrolment: Enrolment,
  request: HandRequest,
  { by, at, plan, isSending }: { by: string; at: Instant; plan: Plan | undefined; isSending: boolean },
): HandResult {
  if (isDone(enrolment, request)) return { result: 'repeated' };
  const refused = refusalOf(enrolment, request, plan, isSending);
  if (refused !== undefined || enrolment.status !== 'active')
    return { result: 'refused', why: refused ?? 'over' };
  const byHand: HandChange = {
    did: request.do,
    by,
    at,
    ...(request.do === 'skip' && { step: request.step }),
  };
  return { result: 'changed', enrolment: { ...changed(enrolment, request, plan, at), byHand } };
}

function changed(
  enrolment: ActiveEnrolment,
  request: HandRequest,
  plan: Plan | undefined,
  at: Instant,
): Enrolment {
  // A claim that is left over was never confirmed: its mail counts as sent already.
  const { claim: _, ...rest } = enrolment;
  const version = enrolment.version + 1;
  switch (request.do) {
    case 'pause':
      return { ...rest, version, held: true };
    case 'resume':
      return resumed(rest, plan, at);
    case 'skip':
      return skipped(rest, plan as Plan);
    case 'end': {
      const { held: __, ...base } = nextVersion(rest);
      return { ...base, status: 'ended', why: 'by-hand' };
    }
  }
}

/** What came due during the pause moves by whole days, with all that follows: no burst. */
function resumed({ held: _, ...enrolment }: ActiveEnrolment, plan: Plan | undefined, at: Instant): Enrolment {
  const version = enrolment.version + 1;
  const next = plan && nextStep(enrolment, plan);
  if (enrolment.due > at || plan === undefined || next === undefined) return { ...enrolment, version };
  const calendar = { ...enrolment, timeZone: plan.timeZone };
  const { planned, shiftDays } = shiftPastPause(at, next.step, calendar, plan.hours);
  return { ...enrolment, version, due: planned, planned, shiftDays };
}

function skipped(enrolment: ActiveEnrolment, plan: Plan): Enrolment {
  const next = nextStep(enrolment, plan);
  if (next === undefined) return enrolment;
  const skipped = { ...enrolment.skipped, [next.step.id]: 'by-hand' as const };
  const after = { ...nextVersion(enrolment), skipped, ...reachedAfter(enrolment.reached, next.step) };
  return withNextStep(after, plan);
}

function isDone(enrolment: Enrolment, { do: what, step = '' }: HandRequest): boolean {
  switch (what) {
    case 'pause':
      return enrolment.status === 'active' && enrolment.held === true;
    case 'resume':
      return enrolment.status === 'active' && !enrolment.held && enrolment.byHand?.did === 'resume';
    case 'skip':
      return enrolment.skipped[step] === 'by-hand';
    case 'end':
      return enrolment.status === 'ended' && enrolment.why === 'by-hand';
  }
}

function refusalOf(
  enrolment: Enrolment,
  { do: what, step, seen }: HandRequest,
  plan: Plan | undefined,
  isSending: boolean,
): HandRefusal | undefined {
  if (seen !== undefined && seen !== (enrolment.byHand?.at ?? '')) return 'overtaken';
  if (isSending) return 'sending';
  if (enrolment.status !== 'active') return 'over';
  if (what === 'resume') return enrolment.held ? undefined : 'not-paused';
  const next = plan && nextStep(enrolment, plan)?.step;
  if (next === undefined) return what === 'end' ? undefined : 'over';
  if (next.kind === 'requested') return 'requested';
  return what === 'skip' && next.id !== step ? 'passed' : undefined;
}

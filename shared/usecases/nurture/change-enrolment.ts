import type { LeadId } from '../../domain/identity/ids.ts';
import {
  changeByHand,
  type HandRefusal,
  type HandRequest,
} from '../../domain/nurture/enrolment/change-by-hand.ts';
import type { Enrolment, HandChange } from '../../domain/nurture/enrolment/enrolment.ts';
import { planOf } from '../../domain/nurture/plan.ts';
import { type Day, plus } from '../../domain/time.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getEnrolment, putEnrolment } from '../../store/nurture/enrolments.ts';
import { untilWritten } from '../../store/until-written.ts';
import type { ReadSystem } from '../lead-system.ts';
import { RESEND_AFTER_MS } from './send-due-mail/mail-sender.ts';

/** A change in the course of one person: which course, what, and who asks for it. */
export interface EnrolmentChange extends HandRequest {
  sequence: string;
  startedAt: Day;
  by: string;
}

export type EnrolmentChanged =
  | { result: 'done' | 'repeated' }
  /** `last`: what a colleague changed last, and who. */
  | { result: 'refused'; why: HandRefusal; last?: HandChange }
  | { result: 'unknown' };

/**
 * Pauses, resumes or ends the course of one person in a sequence, or skips its next mail. Written over the version that
 * was read: a mail that is claimed in the same moment is either sent and counted, or not sent at all. Repeating it changes
 * nothing.
 * @throws when the enrolment keeps changing, or the table refuses: try again
 */
export async function changeEnrolment(
  { table, now, playbook }: ReadSystem,
  lead: LeadId,
  { sequence, startedAt, by, ...request }: EnrolmentChange,
): Promise<EnrolmentChanged> {
  const [profile, rules] = await Promise.all([getProfile(table, lead), playbook()]);
  const plan = planOf(sequence, profile, rules);
  return untilWritten<EnrolmentChanged>(async () => {
    const enrolment = await getEnrolment(table, { lead, sequence, startedAt });
    if (enrolment === undefined) return { result: 'unknown' };
    const at = now();
    const changed = changeByHand(enrolment, request, { by, at, plan, isSending: isSending(enrolment, at) });
    const { byHand: last } = enrolment;
    if (changed.result === 'refused') return { ...changed, ...(last && { last }) };
    if (changed.result === 'repeated') return changed;
    const written = await putEnrolment(table, changed.enrolment);
    return written === 'written' ? { result: 'done' } : 'conflict';
  });
}

/** Whether whoever claimed the next mail may still write what became of it. */
function isSending(enrolment: Enrolment, at: string): boolean {
  const claim = enrolment.status === 'ended' ? undefined : enrolment.claim;
  return claim !== undefined && at < plus(claim.at, RESEND_AFTER_MS);
}

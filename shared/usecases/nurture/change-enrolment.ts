import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import {
  changeByHand,
  type HandRefusal,
  type HandRequest,
} from '../../domain/nurture/enrolment/change-by-hand.ts';
import type { Enrolment, HandChange } from '../../domain/nurture/enrolment/enrolment.ts';
import { planOf } from '../../domain/nurture/plan.ts';
import { type Day, type Instant, plus } from '../../domain/time.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getEnrolment, putEnrolment } from '../../store/nurture/enrolments.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { untilWritten } from '../../store/until-written.ts';
import { recordLog } from '../console/record-log.ts';
import type { ReadSystem } from '../lead-system.ts';
import { RESEND_AFTER_MS } from './send-due-mail/mail-sender.ts';

/** A change in the course of one person: which course, and what. */
export interface EnrolmentChange extends HandRequest {
  sequence: string;
  startedAt: Day;
}

export type EnrolmentChanged =
  | { result: 'done' }
  | { result: 'repeated' }
  /** `last`: what a colleague changed last, and who. */
  | { result: 'refused'; why: HandRefusal; last?: HandChange }
  | { result: 'unknown' };

/**
 * Pauses, resumes or ends the course of one person in a sequence, or skips its next mail. Written over the version that
 * was read: a mail that is claimed in the same moment is either sent and counted, or not sent at all. Repeating it changes
 * nothing.
 * @throws NotAllowed when the role does not allow it; any other error when the enrolment keeps changing, or the table
 * refuses: try again
 */
export async function changeEnrolment(
  { table, now, playbook }: ReadSystem,
  viewer: Viewer,
  lead: LeadId,
  { sequence, startedAt, ...request }: EnrolmentChange,
): Promise<EnrolmentChanged> {
  assertMay(viewer, 'change-nurture');
  const by = viewer.member ?? viewer.name;
  const deed = { kind: 'lead-changed', about: lead, detail: `${request.do}-sequence` } as const;
  await recordLog({ table, now }, { who: viewer.email }, deed);
  const [profile, rules] = await Promise.all([getProfile(table, lead), playbook()]);
  const plan = planOf(sequence, profile, rules);
  return untilWritten<EnrolmentChanged>(async () => {
    const enrolment = await getEnrolment(table, { lead, sequence, startedAt });
    if (enrolment === undefined) return { result: 'unknown' };
    const at = now();
    const isSending = await isOnItsWay(table, enrolment, at);
    const changed = changeByHand(enrolment, request, { by, at, plan, isSending });
    const { byHand: last } = enrolment;
    if (changed.result === 'refused') return { ...changed, ...(last && { last }) };
    if (changed.result === 'repeated') return changed;
    const written = await putEnrolment(table, changed.enrolment);
    return written === 'written' ? { result: 'done' } : 'conflict';
  });
}

/** Whether whoever claimed the next mail may still write what became of it. */
async function isOnItsWay(table: Table, enrolment: Enrolment, at: Instant): Promise<boolean> {
  const claim = enrolment.status === 'ended' ? undefined : enrolment.claim;
  if (claim === undefined || at >= plus(claim.at, RESEND_AFTER_MS)) return false;
  // The claim of a marketing mail stays; the mail service says when it took the mail.
  return (await getMail(table, claim.mail))?.sentAt === undefined;
}

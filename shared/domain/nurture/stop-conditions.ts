import type { Agreement } from '../handover/agreement.ts';
import { lastReturn } from '../handover/hand-raise.ts';
import { type ErasedLead, isErased, type Lead } from '../identity/lead.ts';
import type { Profile } from '../identity/profile.ts';
import { type Instant, plus } from '../time.ts';
import type { EndReason } from './enrolment.ts';
import type { Mailing, MailKind } from './mailing.ts';
import type { Sequence } from './sequence.ts';

/** Whom a mail is for, as everything that may stand in its way is kept. */
export interface Recipient {
  lead: Lead | ErasedLead | undefined;
  profile: Profile | undefined;
  mailing: Mailing;
}

const CONFIRM_WITHIN_MS = 14 * 86_400_000;

/** What a mail is: what it is about, as people choose on the preferences page, and since when it was under way. */
export interface MailContext {
  kind: MailKind;
  subject?: string | undefined;
  startedAt: Instant;
}

/**
 * Why somebody gets no mail of this kind now nor later; undefined when nothing is in the way. What somebody asked
 * for itself needs no permission and goes to everybody whose address takes mail.
 */
export function stopReason(
  { lead, mailing }: Recipient,
  { kind, subject, startedAt }: MailContext,
  { returns }: Pick<Agreement, 'returns'>,
): EndReason | undefined {
  if (lead === undefined || isErased(lead)) return 'erased';
  const { suppressed } = mailing;
  if (suppressed !== undefined && suppressed.why !== 'unsubscribed') return 'suppressed';
  if (kind === 'requested') return undefined;
  if (suppressed !== undefined || lead.mail === 'withdrawn') return 'unsubscribed';
  if (subject !== undefined && mailing.subjects[subject] === false) return 'unsubscribed';
  if (isEndedByHandover(lead, startedAt, returns)) return 'handed-over';
  if (isOnHold(lead, returns)) return undefined;
  return salesStopReason(lead) ?? (lead.mail === 'none' ? 'no-permission' : undefined);
}

/** Whether sales has a lead whose mails may go on afterwards: until then they wait. */
export function isOnHold({ stage, handover }: Lead, returns: Agreement['returns']): boolean {
  const isWithSales = handover?.status === 'open' || ['mql', 'sal', 'sql', 'opportunity'].includes(stage);
  return isWithSales && Object.values(returns).some(({ resume }) => resume);
}

/** Whether a hand-over ended what had begun before it; it goes on only after a return of which the playbook says so. */
function isEndedByHandover({ handover }: Lead, startedAt: Instant, returns: Agreement['returns']): boolean {
  if (handover === undefined || handover.status === 'open' || startedAt >= handover.openedAt) return false;
  const reason = handover.answer?.reason;
  if (reason === undefined || reason === 'duplicate') return true;
  return !returns[reason].resume;
}

/** Why a lead is no longer marketing's to mail; undefined while it is. */
export function salesStopReason(lead: Lead): EndReason | undefined {
  switch (lead.stage) {
    case 'customer':
    case 'lost':
      return lead.stage;
    case 'name':
    case 'lead':
      if (lead.readiness === 'hand-raiser') return 'raised-hand';
      // Sales has the same person under another address.
      if (lastReturn(lead)?.reason === 'duplicate') return 'handed-over';
      return lead.handover?.status === 'open' ? 'handed-over' : undefined;
    case 'mql':
    case 'sal':
    case 'sql':
    case 'opportunity':
      return lead.readiness === 'hand-raiser' ? 'raised-hand' : 'handed-over';
  }
}

/** Whether somebody asked for the very thing that a sequence offers to whoever did not. */
export function hasRequestedOffer({ start }: Sequence, profile: Profile | undefined): boolean {
  if (!('withoutForm' in start) || start.withoutForm === undefined) return false;
  return profile?.forms?.[start.withoutForm] !== undefined;
}

/** Whether a permission was given so long ago without being confirmed that nobody waits for it any more. */
export function isConfirmationOverdue({ profile }: Recipient, startedAt: Instant, now: Instant): boolean {
  const asked = profile?.permissions.at(-1)?.at ?? startedAt;
  return now >= plus(asked > startedAt ? asked : startedAt, CONFIRM_WITHIN_MS);
}

/** What makes a mail wait whose moment has come: sales, a permission that is not confirmed, or a pause. */
export function pauseReason(
  { lead, mailing }: Recipient,
  sequence: Pick<Sequence, 'paused'>,
  { returns }: Pick<Agreement, 'returns'>,
  now: Instant,
): 'with-sales' | 'pending' | 'paused' | 'sequence-paused' | undefined {
  if (lead !== undefined && !isErased(lead) && isOnHold(lead, returns)) return 'with-sales';
  if (lead !== undefined && !isErased(lead) && lead.mail === 'pending') return 'pending';
  if (mailing.pausedUntil !== undefined && mailing.pausedUntil > now) return 'paused';
  return sequence.paused ? 'sequence-paused' : undefined;
}

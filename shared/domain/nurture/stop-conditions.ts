import type { Agreement } from '../handover/agreement.ts';
import { lastReturn } from '../handover/hand-raise.ts';
import type { ErasedLead, Lead, Stage } from '../identity/lead.ts';
import { consentFor } from '../identity/mail-consent.ts';
import type { Profile } from '../identity/profile.ts';
import { type Instant, plus } from '../time.ts';
import type { EndReason } from './enrolment/enrolment.ts';
import { closedAddress, isNewTry } from './feedback.ts';
import type { Mailing, MailKind } from './mailing.ts';
import type { Sequence } from './sequence.ts';

/** The person a mail is for, with everything that may stop or delay it. */
export interface Recipient {
  lead: Lead | ErasedLead | undefined;
  profile: Profile | undefined;
  mailing: Mailing;
}

/** A lead that was not erased, and whether its address may be mailed. */
interface Mailable {
  lead: Lead;
  mailing: Mailing;
}

const CONFIRM_WITHIN_MS = 14 * 86_400_000;

/** The kind of mail, its subject on the preferences page, and when its sequence started. */
export interface MailContext {
  kind: MailKind;
  subject?: string | undefined;
  startedAt: Instant;
  /** The stages of those who may get it; left out: whoever marketing writes to. */
  readers?: readonly Stage[] | undefined;
}

/**
 * Why a person may never get this mail; undefined if nothing stops it. A requested mail needs no permission, only
 * an address that is not closed, or is tried once more.
 */
export function stopReason(
  { lead, mailing }: Mailable,
  { kind, subject, startedAt, readers }: MailContext,
  { returns }: Pick<Agreement, 'returns'>,
): EndReason | undefined {
  const { suppressed } = mailing;
  const isTried = kind === 'requested' && isNewTry(mailing, startedAt);
  if (closedAddress(mailing) !== undefined && !isTried) return 'suppressed';
  if (kind === 'requested') return undefined;
  if (suppressed !== undefined || lead.mail === 'withdrawn') return 'unsubscribed';
  if (subject !== undefined && mailing.subjects[subject] === false) return 'unsubscribed';
  if (isEndedByHandover(lead, startedAt, returns)) return 'handed-over';
  if (isOnHold(lead, returns)) return undefined;
  return (
    salesStopReason(lead, readers) ?? (consentFor(lead, subject) === 'none' ? 'no-permission' : undefined)
  );
}

/** Whether sales has the lead and its mails may go on after a return: until then they wait. */
export function isOnHold({ stage, handover }: Lead, returns: Agreement['returns']): boolean {
  const isWithSales = handover?.status === 'open' || ['mql', 'sal', 'sql', 'opportunity'].includes(stage);
  return isWithSales && Object.values(returns).some(({ resume }) => resume);
}

/** Whether a hand-over ended a sequence that started before it. It goes on only after a return with `resume`. */
function isEndedByHandover({ handover }: Lead, startedAt: Instant, returns: Agreement['returns']): boolean {
  if (handover === undefined || handover.status === 'open' || startedAt >= handover.openedAt) return false;
  const reason = handover.answer?.reason;
  if (reason === undefined || reason === 'duplicate') return true;
  return !returns[reason].resume;
}

/**
 * Why marketing may no longer mail a lead: it is with sales, or its deal is won or lost. Undefined if it may.
 * @param readers stages that a mail is meant for
 */
export function salesStopReason(lead: Lead, readers: readonly Stage[] = []): EndReason | undefined {
  switch (lead.stage) {
    case 'customer':
    case 'lost':
      return readers.includes(lead.stage) ? undefined : lead.stage;
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

/** Whether a person has already requested what the sequence offers. */
export function hasRequestedOffer({ start }: Sequence, profile: Profile | undefined): boolean {
  if (!('withoutForm' in start) || start.withoutForm === undefined) return false;
  return profile?.forms?.[start.withoutForm] !== undefined;
}

/** Until when mails about a subject wait for the confirmation of its permission. */
export function confirmableUntil(
  { profile }: Pick<Recipient, 'profile'>,
  subject: string | undefined,
  startedAt: Instant,
): Instant {
  const asked = (profile?.permissions ?? []).filter(
    ({ subjects }) => subject === undefined || subjects === undefined || subjects.includes(subject),
  );
  const [last = startedAt] = asked
    .map(({ at }) => at)
    .sort()
    .reverse();
  return plus(last > startedAt ? last : startedAt, CONFIRM_WITHIN_MS);
}

/** Why a due mail must wait: the lead is with sales, the permission is not confirmed, or there is a pause. */
export function pauseReason(
  { lead, mailing }: Mailable,
  sequence: Pick<Sequence, 'paused' | 'subject'>,
  { returns }: Pick<Agreement, 'returns'>,
  now: Instant,
): 'with-sales' | 'pending' | 'paused' | 'sequence-paused' | undefined {
  if (isOnHold(lead, returns)) return 'with-sales';
  if (consentFor(lead, sequence.subject) === 'pending') return 'pending';
  if ((mailing.pausedUntil ?? '') > now) return 'paused';
  return sequence.paused ? 'sequence-paused' : undefined;
}

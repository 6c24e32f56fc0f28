import type { Instant } from '../time.ts';
import { type AnyEvent, isLeadCapture } from '../tracking/event.ts';

export type MailConsent = 'none' | 'pending' | 'granted' | 'withdrawn';
export type SubjectConsent = 'pending' | 'granted';

/** Stands for every subject: a permission from before wordings named theirs. */
export const EVERY_SUBJECT = '*';

/** The last time of each event that decides whether a lead may be mailed. */
export interface ConsentMoments {
  /** Permission was given in a form or by another system. */
  asked?: Instant;
  /** The owner of the address confirmed it. */
  granted?: Instant;
  /** The owner of the address confirmed it, as another system says. */
  vouched?: Instant;
  withdrawn?: Instant;
}

interface WithConsent {
  mail: MailConsent;
  permission?: ConsentMoments;
  subjects?: Record<string, SubjectConsent>;
}

/** Whether a lead may be mailed about a subject. */
export function consentFor({ mail, subjects }: WithConsent, subject: string | undefined): MailConsent {
  if (mail === 'withdrawn' || subjects === undefined || subject === undefined) return mail;
  const [own, every] = [subjects[subject], subjects[EVERY_SUBJECT]];
  return every === 'granted' ? every : (own ?? every ?? 'none');
}

/**
 * The lead with the mail consent that follows from its events. Order and repetition make no difference: only the
 * latest event of each kind counts.
 * @param doubleOptIn a ticked box counts only after the owner of the address confirmed it
 */
export function withMailConsent<L extends WithConsent>(
  lead: L,
  events: readonly AnyEvent[],
  doubleOptIn: boolean,
): L {
  const moments = { ...lead.permission };
  for (const event of events) {
    if (event.type === 'mail-consent') keep(moments, event.to, event.at);
    if (!isLeadCapture(event) || event.permission === undefined) continue;
    keep(moments, 'asked', event.at);
    if (event.type === 'import') keep(moments, 'vouched', event.permission.confirmedAt ?? '');
  }
  if (!doubleOptIn && moments.asked !== undefined) keep(moments, 'granted', moments.asked);
  if (Object.keys(moments).length === 0) return lead;
  return { ...lead, permission: moments, mail: mailConsentOf(moments) };
}

/**
 * The latest event decides; in a tie, the withdrawal. What is given after a withdrawal must be confirmed here: another
 * system's word does not undo it.
 */
function mailConsentOf({
  asked = '',
  granted = '',
  vouched = '',
  withdrawn = '',
}: ConsentMoments): MailConsent {
  if (granted > withdrawn || (vouched !== '' && withdrawn === '')) return 'granted';
  return asked > withdrawn ? 'pending' : 'withdrawn';
}

function keep(moments: ConsentMoments, kind: keyof ConsentMoments, at: Instant): void {
  if (at > (moments[kind] ?? '')) moments[kind] = at;
}

import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';

export type MailConsent = 'none' | 'pending' | 'granted' | 'withdrawn';

/** The last time of each event that decides whether a lead may be mailed. */
export interface ConsentMoments {
  /** Permission was given in a form or by another system. */
  asked?: Instant;
  /** The owner of the address confirmed it. */
  granted?: Instant;
  withdrawn?: Instant;
}

interface WithConsent {
  mail: MailConsent;
  permission?: ConsentMoments;
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
    else if ('permission' in event && event.permission !== undefined && !('spam' in event && event.spam)) {
      keep(moments, 'asked', event.at);
    }
  }
  if (!doubleOptIn && moments.asked !== undefined) keep(moments, 'granted', moments.asked);
  if (Object.keys(moments).length === 0) return lead;
  return { ...lead, permission: moments, mail: mailConsentOf(moments) };
}

/** The latest event decides; in a tie, the withdrawal. A form sent after a withdrawal must be confirmed again. */
function mailConsentOf({ asked = '', granted = '', withdrawn = '' }: ConsentMoments): MailConsent {
  if (granted > withdrawn) return 'granted';
  if (asked > withdrawn) return 'pending';
  return withdrawn === '' ? 'none' : 'withdrawn';
}

function keep(moments: ConsentMoments, kind: keyof ConsentMoments, at: Instant): void {
  if (at > (moments[kind] ?? '')) moments[kind] = at;
}

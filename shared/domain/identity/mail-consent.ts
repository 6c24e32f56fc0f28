import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Lead, MailConsent } from './lead.ts';

/** The last time each thing happened that decides whether a lead may be mailed. */
export interface ConsentMoments {
  /** Permission was given in a form or proven by another system. */
  asked?: Instant;
  /** The owner of the address confirmed it. */
  granted?: Instant;
  withdrawn?: Instant;
}

/**
 * The lead with what events say of its permission to be mailed, in any order and however often each is told:
 * only the latest of each kind matters.
 * @param doubleOptIn a ticked box counts only once the owner of the address confirmed it
 */
export function withMailConsent(lead: Lead, events: readonly AnyEvent[], doubleOptIn: boolean): Lead {
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

/** The later word holds, and of two at one moment the no; a new form after a no must be confirmed again. */
function mailConsentOf({ asked = '', granted = '', withdrawn = '' }: ConsentMoments): MailConsent {
  if (granted > withdrawn) return 'granted';
  if (asked > withdrawn) return 'pending';
  return withdrawn === '' ? 'none' : 'withdrawn';
}

function keep(moments: ConsentMoments, kind: keyof ConsentMoments, at: Instant): void {
  if (at > (moments[kind] ?? '')) moments[kind] = at;
}

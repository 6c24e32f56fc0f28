import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';

export type SuppressionReason = 'unsubscribed' | 'hard-bounce' | 'complaint' | 'soft-bounces';

/** Whether a lead may be mailed now, apart from consent. */
export interface Mailing {
  lead: LeadId;
  version: number;
  /** The last marketing mails, newest last; at most 20. */
  recent: Instant[];
  /** Subjects the person unsubscribed from (`false`). */
  subjects: Record<string, boolean>;
  pausedUntil?: Instant;
  suppressed?: { why: SuppressionReason; at: Instant };
  /** Soft bounces in a row. */
  softBounces: number;
  /** The last mail with a soft bounce: a repeated report counts once. */
  lastSoftBounce?: string;
}

export type MailKind = 'marketing' | 'requested';
export type DeliveryOutcome = 'delivered' | 'bounced' | 'complained' | 'rejected';

/** A mail that was sent, or claimed for sending. Its links contain only its id, 128 random bits. */
export interface Mail {
  id: string;
  lead: LeadId;
  sequence: string;
  step: string;
  /** The subject people choose on their preferences page; `''` for a requested mail without one. */
  subject: string;
  /** Its subject line. */
  heading: string;
  kind: MailKind;
  /** Whether opens and clicks may be recorded. */
  tracked: boolean;
  /** The targets of its links, by number. */
  links: string[];
  playbook: number;
  /** Earlier mail to this address bounced softly: a delivery resets the count. */
  doubted?: true;
  claimedAt: Instant;
  sentAt?: Instant;
  fate?: DeliveryOutcome;
  deliveredAt?: Instant;
  openedAt?: Instant;
  clicks: Record<string, Instant>;
}

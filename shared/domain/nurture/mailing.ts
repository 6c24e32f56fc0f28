import type { LeadId } from '../identity/ids.ts';
import type { Instant } from '../time.ts';

export type SuppressionReason = 'unsubscribed' | 'hard-bounce' | 'complaint' | 'soft-bounces';

/** What decides whether a person may be mailed now, apart from consent: kept for each lead. */
export interface Mailing {
  lead: LeadId;
  version: number;
  /** The last marketing mails, newest last; at most 20. */
  recent: Instant[];
  /** Subjects the person switched off (`false`). */
  subjects: Record<string, boolean>;
  pausedUntil?: Instant;
  suppressed?: { why: SuppressionReason; at: Instant };
  /** Soft bounces in a row. */
  softBounces: number;
  /** The mail that bounced softly last: told twice, it counts once. */
  lastSoftBounce?: string;
}

export type MailKind = 'marketing' | 'requested';
export type DeliveryOutcome = 'delivered' | 'bounced' | 'complained' | 'rejected';

/** A mail that was sent, or was about to be. Its id, 128 random bits, is all that its links say. */
export interface Mail {
  id: string;
  lead: LeadId;
  sequence: string;
  step: string;
  /** What it is about, as people choose on their preferences page. */
  subject: string;
  /** What its subject line said. */
  heading: string;
  kind: MailKind;
  /** Whether opens and clicks may be recorded. */
  tracked: boolean;
  /** Where its links point, by number. */
  links: string[];
  playbook: number;
  /** Mail to this address bounced softly before: a delivery clears that. */
  doubted?: true;
  claimedAt: Instant;
  sentAt?: Instant;
  fate?: DeliveryOutcome;
  deliveredAt?: Instant;
  openedAt?: Instant;
  clicks: Record<string, Instant>;
}

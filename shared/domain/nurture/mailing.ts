import type { LeadId } from '../identity/ids.ts';
import type { Language } from '../language.ts';
import type { Instant } from '../time.ts';
import type { MailVariant } from './ab-test/variants.ts';

/** Of several the last holds: a bounce stops also what was asked for, and a complaint is what the person wants. */
export const SUPPRESSION_REASONS = ['unsubscribed', 'soft-bounces', 'hard-bounce', 'complaint'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** Whether a lead may be mailed now, apart from consent. */
export interface Mailing {
  lead: LeadId;
  version: number;
  /** The last marketing mails, newest last; at most 20. */
  recent: Instant[];
  /** Subjects the person unsubscribed from (`false`). */
  subjects: Record<string, boolean>;
  pausedUntil?: Instant;
  /** Why no mail is sent now. `tried`: when somebody asked for the mail that is the new try to an address that bounced. */
  suppressed?: { why: SuppressionReason; at: Instant; tried?: Instant };
  /** When each reason last stopped mail, of those that still do. */
  stops?: Partial<Record<SuppressionReason, Instant>>;
  /** The last delivery after earlier mail had bounced. */
  acceptedAt?: Instant;
  /** When the person last asked for mail, on a page that only a mail to the address leads to. */
  welcomedAt?: Instant;
  /** Soft bounces in a row. */
  softBounces: number;
  /** The last five mails with a soft bounce, and when. */
  softBounced?: Record<string, Instant>;
  /** The last such mail, of before they were all named. */
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
  /** The mail of the playbook that it was made of; mails of before December 2026 do not say. */
  template?: string;
  /** Of which test it is a variant; absent for a mail without a test. */
  test?: MailVariant;
  /** The subject people choose on their preferences page; `''` for a requested mail without one. */
  subject: string;
  /** Its subject line. */
  heading: string;
  kind: MailKind;
  /** The language it was written in; mails of before December 2026 do not say. */
  locale?: Language;
  /** Where the permission was given that its button confirms, as `originOf` names it; absent without such a button. */
  asks?: string;
  /** Whether opens and clicks may be recorded. */
  tracked: boolean;
  /** The targets of its links, by number. */
  links: string[];
  /** The number of the link that no person sees: what fetches it is a machine. */
  hidden?: number;
  playbook: number;
  /** Earlier mail to this address bounced: a delivery says that it accepts mail again. */
  doubted?: true;
  claimedAt: Instant;
  sentAt?: Instant;
  fate?: DeliveryOutcome;
  deliveredAt?: Instant;
  hardBouncedAt?: Instant;
  softBouncedAt?: Instant;
  refusedAt?: Instant;
  complainedAt?: Instant;
  /** When a person first opened it, first clicked in it, and on which links. */
  openedAt?: Instant;
  clickedAt?: Instant;
  clicks: Record<string, Instant>;
  /** The same of machines. */
  machineOpenedAt?: Instant;
  machineClickedAt?: Instant;
  machineClicks?: Record<string, Instant>;
}

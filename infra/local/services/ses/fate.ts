import type { Report } from './configuration-set.ts';

/** One thing that SES reports of a mail to an address. */
export interface Fate {
  report: Report;
  /** Of a bounce. */
  bounce?: { bounceType: 'Permanent' | 'Transient'; bounceSubType: string };
  /** Milliseconds after the mail was accepted; absent means at once. */
  after?: number;
}

const HALF_AN_HOUR = 30 * 60 * 1000;
const sent: Fate = { report: 'send' };
const delivered: Fate = { report: 'delivery' };

const mailboxes: Record<string, Fate[]> = {
  bounce: [sent, bounced('Permanent', 'General')],
  softbounce: [sent, bounced('Transient', 'MailboxFull')],
  suppressionlist: [sent, bounced('Permanent', 'OnAccountSuppressionList')],
  complaint: [sent, delivered, { report: 'complaint' }],
  delay: [sent, { report: 'deliveryDelay' }, { ...delivered, after: HALF_AN_HOUR }],
  reject: [{ report: 'reject' }],
};

/** A mail to it does not count in the quota. */
export const SIMULATOR = '@simulator.amazonses.com';

/**
 * What becomes of a mail to an address, in order. The addresses of SES's mailbox simulator meet their fate, with
 * or without `+label`; those for a soft bounce, a delay and a reject are the twin's own.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
export function fateOf(address: string): readonly Fate[] {
  const lower = address.toLowerCase();
  const [mailbox = ''] = lower.endsWith(SIMULATOR) ? lower.slice(0, -SIMULATOR.length).split('+') : [];
  return (Object.hasOwn(mailboxes, mailbox) && mailboxes[mailbox]) || [sent, delivered];
}

function bounced(bounceType: 'Permanent' | 'Transient', bounceSubType: string): Fate {
  return { report: 'bounce', bounce: { bounceType, bounceSubType } };
}

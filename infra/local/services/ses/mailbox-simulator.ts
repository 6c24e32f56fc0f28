import type { ReportKind } from './configuration-set.ts';

/** A report of SES about a mail to one address. */
export interface SimulatedReport {
  report: ReportKind;
  bounce?: { bounceType: 'Permanent' | 'Transient'; bounceSubType: string };
  /** Milliseconds after the mail was accepted; absent means at once. */
  after?: number;
}

const HALF_AN_HOUR = 30 * 60 * 1000;
const sent: SimulatedReport = { report: 'send' };
const delivered: SimulatedReport = { report: 'delivery' };

const mailboxes: Record<string, SimulatedReport[]> = {
  bounce: [sent, bounced('Permanent', 'General')],
  softbounce: [sent, bounced('Transient', 'MailboxFull')],
  suppressionlist: [sent, bounced('Permanent', 'OnAccountSuppressionList')],
  complaint: [sent, delivered, { report: 'complaint' }],
  delay: [sent, { report: 'deliveryDelay' }, { ...delivered, after: HALF_AN_HOUR }],
  reject: [{ report: 'reject' }],
};

/** Mail to this domain does not count in the quota. */
export const SIMULATOR_DOMAIN = '@simulator.amazonses.com';

/**
 * The reports about a mail to an address, in order. Addresses of SES's mailbox simulator work with or without
 * `+label`; those for a soft bounce, a delay and a reject are the twin's own.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 */
export function simulatedReports(address: string): readonly SimulatedReport[] {
  const lower = address.toLowerCase();
  const [mailbox = ''] = lower.endsWith(SIMULATOR_DOMAIN)
    ? lower.slice(0, -SIMULATOR_DOMAIN.length).split('+')
    : [];
  return (Object.hasOwn(mailboxes, mailbox) && mailboxes[mailbox]) || [sent, delivered];
}

function bounced(bounceType: 'Permanent' | 'Transient', bounceSubType: string): SimulatedReport {
  return { report: 'bounce', bounce: { bounceType, bounceSubType } };
}

import type { ReportedMetric } from '../reports/mail-metrics.ts';
import type { DeliveryOutcome } from './mailing.ts';

/** What an event of SES about one of our mails means. What it does not name stays as it is. */
export interface Meaning {
  /** Stored on the mail and, but for `sent`, in the person's history, of which the figures are made. */
  outcome?: DeliveryOutcome | 'sent';
  /** What the person wants: mail stops until the person undoes it. */
  person?: 'complained' | 'unsubscribed';
  /** Whether the address accepts mail. `doubted`: the fifth in a row closes it. */
  address?: 'works' | 'doubted' | 'closed';
  /** What the brake on our own sending counts. */
  brake?: 'bounces' | 'complaints';
}

/** A kind of event; `type` and `subType` are SES's own words, and `any other` also stands for none at all. */
export interface SesReport {
  event: string;
  type?: string;
  subType?: string;
  says: string;
  means: Meaning;
}

export const ANY_OTHER = 'any other';

const closed: Meaning = { outcome: 'bounced', address: 'closed', brake: 'bounces' };
const doubted: Meaning = { outcome: 'bounced', address: 'doubted' };
const complained: Meaning = { outcome: 'complained', person: 'complained', brake: 'complaints' };

/**
 * Every event that SES documents, with its types; for a complaint the type is that of the feedback. The first row that
 * fits an event is its own, so `any other` stands after the words it is other than.
 * Sources: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html and
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const sesReports: readonly SesReport[] = [
  { event: 'Send', says: 'SES took the mail', means: { outcome: 'sent' } },
  {
    event: 'Delivery',
    says: "the receiver's server took the mail",
    means: { outcome: 'delivered', address: 'works' },
  },
  { event: 'DeliveryDelay', says: 'not yet delivered: SES goes on trying', means: {} },
  { event: 'Reject', says: 'SES found a virus and did not send', means: { outcome: 'rejected' } },
  { event: 'Rendering Failure', says: 'SES could not fill in its template', means: { outcome: 'rejected' } },
  ...bounces('Permanent', {
    General: ['refused for good', closed],
    NoEmail: ['refused for good; the answer does not name the address', closed],
    Suppressed: ["on SES's own list of dead addresses, which counts against the sender", closed],
    OnAccountSuppressionList: [
      "on the account's list of dead addresses: nothing was sent",
      { outcome: 'bounced', address: 'closed' },
    ],
    UnsubscribedRecipient: [
      'unsubscribed at SES: nothing was sent',
      { outcome: 'rejected', person: 'unsubscribed' },
    ],
    [ANY_OTHER]: ['refused for good', closed],
  }),
  ...bounces('Transient', {
    General: ['refused for now', doubted],
    MailboxFull: ['the mailbox is full', doubted],
    CustomTimeoutExceeded: ['not delivered in time', doubted],
    MessageTooLarge: ['the mail is too large', { outcome: 'bounced' }],
    ContentRejected: ['its content was refused', { outcome: 'bounced' }],
    AttachmentRejected: ['its attachment was refused', { outcome: 'bounced' }],
    [ANY_OTHER]: ['refused for now', doubted],
  }),
  ...bounces('Undetermined', { [ANY_OTHER]: ['refused, nobody knows why', doubted] }),
  ...bounces(ANY_OTHER, { [ANY_OTHER]: ['refused, and SES has a new word for it', doubted] }),
  {
    event: 'Complaint',
    type: ANY_OTHER,
    subType: 'OnAccountSuppressionList',
    says: 'complained before: nothing was sent',
    means: { outcome: 'rejected', person: 'complained' },
  },
  ...complaints({
    abuse: ['marked as spam', complained],
    fraud: ['reported as fraud', complained],
    other: ['complained about', complained],
    'not-spam': ['taken out of the spam folder', {}],
    'auth-failure': ['its signature did not hold', { brake: 'complaints' }],
    virus: ['a virus was found in it', { brake: 'complaints' }],
    [ANY_OTHER]: ['complained about, and the receiver does not say why', complained],
  }),
  {
    event: 'Subscription',
    type: 'unsubscribeAll',
    says: 'unsubscribed at SES',
    means: { person: 'unsubscribed' },
  },
  { event: 'Subscription', says: 'other choices at SES, where we keep none', means: {} },
  { event: 'Open', says: 'our own pixel counts', means: {} },
  { event: 'Click', says: 'our own links count', means: {} },
  { event: ANY_OTHER, says: 'SES has something new to say', means: {} },
];

/** What an event means: as the first row says that fits it. Unknown and missing words are no mistake. */
export function meaningOf({
  event,
  type,
  subType,
}: Partial<Record<'event' | 'type' | 'subType', string | undefined>>): Meaning {
  const row = sesReports.find(
    (each) => fits(each.event, event) && fits(each.type, type) && fits(each.subType, subType),
  );
  return row?.means ?? {};
}

/** What an outcome counts as in the reports. */
export function reportedMetric(outcome: DeliveryOutcome, { address }: Meaning): ReportedMetric {
  if (outcome === 'rejected') return 'refused';
  if (outcome !== 'bounced') return outcome;
  return address === 'closed' ? 'hardBounced' : address === 'doubted' ? 'softBounced' : 'refused';
}

function fits(word: string | undefined, said: string | undefined): boolean {
  return word === undefined || word === ANY_OTHER || (said !== undefined && plain(word) === plain(said));
}

/** SES writes `Rendering Failure` in one of its documents, and `RENDERING_FAILURE` in another. */
function plain(word: string): string {
  return word.replace(/[\s_-]/g, '').toLowerCase();
}

function bounces(type: string, subTypes: Record<string, [says: string, means: Meaning]>): SesReport[] {
  return Object.entries(subTypes).map(([subType, [says, means]]) => ({
    event: 'Bounce',
    type,
    subType,
    says,
    means,
  }));
}

function complaints(types: Record<string, [says: string, means: Meaning]>): SesReport[] {
  return Object.entries(types).map(([type, [says, means]]) => ({
    ...{ event: 'Complaint', type, subType: ANY_OTHER, says, means },
  }));
}

import type { Report } from './configuration-set.ts';
import { type Fate, fateOf } from './fate.ts';
import type { Mail } from './mail.ts';
import { type Shared, sharedDetail } from './report-detail.ts';

export interface Sent {
  mail: Mail;
  tags: Record<string, string>;
  configurationSet: string;
  accountId: string;
}

/** One thing that happened to a mail, as SES puts it on the default bus. */
export interface ReportEvent {
  report: Report;
  detailType: string;
  detail: object;
  /** Milliseconds since 1970. */
  at: number;
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html */
const names: Record<Report, { detailType: string; eventType: string }> = {
  send: { detailType: 'Email Sent', eventType: 'Send' },
  delivery: { detailType: 'Email Delivered', eventType: 'Delivery' },
  deliveryDelay: { detailType: 'Email Delivery Delayed', eventType: 'DeliveryDelay' },
  bounce: { detailType: 'Email Bounced', eventType: 'Bounce' },
  complaint: { detailType: 'Email Complaint Received', eventType: 'Complaint' },
  reject: { detailType: 'Email Rejected', eventType: 'Reject' },
};

/** Everything that happens to a mail, in order; recipients with the same fate share one event. */
export function reportsOf(sent: Sent): ReportEvent[] {
  const shared = new Map<string, Shared>();
  for (const address of sent.mail.to) {
    for (const fate of fateOf(address)) {
      const name = JSON.stringify(fate);
      const others = shared.get(name)?.recipients ?? [];
      shared.set(name, { ...fate, recipients: [...others, address] });
    }
  }
  return shared
    .values()
    .map((fate) => reportEvent(sent, fate))
    .toArray()
    .sort((a, b) => a.at - b.at);
}

function reportEvent(sent: Sent, fate: Fate & Shared): ReportEvent {
  const { report, after = 0 } = fate;
  const { detailType, eventType } = names[report];
  const at = Date.parse(sent.mail.at) + after;
  const detail = { eventType, mail: aboutMail(sent), [report]: sharedDetail(sent.mail.id, fate, at) };
  return { report, detailType, detail, at };
}

function aboutMail({ mail, tags, configurationSet, accountId }: Sent) {
  const headers = Object.entries(mail.headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value })),
  );
  const [domain = ''] = /[^@>]+(?=>?$)/.exec(mail.from) ?? [];
  const listed = Object.entries(tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: mail.at,
    source: mail.from,
    sendingAccountId: accountId,
    messageId: mail.id,
    destination: mail.to,
    headersTruncated: false,
    headers,
    commonHeaders: { from: [mail.from], to: mail.to, messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:configuration-set': [configurationSet],
      'ses:from-domain': [domain],
      'ses:caller-identity': ['twin'],
      ...Object.fromEntries(listed),
    },
  };
}

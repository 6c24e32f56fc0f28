import type { ReportKind } from './configuration-set.ts';
import type { Mail } from './mail.ts';
import { type SimulatedReport, simulatedReports } from './mailbox-simulator.ts';
import { type ReportToMany, reportDetail } from './report-detail.ts';

export interface Sent {
  mail: Mail;
  tags: Record<string, string>;
  configurationSet: string;
  accountId: string;
}

/** A report about a mail, as SES puts it on the default bus. */
export interface ReportEvent {
  report: ReportKind;
  detailType: string;
  detail: object;
  /** Milliseconds since 1970. */
  at: number;
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html */
const names: Record<ReportKind, { detailType: string; eventType: string }> = {
  send: { detailType: 'Email Sent', eventType: 'Send' },
  delivery: { detailType: 'Email Delivered', eventType: 'Delivery' },
  deliveryDelay: { detailType: 'Email Delivery Delayed', eventType: 'DeliveryDelay' },
  bounce: { detailType: 'Email Bounced', eventType: 'Bounce' },
  complaint: { detailType: 'Email Complaint Received', eventType: 'Complaint' },
  reject: { detailType: 'Email Rejected', eventType: 'Reject' },
};

/** All reports about a mail, in order; recipients with the same outcome share one event. */
export function reportsOf(sent: Sent): ReportEvent[] {
  const shared = new Map<string, ReportToMany>();
  for (const address of sent.mail.to) {
    for (const fate of simulatedReports(address)) {
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

function reportEvent(sent: Sent, fate: SimulatedReport & ReportToMany): ReportEvent {
  const { report, after = 0 } = fate;
  const { detailType, eventType } = names[report];
  const at = Date.parse(sent.mail.at) + after;
  const detail = { eventType, mail: aboutMail(sent), [report]: reportDetail(sent.mail.id, fate, at) };
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

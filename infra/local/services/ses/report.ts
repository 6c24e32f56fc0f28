import type { Report } from './configuration-set.ts';
import { fateOf } from './fate.ts';
import type { Mail } from './mail.ts';

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
}

const detailTypes: Record<Report, string> = {
  send: 'Email Sent',
  delivery: 'Email Delivered',
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
};

/** Everything that happens to a mail, in order; recipients with the same fate share one event. */
export function reportsOf(sent: Sent): ReportEvent[] {
  const fates = new Map<string, Fate>();
  for (const address of sent.mail.to) {
    for (const { report, subType } of fateOf(address)) {
      const name = `${report} ${subType}`;
      const fate = fates.get(name) ?? { report, subType, recipients: [] };
      fates.set(name, { ...fate, recipients: [...fate.recipients, address] });
    }
  }
  return [
    reportEvent(sent, { report: 'send', recipients: sent.mail.to }),
    ...fates.values().map((fate) => reportEvent(sent, fate)),
  ];
}

interface Fate {
  report: Report;
  subType?: string | undefined;
  recipients: string[];
}

/** Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html */
function reportEvent(sent: Sent, { report, recipients, subType = 'General' }: Fate): ReportEvent {
  const { id, at } = sent.mail;
  const feedbackId = `${id}-${report}`;
  const details = {
    send: {},
    delivery: {
      timestamp: at,
      processingTimeMillis: 1,
      recipients,
      smtpResponse: '250 2.6.0 Message received',
      reportingMTA: 'twin.smtp-out.amazonses.com',
    },
    bounce: {
      bounceType: 'Permanent',
      bounceSubType: subType,
      bouncedRecipients: recipients.map((emailAddress) => ({
        emailAddress,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'smtp; 550 5.1.1 user unknown',
      })),
      timestamp: at,
      feedbackId,
      reportingMTA: 'dns; twin.smtp-out.amazonses.com',
    },
    complaint: {
      complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
      timestamp: at,
      feedbackId,
      complaintFeedbackType: 'abuse',
    },
  };
  const eventType = report.charAt(0).toUpperCase() + report.slice(1);
  return {
    report,
    detailType: detailTypes[report],
    detail: { eventType, mail: aboutMail(sent), [report]: details[report] },
  };
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

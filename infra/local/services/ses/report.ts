import type { Report } from './configuration-set.ts';
import type { Mail } from './mail.ts';

export interface Sent {
  mail: Mail;
  tags: Record<string, string>;
  configurationSet: string;
  accountId: string;
}

const detailTypes: Record<Report, string> = {
  send: 'Email Sent',
  delivery: 'Email Delivered',
  bounce: 'Email Bounced',
  complaint: 'Email Complaint Received',
};

/**
 * What SES puts on the default bus about a mail.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function reportEvent(
  report: Report,
  sent: Sent,
  recipients: string[],
  at: string,
  subType = 'General',
) {
  const { mail } = sent;
  const feedbackId = `${mail.id}-${report}`;
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

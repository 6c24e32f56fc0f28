import type { SimulatedReport } from './mailbox-simulator.ts';

/** A report about several recipients. */
export interface ReportToMany extends SimulatedReport {
  recipients: string[];
}

const REPORTER = 'twin.smtp-out.amazonses.com';
const EXPIRES_AFTER = 14 * 60 * 60 * 1000;

const bounces = {
  Permanent: { status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  Transient: { status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
};
const delayed = { status: '4.4.1', diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host' };

/**
 * The part of an event that is specific to its kind. `time` is in milliseconds since 1970.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function reportDetail(messageId: string, { report, bounce, recipients }: ReportToMany, time: number) {
  const timestamp = new Date(time).toISOString();
  const feedbackId = `${messageId}-${report}`;
  switch (report) {
    case 'send':
      return {};
    case 'reject':
      return { reason: 'Bad content' };
    case 'delivery':
      return {
        timestamp,
        processingTimeMillis: 1,
        recipients,
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: REPORTER,
      };
    case 'deliveryDelay':
      return {
        timestamp,
        delayType: 'TransientCommunicationFailure',
        expirationTime: new Date(time + EXPIRES_AFTER).toISOString(),
        delayedRecipients: recipients.map((emailAddress) => ({ emailAddress, ...delayed })),
        reportingMTA: REPORTER,
      };
    case 'bounce': {
      const { bounceType = 'Permanent', bounceSubType = 'General' } = bounce ?? {};
      const failure = { action: 'failed', ...bounces[bounceType] };
      return {
        bounceType,
        bounceSubType,
        bouncedRecipients: recipients.map((emailAddress) => ({ emailAddress, ...failure })),
        timestamp,
        feedbackId,
        reportingMTA: `dns; ${REPORTER}`,
      };
    }
    case 'complaint':
      return {
        complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
        timestamp,
        feedbackId,
        complaintFeedbackType: 'abuse',
      };
  }
}

import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Refused } from './refused.ts';

/** A mail to our own people about one thing. */
export interface OutgoingMail {
  to: readonly string[];
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  /** What SES reports with everything that becomes of the mail; letters, digits, `-` and `_`. */
  tags: Readonly<Record<string, string>>;
}

export interface Mailer {
  /**
   * Sends one mail to all at once.
   * @throws Refused when it certainly was not sent; any other error when nobody knows.
   */
  send(mail: OutgoingMail): Promise<void>;
}

/** SES knows no idempotency key, so the SDK must not try again by itself: that would send twice, unmarked. */
export function sesClient(): SESClient {
  return new SESClient({
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  });
}

/** Mail through SES, from one sender, reported under one configuration set. */
export function sesMailer(
  client: SESClient,
  { sender, configurationSet }: { sender: string; configurationSet: string },
): Mailer {
  return {
    async send({ to, subject, html, text, headers, tags }) {
      const message = new MailComposer({
        from: { name: 'Kansrijk', address: sender },
        to: [...to],
        subject,
        html,
        text,
        headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
      });
      const command = new SendRawEmailCommand({
        Source: sender,
        Destinations: [...to],
        RawMessage: { Data: await message.compile().build() },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      });
      try {
        await client.send(command);
      } catch (error) {
        throw isRefusal(error) ? new Refused(error.name, { isPermanent: false }) : error;
      }
    },
  };
}

/** SES answered that the request was wrong or too much: then it sent nothing. */
function isRefusal(error: unknown): error is SESServiceException {
  return error instanceof SESServiceException && error.$fault === 'client';
}

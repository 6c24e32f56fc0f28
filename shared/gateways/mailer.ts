import type { SESClient } from '@aws-sdk/client-ses';
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
export const sesSettings = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
};

/** Mail through SES, from one sender, reported under one configuration set. */
export function sesMailer(
  { sender, configurationSet }: { sender: string; configurationSet: string },
  given?: SESClient,
): Mailer {
  // Loaded at the first mail: most of what starts is the SDK, and what was told before needs none.
  let loading: Promise<Loaded> | undefined;
  return {
    async send({ to, tags, headers, ...content }) {
      loading ??= load(given);
      const { ses, client, MailComposer } = await loading;
      const message = new MailComposer({
        ...content,
        from: { name: 'Kansrijk', address: sender },
        to: [...to],
        headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
      });
      const command = new ses.SendRawEmailCommand({
        Source: sender,
        Destinations: [...to],
        RawMessage: { Data: await message.compile().build() },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      });
      try {
        await client.send(command);
      } catch (error) {
        // SES answered that the request was wrong or too much: then it sent nothing.
        const isRefusal = error instanceof ses.SESServiceException && error.$fault === 'client';
        throw isRefusal ? new Refused(error.name, { isPermanent: false }) : error;
      }
    },
  };
}

interface Loaded {
  ses: typeof import('@aws-sdk/client-ses');
  client: SESClient;
  MailComposer: typeof import('nodemailer/lib/mail-composer').default;
}

async function load(given: SESClient | undefined): Promise<Loaded> {
  const [ses, { default: MailComposer }] = await Promise.all([
    import('@aws-sdk/client-ses'),
    import('nodemailer/lib/mail-composer'),
  ]);
  return { ses, client: given ?? new ses.SESClient(sesSettings), MailComposer };
}

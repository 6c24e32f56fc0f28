import type { SESClient } from '@aws-sdk/client-ses';
import { headerLine } from '../../domain/nurture/mail/safe-text.ts';
import { MailRefused, refusalOf, type SesError } from './ses-refusal.ts';

/** A mail to send through SES. */
export interface OutgoingMail {
  /** The display name of the sender. */
  from: string;
  to: readonly string[];
  subject: string;
  html: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  attachments?: Attachment[];
  /** SES includes these in every event about the mail; values of letters, digits, `-` and `_`. */
  tags: Readonly<Record<string, string>>;
}

/** A file that a mail brings along. */
export interface Attachment {
  filename: string;
  content: string;
  contentType: string;
}

export interface Mailer {
  /**
   * Sends one mail to all recipients.
   * @throws MailRefused if it was certainly not sent; any other error if that is unknown
   */
  send(mail: OutgoingMail): Promise<void>;
}

/** SES has no idempotency key, so the SDK must not retry: that could send a mail twice. */
export const sesSettings = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
};

/** Sends mail through SES, from one sender and with one configuration set. */
export function sesMailer(
  { sender, configurationSet }: { sender: string; configurationSet: string },
  given?: SESClient,
): Mailer {
  // Loaded with the first mail: the SDK takes most of the load time, and not every invocation sends.
  let loading: Promise<Loaded> | undefined;
  return {
    async send({ from, to, subject, tags, headers, ...content }) {
      loading ??= load(given);
      const { ses, client, MailComposer } = await loading;
      const message = new MailComposer({
        ...content,
        subject: headerLine(subject),
        from: { name: headerLine(from), address: sender },
        // As objects, so that an address cannot be parsed as two.
        to: to.map((address) => ({ name: '', address })),
        headers: { ...headers, 'Auto-Submitted': 'auto-generated' },
      });
      const raw = await message
        .compile()
        .build()
        .catch((error: Error) => {
          throw new MailRefused(error.name, 'mail');
        });
      const command = new ses.SendRawEmailCommand({
        Source: sender,
        Destinations: [...to],
        RawMessage: { Data: raw },
        ConfigurationSetName: configurationSet,
        Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      });
      try {
        await client.send(command);
      } catch (error) {
        throw refusalOf(error as SesError) ?? error;
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

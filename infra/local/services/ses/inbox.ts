import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressObject, simpleParser } from 'mailparser';

const require = createRequire(import.meta.url);

interface InboxMail {
  messageId: string;
  from: string;
  replyTo: string[];
  destination: { to: string[]; cc: string[]; bcc: string[] };
  subject: string;
  body: { html?: string | undefined; text?: string | undefined };
  attachments: object[];
  headers: { name: string; value: string }[];
  at: number;
}

/** aws-ses-v2-local: its page, and its store, which accepts a mail with its id and time. */
const { default: startServer } = require('aws-ses-v2-local') as {
  default(options: { host: string; port: number }): Promise<Server>;
};
const { saveEmail } = require('aws-ses-v2-local/dist/store') as { saveEmail(mail: InboxMail): void };

/** The page that shows the mails the twin sent. */
export interface Inbox {
  url: string;
  show(raw: Buffer, received: { id: string; at: string }): Promise<void>;
  stop(): Promise<void>;
}

export async function startInbox(host: string, port: number): Promise<Inbox> {
  const server = await startServer({ host, port });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://localhost:${actual}`,
    async show(raw, { id, at }) {
      const mail = await simpleParser(raw);
      saveEmail({
        messageId: id,
        from: mail.from?.text ?? '',
        replyTo: texts(mail.replyTo),
        destination: { to: texts(mail.to), cc: texts(mail.cc), bcc: texts(mail.bcc) },
        subject: mail.subject ?? '(no subject)',
        body: { html: mail.html || undefined, text: mail.text },
        attachments: mail.attachments.map((part) => ({ ...part, content: part.content.toString('base64') })),
        headers: mail.headerLines.map(({ key, line }) => ({
          name: key,
          value: line.slice(key.length + 1).trim(),
        })),
        at: Math.floor(Date.parse(at) / 1000),
      });
    },
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function texts(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().map((part) => part.text);
}

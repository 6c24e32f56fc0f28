import { Readable } from 'node:stream';
import { SESClient, type SESClientConfig } from '@aws-sdk/client-ses';
import { sesMailer } from '../../shared/gateways/nurture/mailer.ts';
import { compileMails } from '../../shared/playbook/compiler/compile-mails.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { loadPlaybook } from '../../shared/playbook/load-playbook.ts';
import { composeMail } from '../../shared/usecases/nurture/send-due-mail/compose-mail.ts';
import { LEAD, lead, NOW } from '../domain/builders.ts';
import { type Measurement, median, rounded } from './measurement.ts';

const MAILS = 1_000;
const ROUNDS = 5;

const ANSWER =
  '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>' +
  '<MessageId>1</MessageId></SendRawEmailResult></SendRawEmailResponse>';

/** SES without a network: the SDK builds and signs each request, and reads each answer. */
const requestHandler = {
  handle: async () => ({
    response: {
      statusCode: 200,
      headers: { 'content-type': 'text/xml' },
      body: Readable.from([Buffer.from(ANSWER)]),
    },
  }),
} as unknown as NonNullable<SESClientConfig['requestHandler']>;

/** How many mails a second one core renders, builds and hands to SES: the shipped tips to tracked people. */
export async function measureMails(): Promise<Measurement> {
  const loaded = loadPlaybook(readPlaybookFolder('shared/playbook'));
  if (!loaded.ok) throw new Error('The shipped playbook has mistakes');
  const playbook = { version: 1, ...loaded.content };
  const compiled = await compileMails(loaded.mails, loaded.content);
  const client = new SESClient({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    maxAttempts: 1,
    requestHandler,
  });
  const mailer = sesMailer({ sender: 'hello@kansrijk.test', configurationSet: 'set' }, client);
  const system = {
    templates: async (_version: number, mail: string, locale: 'nl' | 'en') => compiled[mail]?.[locale],
    publicUrl: 'https://leads.example.com',
    websiteUrl: 'https://www.example.com',
  };
  const tips = playbook.sequences['whitepaper-tips']?.steps ?? [];
  let bytes = 0;

  async function send(number: number): Promise<void> {
    const { id: step = '', mail = '' } = tips[number % tips.length] ?? {};
    const value = { value: `Ann ${number}`, at: NOW, source: 'form whitepaper' };
    const { outgoing } = await composeMail(system, {
      ...{ id: 'AbCdEfGhIjKlMnOpQrStUv', mail, step, sequence: 'whitepaper-tips', playbook, now: NOW },
      lead: lead({ mail: 'granted', tracking: 'granted' }),
      profile: {
        ...{ id: LEAD, version: 1, email: `ann-${number}@company.test`, values: { firstName: value } },
        ...{ permissions: [], createdAt: NOW, locale: number % 2 ? 'nl' : 'en' },
      },
      mailing: { lead: LEAD, version: 0, recent: [], subjects: {}, softBounces: 0 },
    });
    bytes += outgoing.html.length;
    await mailer.send(outgoing);
  }

  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (let number = 0; number < MAILS; number++) await send(number);
    const { user, system: kernel } = process.cpuUsage(start);
    rates.push(MAILS / ((user + kernel) / 1e6));
  }
  return {
    what: 'render, build MIME and hand to SES',
    value: rounded(median(rates)),
    unit: 'mails a second of processor time',
    reach: 500,
    atLeast: true,
    detail: `${rounded(bytes / (MAILS * ROUNDS * 1024))} KB of HTML each`,
  };
}

import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it } from 'vitest';
import { type OutgoingMail, sesMailer, sesSettings } from '../../../shared/gateways/nurture/mailer.ts';
import { MailRefused } from '../../../shared/gateways/nurture/ses-refusal.ts';

const ses = mockClient(SESClient);
const mailer = sesMailer({ sender: 'hello@kansrijk.test', configurationSet: 'set' }, new SESClient({}));
const mail: OutgoingMail = {
  from: 'Kansrijk',
  to: ['a@sales.test', 'b@sales.test'],
  subject: 'Ann wants to talk',
  html: '<p>Hi</p>',
  text: 'Hi',
  headers: { 'X-Kansrijk-Handover': 'lead.1' },
  tags: { lead: 'lead' },
};

beforeEach(() => {
  ses.reset();
  ses.on(SendRawEmailCommand).resolves({ MessageId: '1' });
});

const sent = () => ses.commandCalls(SendRawEmailCommand)[0]?.args[0].input;
const raw = () => Buffer.from(sent()?.RawMessage?.Data as Uint8Array).toString();

describe('a mail to sales', () => {
  it('goes to all recipients as one mail, with the configuration set and tags', async () => {
    await mailer.send(mail);
    expect(sent()).toMatchObject({
      Source: 'hello@kansrijk.test',
      Destinations: ['a@sales.test', 'b@sales.test'],
      ConfigurationSetName: 'set',
      Tags: [{ Name: 'lead', Value: 'lead' }],
    });
    const parsed = await simpleParser(raw());
    expect(parsed).toMatchObject({ subject: mail.subject, text: 'Hi', html: '<p>Hi</p>' });
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(parsed.headers.get('x-kansrijk-handover')).toBe('lead.1');
  });

  it('gets no extra header from a name with line breaks', async () => {
    await mailer.send({ ...mail, subject: 'Ann\r\nBcc: everybody@evil.test\r\n\r\n<b>' });
    const { headers, subject } = await simpleParser(raw());
    expect(headers.has('bcc')).toBe(false);
    expect(subject).toContain('Bcc: everybody@evil.test');
  });

  it('brings files along as they are', async () => {
    const file = { filename: 'talk.ics', contentType: 'text/calendar; charset=utf-8; method=PUBLISH' };
    const content = `BEGIN:VCALENDAR\r\nSUMMARY:Één — ${'x'.repeat(70)}\r\nEND:VCALENDAR\r\n`;
    await mailer.send({ ...mail, attachments: [{ ...file, content }] });
    const [found] = (await simpleParser(raw())).attachments;
    expect(found).toMatchObject({ filename: 'talk.ics', contentType: 'text/calendar' });
    expect(found?.content.toString()).toBe(content);
  });

  it('may have a subject in any script and length', async () => {
    const subject = `Łukasz 高橋 👋 ${'é'.repeat(120)}`;
    await mailer.send({ ...mail, subject });
    const [head = ''] = raw().split('\r\n\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: checks for ASCII
    expect(head).toMatch(/^[\x00-\x7f]*$/);
    expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect((await simpleParser(raw())).subject).toBe(subject);
  });
});

describe('a mail that SES refuses', () => {
  const failure = (name: string, status: number, message = '') =>
    new SESServiceException({
      name,
      message,
      $fault: status < 500 ? 'client' : 'server',
      $metadata: { httpStatusCode: status },
    });

  it.each([
    ['Throttling', 400, 'Maximum sending rate exceeded.', 'rate'],
    ['Throttling', 400, 'Daily message quota exceeded.', 'quota'],
    ['ServiceUnavailable', 503, '', 'busy'],
    ['InternalFailure', 500, '', 'busy'],
    ['AccountSendingPausedException', 400, '', 'account'],
    ['MessageRejected', 400, 'Email address is not verified.', 'account'],
    ['MessageRejected', 400, 'Message contains a virus', 'mail'],
    ['InvalidParameterValue', 400, "Missing final '@domain'", 'mail'],
  ])('(%s, %i, %s) was certainly not sent', async (name, status, message, kind) => {
    ses.on(SendRawEmailCommand).rejects(failure(name, status, message));
    const refused = await mailer.send(mail).catch((error) => error);
    expect(refused).toBeInstanceOf(MailRefused);
    expect(refused).toMatchObject({ kind, message: name, isPermanent: kind === 'mail' });
  });

  it('may have been sent if a gateway timed out or nobody answered', async () => {
    for (const error of [failure('GatewayTimeout', 504), new Error('timeout')]) {
      ses.on(SendRawEmailCommand).rejects(error);
      await expect(mailer.send(mail)).rejects.not.toThrow(MailRefused);
    }
  });

  it('is not retried by the SDK, which could send it twice', async () => {
    expect(await new SESClient(sesSettings).config.maxAttempts()).toBe(1);
  });
});

describe('a mail with hostile names', () => {
  const hostile = [
    'Ann\r\nBcc: everybody@evil.test\r\n\r\n<b>',
    'de Vries, Ann; "the boss" <boss@evil.test>',
    '\u202Egnp.exe\u202C שלום',
    'é'.repeat(10_000),
    `${'x'.repeat(10_000)}`,
    '\u0000\u0007\ud800',
  ];

  it.each(hostile)('is valid MIME to one recipient (%#)', async (name) => {
    await mailer.send({
      ...mail,
      from: name,
      to: ['ann@lead.test'],
      subject: name,
      text: name,
      html: `<p>${name}</p>`,
    });
    expect(sent()?.Destinations).toEqual(['ann@lead.test']);
    const [head = ''] = raw().split('\r\n\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: checks for ASCII
    expect(head).toMatch(/^[\x09\x0a\x0d\x20-\x7e]*$/);
    expect(
      Math.max(
        ...raw()
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    const parsed = await simpleParser(raw());
    expect(parsed.headers.has('bcc')).toBe(false);
    expect([parsed.to].flat().flatMap((to) => to?.value ?? [])).toMatchObject([{ address: 'ann@lead.test' }]);
    expect(parsed.from?.value).toMatchObject([{ address: 'hello@kansrijk.test' }]);
    expect(parsed.text).toBeDefined();
    expect(parsed.html).toContain('<p>');
  });
});

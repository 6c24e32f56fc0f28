import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { mockClient } from 'aws-sdk-client-mock';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it } from 'vitest';
import { type OutgoingMail, sesMailer, sesSettings } from '../../shared/gateways/mailer.ts';
import { Refused } from '../../shared/gateways/refused.ts';

const ses = mockClient(SESClient);
const mailer = sesMailer({ sender: 'hello@kansrijk.test', configurationSet: 'set' }, new SESClient({}));
const mail: OutgoingMail = {
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
  it('is one mail to all, with the configuration set and tags', async () => {
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

  it('cannot be given a header by a name with line breaks', async () => {
    await mailer.send({ ...mail, subject: 'Ann\r\nBcc: everybody@evil.test\r\n\r\n<b>' });
    const { headers, subject } = await simpleParser(raw());
    expect(headers.has('bcc')).toBe(false);
    expect(subject).toContain('Bcc: everybody@evil.test');
  });

  it('has a subject of any script and length that every server passes on', async () => {
    const subject = `Łukasz 高橋 👋 ${'é'.repeat(120)}`;
    await mailer.send({ ...mail, subject });
    const [head = ''] = raw().split('\r\n\r\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is asked for
    expect(head).toMatch(/^[\x00-\x7f]*$/);
    expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
    expect((await simpleParser(raw())).subject).toBe(subject);
  });
});

describe('a mail that SES does not take', () => {
  const failure = ($fault: 'client' | 'server') =>
    new SESServiceException({ name: 'Throttling', $fault, $metadata: {}, message: 'a@sales.test' });

  it('was certainly not sent when the request was refused', async () => {
    ses.on(SendRawEmailCommand).rejects(failure('client'));
    await expect(mailer.send(mail)).rejects.toThrow(Refused);
  });

  it('may have been sent when SES failed or did not answer', async () => {
    ses.on(SendRawEmailCommand).rejects(failure('server'));
    await expect(mailer.send(mail)).rejects.not.toThrow(Refused);
  });

  it('is not tried again by the SDK, which would send it twice', async () => {
    expect(await new SESClient(sesSettings).config.maxAttempts()).toBe(1);
  });
});

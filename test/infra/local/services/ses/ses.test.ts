import { afterEach, describe, expect, it } from 'vitest';
import { openSes, type Ses } from '../../../../../infra/local/services/ses/ses.ts';
import { sesEvent } from '../../../../../shared/contract/ses-events.ts';
import { aClock, aJournal, aResource } from '../builders.ts';

const HALF_AN_HOUR = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

const started: Ses[] = [];
afterEach(async () => {
  for (const ses of started.splice(0)) await ses.part.stop();
});

const resources = [
  aResource('AWS::SES::ConfigurationSet', 'Main'),
  aResource('AWS::SES::ConfigurationSetEventDestination', 'Reports', {
    ConfigurationSetName: 'main',
    EventDestination: {
      Enabled: true,
      EventBridgeDestination: { EventBusArn: 'arn:default' },
      MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject'],
    },
  }),
];

async function aMailer({ journal = aJournal(), quota = {} } = {}) {
  const clock = aClock();
  const reports: { detailType: string; detail: Record<string, never> }[] = [];
  const ses = openSes({
    ...{ resources, journal, clock, quota, accountId: '0' },
    report: (detailType, detail) => reports.push({ detailType, detail: detail as Record<string, never> }),
  });
  started.push(ses);
  return { ses, reports, clock };
}

const raw = (to: string, more = '') =>
  Buffer.from(
    `From: Kansrijk <hello@kansrijk.test>\r\nTo: ${to}\r\nSubject: =?utf-8?Q?Hand-over_=E2=82=AC?=\r\n${more}` +
      'List-Unsubscribe: <https://x.test/u>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello</p>\r\n',
  ).toString('base64');

const send = (ses: Ses, to: string, more: object = {}) =>
  ses.call('SendRawEmail', { 'RawMessage.Data': raw(to), ConfigurationSetName: 'main', ...more });

describe('a mail', () => {
  it('that SES accepted can be read', async () => {
    const { ses } = await aMailer();
    const xml = await send(ses, 'Sales <sales@kansrijk.test>');
    const [mail] = ses.mails.all('SALES@kansrijk.test');
    expect(mail).toMatchObject({
      to: ['sales@kansrijk.test'],
      subject: 'Hand-over €',
      text: 'Hello',
      headers: { 'list-unsubscribe': '<https://x.test/u>' },
      at: '2026-03-02T09:00:00.000Z',
    });
    expect(mail?.from).toContain('hello@kansrijk.test');
    expect(xml).toContain(`<SendRawEmailResult><MessageId>${mail?.id}</MessageId></SendRawEmailResult>`);
    expect(ses.mails.all('other@kansrijk.test')).toEqual([]);
  });

  it('is kept with its tags, even after a restart', async () => {
    const journal = aJournal();
    const { ses } = await aMailer({ journal });
    await send(ses, 'sales@kansrijk.test', { 'Tags.member.1.Name': 'mail', 'Tags.member.1.Value': 'm1' });
    await ses.part.stop();
    const { ses: again } = await aMailer({ journal });
    expect(again.mails.all()).toMatchObject([{ subject: 'Hand-over €', tags: { mail: 'm1' } }]);
  });

  it('is refused without a sender, to nobody, or under an unknown configuration set', async () => {
    const { ses } = await aMailer();
    const bare = { 'RawMessage.Data': Buffer.from('Subject: x\r\n\r\nx').toString('base64') };
    await expect(ses.call('SendRawEmail', bare)).rejects.toMatchObject({ code: 'MessageRejected' });
    await expect(send(ses, '')).rejects.toMatchObject({ code: 'MessageRejected' });
    await expect(send(ses, 'a@b.nl', { ConfigurationSetName: 'other' })).rejects.toMatchObject({
      code: 'ConfigurationSetDoesNotExist',
    });
    expect(ses.mails.all()).toEqual([]);
  });
});

describe('a report of SES', () => {
  it('carries the tags of the mail', async () => {
    const { ses, reports } = await aMailer();
    await send(ses, 'sales@kansrijk.test', { 'Tags.member.1.Name': 'mail', 'Tags.member.1.Value': 'm1' });
    expect(reports.map(({ detailType }) => detailType)).toEqual(['Email Sent', 'Email Delivered']);
    expect(reports[1]?.detail).toMatchObject({
      eventType: 'Delivery',
      mail: {
        messageId: ses.mails.all()[0]?.id,
        destination: ['sales@kansrijk.test'],
        tags: { mail: ['m1'], 'ses:configuration-set': ['main'], 'ses:from-domain': ['kansrijk.test'] },
      },
      delivery: { recipients: ['sales@kansrijk.test'] },
    });
  });

  it.each([
    ['softbounce', ['Email Sent', 'Email Bounced']],
    ['delay', ['Email Sent', 'Email Delivery Delayed']],
    ['reject+1', ['Email Rejected']],
    ['bounce+1', ['Email Sent', 'Email Bounced']],
    ['complaint', ['Email Sent', 'Email Delivered', 'Email Complaint Received']],
    ['suppressionlist', ['Email Sent', 'Email Bounced']],
    ['success', ['Email Sent', 'Email Delivered']],
  ])('is right for %s@simulator.amazonses.com', async (mailbox, expected) => {
    const { ses, reports } = await aMailer();
    await send(ses, `${mailbox}@simulator.amazonses.com`);
    expect(reports.map(({ detailType }) => detailType)).toEqual(expected);
  });

  it.each([
    ['bounce', { bounceType: 'Permanent', bounceSubType: 'General' }],
    ['SoftBounce+2', { bounceType: 'Transient', bounceSubType: 'MailboxFull' }],
    ['suppressionlist', { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' }],
  ])('says how %s bounces', async (mailbox, expected) => {
    const { ses, reports } = await aMailer();
    await send(ses, `${mailbox}@simulator.amazonses.com`);
    expect(reports[1]?.detail).toMatchObject({ eventType: 'Bounce', bounce: expected });
  });

  it('can be read by the function that receives it', async () => {
    const { ses, reports, clock } = await aMailer();
    for (const mailbox of ['success', 'bounce', 'softbounce', 'complaint', 'delay', 'reject'])
      await send(ses, `${mailbox}@simulator.amazonses.com`);
    clock.advance(HALF_AN_HOUR);
    await ses.part.runDue?.();
    expect(reports.map(({ detail }) => sesEvent.parse(detail).eventType).sort()).toEqual(
      ['Bounce', 'Bounce', 'Complaint', 'Delivery', 'Delivery', 'Delivery', 'DeliveryDelay', 'Reject'].concat(
        Array(5).fill('Send'),
      ),
    );
  });

  it('follows half an hour later for a delayed mail, even after a restart', async () => {
    const journal = aJournal();
    const { ses } = await aMailer({ journal });
    await send(ses, 'delay@simulator.amazonses.com');
    const { ses: again, reports, clock } = await aMailer({ journal });
    expect(again.part.nextDue?.()).toBe(clock.now() + HALF_AN_HOUR);
    await again.part.runDue?.();
    expect(reports).toEqual([]);
    clock.advance(HALF_AN_HOUR);
    await again.part.runDue?.();
    await again.part.runDue?.();
    expect(reports).toMatchObject([
      { detailType: 'Email Delivered', detail: { delivery: { timestamp: '2026-03-02T09:30:00.000Z' } } },
    ]);
    expect(again.part.nextDue?.()).toBeUndefined();
  });

  it('is not sent without a configuration set', async () => {
    const { ses, reports } = await aMailer();
    await send(ses, 'a@b.nl', { ConfigurationSetName: undefined });
    expect(reports).toEqual([]);
  });
});

describe('the sending quota', () => {
  const beyond = { code: 'Throttling', message: 'Daily message quota exceeded.', status: 400 };

  it('counts the recipients of the last day, except the mailbox simulator', async () => {
    const { ses, clock } = await aMailer();
    await send(ses, 'a@b.nl, c@d.nl');
    await send(ses, 'bounce@simulator.amazonses.com');
    expect(await ses.call('GetSendQuota', {})).toContain(
      '<Max24HourSend>50000</Max24HourSend><MaxSendRate>14</MaxSendRate><SentLast24Hours>2</SentLast24Hours>',
    );
    clock.advance(DAY);
    expect(await ses.call('GetSendQuota', {})).toContain('<SentLast24Hours>0</SentLast24Hours>');
  });

  it('refuses further mail until a day has passed', async () => {
    const { ses, reports, clock } = await aMailer({ quota: { dailyQuota: 2 } });
    await send(ses, 'a@b.nl');
    await expect(send(ses, 'a@b.nl, c@d.nl')).rejects.toMatchObject(beyond);
    await send(ses, 'a@b.nl');
    await expect(send(ses, 'a@b.nl')).rejects.toMatchObject(beyond);
    expect(ses.mails.all()).toHaveLength(2);
    expect(reports).toHaveLength(4);
    clock.advance(DAY);
    await send(ses, 'a@b.nl');
  });

  it('can be changed while the twin runs, and lasts until it is reset', async () => {
    const journal = aJournal();
    const { ses } = await aMailer({ journal });
    ses.quota.set({ dailyQuota: 0 });
    ses.quota.set({ rate: 1.5 });
    const { ses: again } = await aMailer({ journal });
    expect(again.quota.read()).toEqual({ dailyQuota: 0, rate: 1.5, sent: 0 });
    await expect(send(again, 'a@b.nl')).rejects.toMatchObject(beyond);
    again.quota.reset();
    await send(again, 'a@b.nl');
    expect(again.quota.read()).toEqual({ dailyQuota: 50_000, rate: 14, sent: 1 });
  });

  it('of -1 means no limit', async () => {
    const { ses } = await aMailer({ quota: { dailyQuota: -1 } });
    await send(ses, 'a@b.nl');
    expect(await ses.call('GetSendQuota', {})).toContain('<Max24HourSend>-1</Max24HourSend>');
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../system.ts';
import { amsterdam, dayInAmsterdam, secondsUntil } from './local-time.ts';

interface SentMail extends Mail {
  at: string;
  tags: Record<string, string>;
}

let system: System;
let asked: number;
let reader: Person;
let leaver: Person;
let raiser: Person;
let doubter: Person;
let nightOwl: Person;
let regular: Person;

const now = () => system.twin.clock.now();
const moveTo = (shown: string) => system.advance(`${secondsUntil(shown, now())}s`);
const mailsTo = (person: Person) => system.local<SentMail[]>(`/mails?to=${person.email}`);
/** Without newsletters, which come on other days. */
const sequenceTo = async (person: Person) =>
  (await mailsTo(person)).filter(({ tags }) => tags['ses:feedback-id-a'] === 'whitepaper-tips');
const daysOf = (mails: SentMail[]) => mails.map(({ at }) => dayInAmsterdam(at) - dayInAmsterdam(asked));

async function ask(person: Person): Promise<void> {
  const answer = await person.sendsIn('whitepaper', { firstName: 'Kim', company: 'Company' });
  expect(answer.status).toBe(200);
}

/** Presses the button of the page that a link in the first mail leads to. */
async function confirm(person: Person): Promise<void> {
  const [mail] = await mailsTo(person);
  const [, path = ''] = new RegExp(`${system.url}(/confirm/[\\w-]+)`).exec(mail?.text ?? '') ?? [];
  expect((await system.request(path)).status).toBe(200);
  expect((await system.request(path, { method: 'POST' })).status).toBe(200);
  await system.settled();
}

/** What a mail program does when its button is pressed (RFC 8058). */
async function unsubscribe(person: Person): Promise<void> {
  const mail = (await mailsTo(person)).at(-1);
  const [, url = ''] = /<(.+)>/.exec(mail?.headers['list-unsubscribe'] ?? '') ?? [];
  const response = await system.request(new URL(url).pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(response.status).toBe(200);
  await system.settled();
}

/** Delivers all bus events of a type again, as EventBridge may. */
async function tellAgain(type: string, to: string): Promise<void> {
  const events = await system.local<{ 'detail-type': string }[]>('/bus');
  for (const event of events.filter((one) => one['detail-type'] === type)) {
    await system.local(`/invoke/${to}`, { method: 'POST', body: JSON.stringify(event) });
  }
  await system.settled();
}

// Six weeks take seconds, so all tests share them.
beforeAll(async () => {
  system = await startSystem({ now: new Date('2028-05-19T12:00:00Z') });
  [reader, leaver, raiser, doubter, nightOwl, regular] = Array.from(
    { length: 6 },
    () => new Person(system),
  ) as [...[Person, Person, Person, Person, Person, Person]];
  await moveTo('Sat 22:15');
  await ask(nightOwl);
  await system.settled();
  await confirm(nightOwl);

  await moveTo('Tue 10:30');
  asked = now();
  for (const person of [reader, leaver, raiser, doubter, regular]) await ask(person);
  await system.settled();
  for (const person of [reader, leaver, raiser, regular]) await confirm(person);

  await system.advance('3d');
  await ask(regular);
  await regular.sendsIn('demo', { firstName: 'Kim', company: 'Company' });
  await system.settled();
  await tellAgain('SequenceStarted', 'enrol');
  await system.advance('5d');
  await raiser.sendsIn('contact', { name: 'Kim', message: 'Please call me', permission: undefined });
  for (const days of [1, 2, 4]) {
    await system.advance(`${days}d`);
    await regular.reads('/guides/scoring');
  }
  await unsubscribe(leaver);
  await system.advance('30d');
}, 240_000);
afterAll(() => system.stop());

describe('a lead that asks for the whitepaper and confirms its address', () => {
  it('gets the whitepaper at once and a tip each week, for six weeks', async () => {
    const mails = await sequenceTo(reader);
    expect(daysOf(mails)).toEqual([0, 7, 14, 21, 28, 35, 42]);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(7);
    expect(Date.parse(mails[0]?.at ?? '') - asked).toBeLessThan(60_000);
  });

  it('gets them at the hour at which it asked, in local time', async () => {
    for (const { at } of await sequenceTo(reader)) expect(amsterdam(at)).toMatch(/^Tue 10:3[0-3]$/);
  });

  it('has finished the sequence', async () => {
    const { enrolments } = await system.lead(reader.email);
    expect(enrolments).toMatchObject([
      { sequence: 'whitepaper-tips', step: 7, status: 'done', nextAt: null },
    ]);
  });

  it('can leave by one click in every mail', async () => {
    for (const { headers } of await mailsTo(reader)) {
      expect(headers['list-unsubscribe']).toMatch(/^<http:\/\/localhost:\d+\/unsubscribe\/[\w-]+>$/);
      expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    }
  });
});

describe('a lead that asks on a Saturday night', () => {
  it('gets the whitepaper that night, and its tips when the week begins', async () => {
    const [first, ...tips] = await sequenceTo(nightOwl);
    expect(amsterdam(first?.at ?? '')).toMatch(/^Sat 22:1[5-9]$/);
    expect(tips).toHaveLength(6);
    for (const { at } of tips) expect(amsterdam(at)).toMatch(/^Mon 09:0[0-3]$/);
  });
});

describe('a lead that comes back, asks again and reads about a subject', () => {
  it('gets the whitepaper each time it asks, and each tip once, on its day', async () => {
    const mails = await sequenceTo(regular);
    expect(daysOf(mails)).toEqual([0, 3, 7, 14, 21, 28, 35, 42]);
    expect(mails[1]?.subject).toBe(mails[0]?.subject);
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(7);
  });

  it('gets the mail about the subject on the day of the first visit, and not at every visit', async () => {
    const others = (await mailsTo(regular)).filter(
      ({ tags }) => tags['ses:feedback-id-a'] === 'guide-scoring',
    );
    expect(daysOf(others)).toEqual([9]);
  });
});

describe('a lead that unsubscribes', () => {
  it('gets nothing more', async () => {
    expect(daysOf(await sequenceTo(leaver))).toEqual([0, 7, 14]);
    expect(Math.max(...daysOf(await mailsTo(leaver)))).toBeLessThan(15);
    expect(await system.lead(leaver.email)).toMatchObject({
      consent: { mail: 'withdrawn' },
      enrolments: [{ status: 'ended', nextAt: null }],
    });
  });
});

describe('a lead that raises its hand', () => {
  it('gets no more tips', async () => {
    expect(daysOf(await sequenceTo(raiser))).toEqual([0, 7]);
    const lead = await system.lead(raiser.email);
    expect(lead.handovers).toMatchObject([{ reason: 'hand-raiser' }]);
    const tipsOf = lead.enrolments.find(({ sequence }) => sequence === 'whitepaper-tips');
    expect(tipsOf).toMatchObject({ status: 'ended', nextAt: null });
  });
});

describe('a lead that never confirms its address', () => {
  it('gets what it asked for and nothing else', async () => {
    const mails = await mailsTo(doubter);
    expect(mails.map(({ tags }) => tags['ses:feedback-id-b'])).toEqual(['whitepaper']);
    expect(await system.lead(doubter.email)).toMatchObject({
      consent: { mail: 'pending' },
      enrolments: [{ status: 'ended', nextAt: null }],
    });
  });
});

describe('six weeks of timers', () => {
  it('leave no failures', async () => {
    expect(await system.local('/dead-letters')).toEqual([]);
    const logs = await system.local<{ isError: boolean; text: string }[]>('/logs');
    expect(logs.filter(({ isError }) => isError).map(({ text }) => text)).toEqual([]);
  });
});

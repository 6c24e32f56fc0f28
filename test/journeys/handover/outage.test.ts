import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeadJob } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { type Mail, Person, type System, startSystem } from '../system.ts';

const DAY = 24 * 3_600_000;
/** More calls than any outage has. */
const ALL = 1_000_000;

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());
afterEach(() => ends());

describe('mail and Slack that are down when somebody raises a hand', () => {
  it.each([
    ['1s', false],
    ['5m', false],
    ['1h', true],
  ])('for %s: sales is told once over each, within two minutes after', async (length, isLate) => {
    await fails('ses', 'error');
    await fails('slack', 'throttle');
    const person = await raisesHand();
    await system.advance(length);
    expect(await toldAbout(person)).toEqual({ mails: [], posts: [] });
    expect(await isReported('notice-late', person)).toBe(isLate);
    await ends();
    await system.advance('2m');
    const { mails, posts } = await toldAbout(person);
    const headline = `${isLate ? '(late) ' : ''}Ann would like to talk to you`;
    expect({ mails, posts }).toEqual({ mails: [headline], posts: [headline] });
    await system.advance('10m');
    expect(await toldAbout(person)).toEqual({ mails, posts });
  });

  it('and that may have taken what they did not answer: what comes is marked', async () => {
    await fails('ses', 'timeout-after', 1);
    await fails('slack', 'error', 1);
    const person = await raisesHand();
    await system.advance('2m');
    const again = '(possibly sent before) Ann would like to talk to you';
    const { mails, posts } = await toldAbout(person);
    expect(mails).toEqual(['Ann would like to talk to you', again]);
    expect(posts).toEqual([again]);
  });

  it('cause nothing any more once sales has answered', async () => {
    await fails('ses', 'error');
    await fails('slack', 'throttle');
    const person = await raisesHand();
    await system.advance('3m');
    const { id } = await system.lead(person.email);
    await system.api(`/api/leads/${id}/actions`, {
      method: 'POST',
      headers: { 'idempotency-key': randomUUID() },
      body: JSON.stringify({ action: 'accept', by: 'anna' }),
    });
    await ends();
    await system.advance('10m');
    expect(await toldAbout(person)).toEqual({ mails: [], posts: [] });
  });

  it('for three days: the notice is given up, listed for a person, and told when that person says so', async () => {
    await fails('ses', 'error');
    await fails('slack', 'throttle');
    const person = await raisesHand();
    const { id } = await system.lead(person.email);
    // No schedule fires meanwhile: each try would end the same.
    await system.twin.clock.advance(3 * DAY, [], async () => {});
    await system.advance('2m');
    expect(await isReported('job-given-up', person)).toBe(true);
    await ends();
    await system.advance('20m');
    expect(await toldAbout(person)).toEqual({ mails: [], posts: [] });

    const dead = await deadJobs('list', id);
    expect(dead).toMatchObject([{ tries: 2, failure: 'mail InternalFailure, slack slack-429-rate_limited' }]);
    expect(await deadJobs('again', id)).toEqual(dead);
    await system.advance('1m');
    const headline = '(late) Ann would like to talk to you';
    expect(await toldAbout(person)).toEqual({ mails: [headline], posts: [headline] });
    expect(await deadJobs('list', id)).toEqual([]);
  });
});

describe('one channel that is down', () => {
  it.each([
    ['ses', 'posts', 'mails'],
    ['slack', 'mails', 'posts'],
  ] as const)('(%s) leaves the other, which tells at once and only once', async (service, other, late) => {
    await fails(service, 'throttle');
    const person = await raisesHand();
    const atOnce = { mails: [], posts: [], [other]: ['Ann would like to talk to you'] };
    expect(await toldAbout(person)).toEqual(atOnce);
    await system.advance('20m');
    expect(await toldAbout(person)).toEqual(atOnce);
    await ends();
    await system.advance('2m');
    expect(await toldAbout(person)).toEqual({ ...atOnce, [late]: ['(late) Ann would like to talk to you'] });
  });
});

describe('a table that is down when sales is to be told', () => {
  const headline = 'Ann would like to talk to you';

  it('for as long as one invocation: it is told by the next', async () => {
    await fails('dynamodb', 'error', 4);
    const person = await raisesHand();
    expect(await toldAbout(person)).toEqual({ mails: [headline], posts: [headline] });
  });

  it('for longer: the news is a dead letter, which a person replays, and is marked as late', async () => {
    await fails('dynamodb', 'error');
    const person = await raisesHand();
    await ends();
    await system.advance('1h');
    expect(await toldAbout(person)).toEqual({ mails: [], posts: [] });
    const letters = await system.local<{ queue: string; body: string }[]>('/dead-letters');
    expect(letters).toMatchObject([{ queue: expect.stringMatching(/notify/) }]);
    const body = JSON.stringify(JSON.parse(letters[0]?.body ?? '').requestPayload);
    await system.local('/invoke/notify', { method: 'POST', body });
    const late = `(late) ${headline}`;
    expect(await toldAbout(person)).toEqual({ mails: [late], posts: [late] });
  });
});

const fails = (service: 'ses' | 'slack' | 'dynamodb', kind: string, times = ALL) =>
  system.local('/faults', {
    method: 'POST',
    body: JSON.stringify({ service, kind, times, function: 'notify' }),
  });
const ends = () => system.local('/faults', { method: 'DELETE' });

async function raisesHand(): Promise<Person> {
  const person = new Person(system);
  await person.sendsIn('contact', { name: 'Ann', message: 'Call me' });
  await system.settled();
  return person;
}

/** The headlines of what sales got because somebody raised a hand: a reminder may follow in three days. */
async function toldAbout({ email }: Person): Promise<{ mails: string[]; posts: string[] }> {
  const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
  const posts = await system.local<unknown[]>('/slack');
  const isNews = (headline: string) => headline.includes('talk to you');
  const about = (messages: unknown[]) =>
    messages.filter((message) => JSON.stringify(message).includes(email)) as (Mail & { text: string })[];
  return {
    mails: about(mails).flatMap(({ subject }) => (isNews(subject) ? [subject] : [])),
    posts: about(posts).flatMap(({ text }) => (isNews(text) ? [text] : [])),
  };
}

async function isReported(message: string, person: Person): Promise<boolean> {
  const { id } = await system.lead(person.email);
  const lines = await system.local<{ text: string }[]>('/logs?function=notify');
  return lines.some(({ text }) => text.includes(`"${message}"`) && text.includes(id));
}

async function deadJobs(dead: 'list' | 'again', like: string): Promise<DeadJob[]> {
  const body = JSON.stringify({ dead, like });
  const answer = await system.local<{ payload: DeadJob[] }>('/invoke/timers', { method: 'POST', body });
  return answer.payload;
}

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../journeys/system.ts';

/** Every kind of call that the functions of the pipeline make. */
const CALLS = [
  { function: 'forms', service: 'dynamodb' },
  { function: 'score', service: 'dynamodb' },
  { function: 'relay', service: 'events' },
  { function: 'notify', service: 'dynamodb' },
  { function: 'notify', service: 'secretsmanager' },
  { function: 'notify', service: 'ses' },
  { function: 'notify', service: 'slack' },
] as const;

/** More calls than any story makes: a fault that skips this many only counts them. */
const COUNTER = 1_000_000;

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

/** A person who presses the button again when the page fails, and whose tracker retries. */
async function story(): Promise<Person> {
  const person = new Person(system);
  const key = { headers: { 'idempotency-key': randomUUID() } };
  await insist(() => person.sendsIn('whitepaper', { employees: '50' }, key));
  await system.settled();
  const events = Array.from({ length: 8 }, attended);
  await insist(() => person.tells(events));
  await system.settled();
  return person;
}

/** Ten points each: these and the form are 82. */
const attended = () => ({
  id: randomUUID(),
  type: 'track',
  name: 'Webinar Attended',
  url: 'https://website.nl/webinar',
});

async function insist(send: () => Promise<Response>): Promise<void> {
  for (let attempt = 0; attempt < 5; attempt++) if ((await send()).status < 500) return;
  throw new Error('Refused five times');
}

const fault = (about: object) =>
  system.local('/faults', { method: 'POST', body: JSON.stringify({ times: 1, ...about }) });
/** The playbook is cached for a minute, the secret of Slack for five. */
const cachesExpire = () => system.advance('6m');
const noFaults = () => system.local('/faults', { method: 'DELETE' });

async function notificationsAbout(person: Person) {
  const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
  const posts = await system.local<unknown[]>('/slack');
  return {
    mails: mails.filter((mail) => mail.html.includes(person.email)).map((mail) => mail.subject),
    posts: posts.map((post) => JSON.stringify(post)).filter((post) => post.includes(person.email)),
  };
}

const saysRepeat = expect.stringContaining('possibly sent before');

describe.each(CALLS)('a process of $function that dies around a call of $service', (call) => {
  it('keeps the submission, scores it right and notifies sales', async () => {
    await cachesExpire();
    await fault({ ...call, kind: 'error', skip: COUNTER });
    await story();
    const [counter] = await system.local<{ skip: number }[]>('/faults');
    await noFaults();
    const calls = COUNTER - (counter?.skip ?? COUNTER);
    expect(calls).toBeGreaterThan(0);

    for (let skip = 0; skip < calls; skip++) {
      // Dying before a call is the same as dying after the previous one.
      for (const kind of skip === 0
        ? (['crash-before', 'crash-after'] as const)
        : (['crash-after'] as const)) {
        const where = `${kind} call ${skip + 1} of ${calls}`;
        await cachesExpire();
        await fault({ ...call, kind, skip });
        const person = await story();
        const left = await system.local('/faults');
        await noFaults();
        if (call.function === 'notify') {
          expect(left, where).toEqual([]);
          // The next attempt waits until the claim of one that died has ended.
          await system.advance('3m');
        }
        const lead = await system.lead(person.email);
        expect(lead, where).toMatchObject({ stage: 'mql', score: { total: 82 }, handovers: [{ number: 1 }] });
        const { mails, posts } = await notificationsAbout(person);
        for (const messages of [mails, posts]) {
          expect(messages.length, where).toBeGreaterThan(0);
          expect(messages.length, where).toBeLessThanOrEqual(call.function === 'notify' ? 2 : 1);
          if (messages.length === 2) expect(messages[1], where).toEqual(saysRepeat);
        }
        if (call.service === 'ses') expect(mails.length, where).toBe(kind === 'crash-after' ? 2 : 1);
        if (call.service === 'slack') expect(posts.length, where).toBe(kind === 'crash-after' ? 2 : 1);
      }
    }
    expect(await system.local('/dead-letters')).toEqual([]);
  }, 120_000);
});

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

/** The operations that change the table. */
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'];

/** More calls than any story makes: a fault that skips this many only counts them. */
const COUNTER = 1_000_000;

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
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
/** Within three minutes who died is tried again; then the playbook is cached for a minute, the secret of Slack for five. */
const cachesExpire = () => system.advance('9m');
const noFaults = () => system.local('/faults', { method: 'DELETE' });

async function notificationsAbout(people: readonly Person[]) {
  const mails = await system.local<Mail[]>('/mails?to=sales@kansrijk.test');
  const posts = (await system.local<unknown[]>('/slack')).map((post) => JSON.stringify(post));
  return people.map(({ email }) => ({
    mails: mails.filter((mail) => mail.html.includes(email)).map((mail) => mail.subject),
    posts: posts.filter((post) => post.includes(email)),
  }));
}

const saysRepeat = expect.stringContaining('possibly sent before');

/** What a case is about: a kind of call, of one operation if it is the table's. */
interface Target {
  function: string;
  service: string;
  operation?: string;
}

/** How many calls the story makes of each of these. */
async function countsOf(targets: readonly Target[]): Promise<number[]> {
  for (const target of targets) await fault({ ...target, kind: 'error', skip: COUNTER });
  await story();
  const left = await system.local<{ skip: number }[]>('/faults');
  await noFaults();
  return targets.map((_, n) => COUNTER - (left[n]?.skip ?? COUNTER));
}

/**
 * Dying before a call is the same as dying after the previous one, and after a read the same as after the last write:
 * once before the first call, then after each call that changes something.
 */
function deathsOf(call: Target, targets: readonly Target[], counts: readonly number[]) {
  const after = targets.flatMap((target, n) =>
    Array.from({ length: counts[n] ?? 0 }, (_, skip) => ({ ...target, kind: 'crash-after', skip })),
  );
  return [{ ...call, kind: 'crash-before', skip: 0 }, ...after];
}

describe.each(CALLS)('a process of $function that dies around a call of $service', (call) => {
  it('keeps the submission, scores it right and notifies sales', async () => {
    const targets: Target[] =
      call.service === 'dynamodb' ? WRITES.map((operation) => ({ ...call, operation })) : [call];
    await cachesExpire();
    const counts = await countsOf(targets);
    expect(Math.max(...counts)).toBeGreaterThan(0);

    const people: { person: Person; kind: string; where: string }[] = [];
    for (const death of deathsOf(call, targets, counts)) {
      const where = JSON.stringify(death);
      await cachesExpire();
      await fault(death);
      people.push({ person: await story(), kind: death.kind, where });
      const left = await system.local('/faults');
      await noFaults();
      if (call.function === 'notify') expect(left, where).toEqual([]);
    }
    // The next attempt to notify waits until the claim of one that died has ended.
    if (call.function === 'notify') await system.advance('3m');
    const notifications = await notificationsAbout(people.map(({ person }) => person));
    for (const [n, { person, kind, where }] of people.entries()) {
      const lead = await system.lead(person.email);
      expect(lead, where).toMatchObject({ stage: 'mql', score: { total: 82 }, handovers: [{ number: 1 }] });
      const { mails, posts } = notifications[n] ?? { mails: [], posts: [] };
      for (const messages of [mails, posts]) {
        expect(messages.length, where).toBeGreaterThan(0);
        expect(messages.length, where).toBeLessThanOrEqual(call.function === 'notify' ? 2 : 1);
        if (messages.length === 2) expect(messages[1], where).toEqual(saysRepeat);
      }
      if (call.service === 'ses') expect(mails.length, where).toBe(kind === 'crash-after' ? 2 : 1);
      if (call.service === 'slack') expect(posts.length, where).toBe(kind === 'crash-after' ? 2 : 1);
    }
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});

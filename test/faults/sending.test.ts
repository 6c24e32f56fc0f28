import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../journeys/system.ts';
import { shippedPlaybook } from '../web/dossier/example.ts';

/** More calls than any story makes: a fault that passes over so many only counts them. */
const COUNTER = 1_000_000;

let system: System;
beforeAll(async () => {
  system = await startSystem();
}, 60_000);
afterAll(() => system.stop());

const fault = (about: object) =>
  system.local('/faults', { method: 'POST', body: JSON.stringify({ times: 1, ...about }) });
const noFaults = () => system.local('/faults', { method: 'DELETE' });
const mailsTo = (person: Person) => system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);

async function asks(): Promise<Person> {
  const person = new Person(system);
  await person.sendsIn('whitepaper');
  await system.settled();
  return person;
}

async function confirms(person: Person): Promise<void> {
  const [mail] = await mailsTo(person);
  const [, path = ''] = /(\/confirm\/[\w-]{22})/.exec(mail?.html ?? '') ?? [];
  expect((await system.request(path, { method: 'POST' })).status).toBe(200);
  await system.settled();
}

/** Whoever is looked at no more gets no more mail, so that the calls that follow are about the next. */
async function leaves(person: Person): Promise<void> {
  const [mail] = await mailsTo(person);
  const [, path = ''] = /(\/unsubscribe\/[\w-]{22})/.exec(mail?.html ?? '') ?? [];
  expect((await system.request(path, { method: 'POST' })).status).toBe(200);
  await system.settled();
}

/** Ten days, over a weekend if need be: the first tip is due in them. */
const untilFirstTip = () => system.advance('10d');

const playbook = shippedPlaybook();
const subjectOf = (step: number) => {
  const mail = playbook.sequences['whitepaper-tips']?.steps[step]?.mail ?? '';
  return playbook.mails[mail]?.en.subject;
};

/** How often somebody got the whitepaper and the first tip; the newsletter comes too while time moves. */
async function counts(person: Person): Promise<number[]> {
  const mails = await mailsTo(person);
  return [0, 1].map((step) => mails.filter(({ subject }) => subject === subjectOf(step)).length);
}

async function callsOf(call: object, story: () => Promise<unknown>): Promise<number> {
  await fault({ ...call, kind: 'error', skip: COUNTER });
  await story();
  const [counter] = await system.local<{ skip: number }[]>('/faults');
  await noFaults();
  return COUNTER - (counter?.skip ?? COUNTER);
}

const kinds = ['crash-before', 'crash-after'] as const;

describe('a process that dies while it sends a marketing mail', () => {
  it.each([
    { function: 'timers', service: 'dynamodb', operation: 'PutItem' },
    { function: 'timers', service: 'ses', operation: 'SendRawEmail' },
  ])(
    'never sends it twice ($service $operation)',
    async (call) => {
      const first = await asks();
      await confirms(first);
      const calls = await callsOf(call, untilFirstTip);
      expect(await counts(first)).toEqual([1, 1]);
      await leaves(first);
      for (let skip = 0; skip < calls; skip++) {
        for (const kind of kinds) {
          const person = await asks();
          await confirms(person);
          await fault({ ...call, kind, skip });
          await untilFirstTip();
          await noFaults();
          const [paper, tip] = await counts(person);
          const where = `${kind} call ${skip + 1} of ${calls}`;
          expect(paper, where).toBe(1);
          expect(tip, where).toBeLessThanOrEqual(1);
          if (call.service === 'ses') expect(tip, where).toBe(kind === 'crash-after' ? 1 : 0);
          await leaves(person);
        }
      }
    },
    240_000,
  );
});

describe('a process that dies while it sends what was requested', () => {
  it.each([
    { function: 'enrol', service: 'dynamodb' },
    { function: 'enrol', service: 'ses', operation: 'SendRawEmail' },
  ])(
    'sends it once, or once more when nobody can know ($service)',
    async (call) => {
      const calls = await callsOf(call, asks);
      expect(calls).toBeGreaterThan(0);
      const people: { person: Person; where: string }[] = [];
      for (let skip = 0; skip < calls; skip++) {
        for (const kind of kinds) {
          await fault({ ...call, kind, skip });
          people.push({ person: await asks(), where: `${kind} call ${skip + 1} of ${calls}` });
          await noFaults();
        }
      }
      await system.advance('1h');
      for (const { person, where } of people) {
        // The mail service reports what it took, so what went out is not sent again.
        expect(await counts(person), where).toEqual([1, 0]);
      }
    },
    120_000,
  );
});

describe('a mail service whose answer gets lost', () => {
  it('is given no second mail', async () => {
    await fault({ service: 'ses', operation: 'SendRawEmail', kind: 'timeout-after' });
    const person = await asks();
    expect(await counts(person)).toEqual([1, 0]);
    await confirms(person);
    await fault({ service: 'ses', operation: 'SendRawEmail', kind: 'timeout-after' });
    await untilFirstTip();
    await noFaults();
    expect(await counts(person)).toEqual([1, 1]);
  }, 60_000);
});

describe('a mail service that refuses for now', () => {
  it.each(['throttle', 'error'] as const)(
    '(%s) delays mails and loses none',
    async (kind) => {
      await fault({ service: 'ses', operation: 'SendRawEmail', kind, times: 3 });
      const person = await asks();
      await system.advance('1h');
      expect(await counts(person)).toEqual([1, 0]);
      await confirms(person);
      await fault({ service: 'ses', operation: 'SendRawEmail', kind, times: 3 });
      await untilFirstTip();
      await noFaults();
      expect(await counts(person)).toEqual([1, 1]);
    },
    60_000,
  );
});

describe('sweeps that repeat', () => {
  it('send each mail once', async () => {
    const person = await asks();
    await confirms(person);
    await untilFirstTip();
    const sweep = (shard: number) =>
      system.local('/invoke/timers', { method: 'POST', body: JSON.stringify({ shard }) });
    await Promise.all([0, 1, 2, 3, 0, 1, 2, 3].map(sweep));
    await system.settled();
    expect(await counts(person)).toEqual([1, 1]);
  }, 60_000);
});

describe('an address that takes no mail', () => {
  it('gets nothing more', async () => {
    const person = new Person(system, `bounce+${crypto.randomUUID()}@simulator.amazonses.com`);
    await person.sendsIn('whitepaper');
    await system.settled();
    await untilFirstTip();
    expect(await counts(person)).toEqual([1, 0]);
    expect((await system.lead(person.email)).consent.mail).toBe('withdrawn');
  }, 60_000);
});

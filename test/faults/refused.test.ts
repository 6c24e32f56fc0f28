import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../journeys/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const fault = (about: object) => system.local('/faults', { method: 'POST', body: JSON.stringify(about) });
const noFaults = () => system.local('/faults', { method: 'DELETE' });

describe('a table that refuses', () => {
  it('while forms has only just started loses nothing either', async () => {
    const person = new Person(system);
    await fault({ service: 'dynamodb', function: 'forms', kind: 'throttle', times: 50 });
    expect((await person.sendsIn('whitepaper')).status).toBe(200);
    await noFaults();
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({ stage: 'lead', score: { total: 2 } });
  });

  it.each(['throttle', 'error'])('(%s) loses no submission, and the visitor never notices', async (kind) => {
    const person = new Person(system);
    await fault({ service: 'dynamodb', operation: 'PutItem', function: 'forms', kind, times: 20 });
    const answer = await person.sendsIn('whitepaper');
    expect(answer.status).toBe(200);
    await noFaults();
    await system.settled();
    expect(await system.lead(person.email)).toMatchObject({ stage: 'lead', score: { total: 2 } });
  });

  it('loses no page view, of the tracker or of a pixel', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper');
    await system.settled();
    await fault({ service: 'dynamodb', function: 'track', kind: 'throttle', times: 20 });
    expect((await person.reads('/pricing')).status).toBe(204);
    const pixel = await system.request(`/p.gif?v=${person.visitor}&u=https://website.nl/demo&id=view`);
    expect([pixel.status, pixel.headers.get('content-type')]).toEqual([200, 'image/gif']);
    await noFaults();
    await system.settled();
    expect((await system.lead(person.email)).score.total).toBe(8);
  });
});

describe('a mail that is opened and clicked while the table refuses', () => {
  it('earns its points later; the click gets "try again"', async () => {
    const person = new Person(system);
    await person.sendsIn('whitepaper');
    await system.settled();
    const [mail] = await system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);
    const [link] = mail?.html.match(/\/c\/[\w-]{22}\/\d+/) ?? [];
    const [pixel] = mail?.html.match(/\/o\/[\w-]{22}\.gif/) ?? [];
    await system.advance('10m');
    await fault({ service: 'dynamodb', function: 'track', kind: 'throttle', times: 20 });
    expect((await system.request(`${pixel}`)).headers.get('content-type')).toBe('image/gif');
    const answer = await system.request(`${link}`, { headers: { 'accept-language': 'nl' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).toContain('Probeer het over een paar seconden opnieuw');
    await noFaults();
    await system.settled();
    await system.advance('2m');
    const { ledger } = (await system.lead(person.email)).score;
    const earned = ledger
      .filter((entry) => !('waiting' in entry))
      .map(({ eventId }) => eventId.split('-')[0]);
    expect(earned).toEqual(expect.arrayContaining(['open', 'click']));
  });
});

describe('a write whose answer got lost', () => {
  it('counts once', async () => {
    const person = new Person(system);
    for (const name of ['forms', 'track', 'score']) {
      await fault({ service: 'dynamodb', function: name, kind: 'timeout-after', times: 1 });
    }
    await person.sendsIn('whitepaper');
    await person.reads('/pricing');
    await system.settled();
    await noFaults();
    expect((await system.lead(person.email)).score).toMatchObject({ total: 5 });
    const { events } = await system.api<{ events: { type: string }[] }>(
      `/api/leads/${(await system.lead(person.email)).id}/events`,
    );
    expect(events.filter(({ type }) => type === 'form' || type === 'page')).toHaveLength(2);
  });
});

describe('a poison record', () => {
  it('does not block others, and ends in the dead-letter queue', async () => {
    const poison = { PK: `V#${randomUUID()}`, SK: `E#${new Date().toISOString()}#poison`, type: 'nothing' };
    const person = new Person(system);
    await person.sendsIn('whitepaper');
    await system.table('PutItem', { Item: marshall(poison) });
    await person.reads('/pricing');
    await system.settled();
    expect((await system.lead(person.email)).score.total).toBe(5);
    const letters = await system.local<{ queue: string; body: unknown }[]>('/dead-letters');
    expect(letters).toHaveLength(1);
    expect(letters[0]?.queue).toMatch(/score/i);
  });
});

describe('a restart', () => {
  it('keeps the data and finishes the work in flight', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kansrijk-'));
    const before = await startSystem({ data: folder });
    const person = new Person(before);
    await person.sendsIn('whitepaper', { employees: '50' });
    await before.settled();
    await person.reads(...Array.from({ length: 40 }, (_, n) => `/guides/${n}`));
    await before.stop();

    const after = await startSystem({ data: folder });
    await after.settled();
    expect(await after.lead(person.email)).toMatchObject({
      score: { total: 82 },
      handovers: [{ number: 1 }],
    });
    const mails = await after.local<Mail[]>('/mails?to=sales@kansrijk.test');
    expect(mails.filter((mail) => mail.html.includes(person.email)).length).toBeGreaterThanOrEqual(1);
    await after.stop();
    rmSync(folder, { recursive: true });
  });
});

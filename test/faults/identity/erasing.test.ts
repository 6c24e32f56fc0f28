import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mail, Person, type System, startSystem } from '../../journeys/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());
beforeEach(() => system.local('/faults', { method: 'DELETE' }));

interface Reader {
  person: Person;
  id: string;
  mail: string;
}

/** Somebody who read on the website, requested the whitepaper and got it. */
async function reader(): Promise<Reader> {
  const person = new Person(system);
  await person.sendsIn('whitepaper', { company: 'Company' });
  await person.reads('/guides/1', '/guides/2', '/pricing');
  await system.settled();
  const [mail] = await system.local<Mail[]>(`/mails?to=${encodeURIComponent(person.email)}`);
  const id = (await system.lead(person.email)).id;
  return { person, id, mail: /\/unsubscribe\/([\w-]{22})/.exec(mail?.html ?? '')?.[1] ?? '' };
}

const erase = (mail: string, language = 'en') =>
  system.request(`/preferences/${mail}`, {
    method: 'POST',
    headers: { 'accept-language': language },
    body: new URLSearchParams({ do: 'erase', sure: 'yes' }),
  });

const fault = (about: object) =>
  system.local('/faults', { method: 'POST', body: JSON.stringify({ service: 'dynamodb', ...about }) });
const ofPreferences = (operation: string, about: object) =>
  fault({ function: 'preferences', operation, ...about });

/** The sort keys of everything about a person. */
async function keysAbout({ person, id, mail }: Reader): Promise<string[]> {
  const keys = [`L#${id}`, `V#${person.visitor}`, `M#${mail}`].map(async (pk) => {
    const query = {
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': { S: pk } },
    };
    const { Items } = (await system.table('Query', query)) as { Items: { SK: { S: string } }[] };
    return Items.map(({ SK }) => SK.S);
  });
  return (await Promise.all(keys)).flat();
}

describe('a person who has everything erased while the table cannot be read', () => {
  it('is told so, may ask again in the same mail, and is erased minutes later', async () => {
    const ann = await reader();
    await ofPreferences('Query', { kind: 'error', times: 3 });
    const answer = await erase(ann.mail);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Your data is being erased');
    const again = await erase(ann.mail, 'nl');
    expect([again.status, await again.text()]).toEqual([
      200,
      expect.stringContaining('Je gegevens worden gewist'),
    ]);
    expect((await keysAbout(ann)).length).toBeGreaterThan(5);
    await system.advance('5m');
    expect(await keysAbout(ann)).toEqual(['LEAD']);
    expect((await erase(ann.mail)).status).toBe(404);
  });

  it('and comes back meanwhile keeps what is new, and nothing else', async () => {
    const ann = await reader();
    await ofPreferences('Query', { kind: 'error', times: 3 });
    await erase(ann.mail);
    await system.advance('10s');
    await ann.person.sendsIn('newsletter');
    await system.settled();
    const lookup = { method: 'POST', body: JSON.stringify({ email: ann.person.email }) };
    const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
    expect((await system.request('/api/leads/lookup', { ...lookup, headers })).status).toBe(404);
    await system.advance('5m');
    const { consent, score } = await system.lead(ann.person.email);
    expect(consent).toMatchObject({ mail: 'pending', proofs: [{ form: 'newsletter' }] });
    expect(score.ledger.filter(({ rule }) => /whitepaper|Pricing/i.test(rule))).toEqual([]);
  });
});

describe.each(['crash-before', 'crash-after'])('a process that erases and dies (%s)', (kind) => {
  it.each([0, 1, 2])('at a removal after %i others leaves nothing minutes later', async (skip) => {
    const ann = await reader();
    await ofPreferences('BatchWriteItem', { kind, skip, times: 1 });
    expect((await erase(ann.mail)).status).toBeGreaterThanOrEqual(500);
    expect(await system.local<object[]>('/faults')).toEqual([]);
    expect((await keysAbout(ann)).length).toBeGreaterThan(1);
    await system.advance('5m');
    expect(await keysAbout(ann)).toEqual(['LEAD']);
  });
});

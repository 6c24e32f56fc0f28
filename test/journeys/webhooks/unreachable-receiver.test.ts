import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twinSettings } from '../../../infra/local/settings.ts';
import { cachedAssembly } from '../../../infra/local/template/assembly.ts';
import { Person, type System, startSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  // The secret does not exist, so nothing is sent over the internet.
  const settings = {
    ...twinSettings({ port: 4600 }),
    webhooks: [{ url: 'https://crm.example.com/hook', secret: 'kansrijk/none' }],
  };
  system = await startSystem({ assembly: await cachedAssembly(settings) });
});
afterAll(() => system.stop());

interface Waiting {
  PK: { S: string };
  tries: { N: string };
  failure: { S: string };
}

async function waiting(): Promise<Waiting[]> {
  const { Items } = (await system.table('Query', {
    IndexName: 'byDue',
    KeyConditionExpression: 'duePK = :shard',
    ExpressionAttributeValues: { ':shard': { S: 'webhooks#0' } },
  })) as { Items: Waiting[] };
  return Items;
}

describe('what happens to a lead', () => {
  it('waits for a receiver that cannot be reached, and is retried as time passes', async () => {
    const person = new Person(system);
    await person.sendsIn('contact', { name: 'Ann de Vries', message: 'Call me' });
    await system.settled();
    const first = await waiting();
    const types = first.map(({ PK }) => PK.S.split('.')[2]);
    expect(types).toEqual(expect.arrayContaining(['StageChanged', 'LeadQualified', 'HandoverOpened']));
    expect(new Set(first.map(({ failure }) => failure.S))).toEqual(new Set(['ResourceNotFoundException']));
    await system.advance('2m');
    const later = await waiting();
    expect(later.map(({ PK }) => PK.S).sort()).toEqual(first.map(({ PK }) => PK.S).sort());
    for (const { tries } of later) expect(Number(tries.N)).toBeGreaterThanOrEqual(2);
  });
});

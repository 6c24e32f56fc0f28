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
}, 60_000);
afterAll(() => system.stop());

interface Waiting {
  event: { S: string };
  tries: { N: string };
  reason: { S: string };
}

async function waiting(): Promise<Waiting[]> {
  const shards = ['due#0', 'due#1', 'due#2', 'due#3'].map(async (shard) => {
    const { Items } = (await system.table('Query', {
      IndexName: 'byDue',
      KeyConditionExpression: 'duePK = :shard',
      ExpressionAttributeValues: { ':shard': { S: shard } },
    })) as { Items: { PK: { S: string }; SK: { S: string } }[] };
    const keys = Items.filter(({ PK }) => PK.S.startsWith('W#')).map(({ PK, SK }) => ({ PK, SK }));
    return Promise.all(keys.map((Key) => system.table('GetItem', { Key }) as Promise<{ Item: Waiting }>));
  });
  return (await Promise.all(shards)).flat().map(({ Item }) => Item);
}

describe('what happens to a lead', () => {
  it('waits for a receiver that cannot be reached, and is retried as time passes', async () => {
    const person = new Person(system);
    await person.sendsIn('contact', { name: 'Ann de Vries', message: 'Call me' });
    await system.settled();
    const first = await waiting();
    const types = first.map(({ event }) => event.S.split('.')[2]);
    expect(types).toEqual(expect.arrayContaining(['StageChanged', 'LeadQualified', 'HandoverOpened']));
    expect(new Set(first.map(({ reason }) => reason.S))).toEqual(new Set(['ResourceNotFoundException']));
    await system.advance('2m');
    const later = await waiting();
    expect(later.map(({ event }) => event.S).sort()).toEqual(first.map(({ event }) => event.S).sort());
    for (const { tries } of later) expect(Number(tries.N)).toBeGreaterThanOrEqual(2);
  });
});

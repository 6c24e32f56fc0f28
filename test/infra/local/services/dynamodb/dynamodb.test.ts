import { afterEach, describe, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../../../infra/local/services/dynamodb/dynamodb.ts';
import { firstIndexedTime } from '../../../../../infra/local/services/dynamodb/indexed-times.ts';
import type { StreamRecord } from '../../../../../infra/local/services/dynamodb/stream-record.ts';
import { aClock, aJournal, aTable } from '../builders.ts';

const started: DynamoDb[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
});

async function aDatabase(table = aTable(), journal = aJournal()) {
  const clock = aClock();
  const records: StreamRecord[] = [];
  const queried: [worker: string, partition: string][] = [];
  const units: Record<string, { read: number; write: number }> = {};
  const service = await startDynamoDb({
    resources: [table],
    journal,
    clock,
    region: 'eu-west-1',
    dataFolder: undefined,
    units(name, spent) {
      const before = units[name] ?? { read: 0, write: 0 };
      units[name] = { read: before.read + spent.read, write: before.write + spent.write };
    },
    sink: (_, __, record) => records.push(record),
    queried: ({ worker }, partition) => queried.push([worker, partition]),
  });
  started.push(service);
  const call = (operation: string, input: object) =>
    service.call(operation, { TableName: 'leads', ...input });
  return { call, service, clock, records, queried, units, journal };
}

const key = { PK: { S: 'L#1' }, SK: { S: 'LEAD' } };

describe('the stream of a table', () => {
  it('carries inserts, changes and removals with their images', async () => {
    const { call, records } = await aDatabase();
    await call('PutItem', { Item: { ...key, a: { N: '1' } } });
    await call('UpdateItem', {
      Key: key,
      UpdateExpression: 'SET a = a + :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    });
    await call('DeleteItem', { Key: key });
    expect(records.map((record) => record.eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    expect(records[1]).toMatchObject({
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-1',
      eventSourceARN: 'arn:aws:twin:leads/stream/twin',
      dynamodb: {
        ApproximateCreationDateTime: Date.parse('2026-03-02T09:00:00Z') / 1000,
        Keys: key,
        OldImage: { ...key, a: { N: '1' } },
        NewImage: { ...key, a: { N: '2' } },
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    expect(records[2]?.dynamodb).not.toHaveProperty('NewImage');
    const sequence = records.map((record) => record.dynamodb.SequenceNumber);
    expect(sequence).toEqual([...sequence].sort());
  });

  it('has no record of a write that changes nothing, even if it reorders a set', async () => {
    const { call, records } = await aDatabase();
    await call('PutItem', { Item: { ...key, set: { SS: ['a', 'b'] } } });
    await call('PutItem', { Item: { ...key, set: { SS: ['b', 'a'] } } });
    await call('DeleteItem', { Key: { ...key, SK: { S: 'nothing' } } });
    expect(records).toHaveLength(1);
  });

  it('has no record of a write whose condition failed', async () => {
    const { call, records } = await aDatabase();
    await call('PutItem', { Item: key });
    await expect(
      call('PutItem', { Item: { ...key, a: { S: 'x' } }, ConditionExpression: 'attribute_not_exists(PK)' }),
    ).rejects.toMatchObject({ code: 'ConditionalCheckFailedException' });
    expect(records).toHaveLength(1);
  });

  it('holds only the images of its view type', async () => {
    const { call, records } = await aDatabase(
      aTable({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
    );
    await call('PutItem', { Item: key });
    expect(Object.keys(records[0]?.dynamodb ?? {})).not.toContain('NewImage');
  });

  it('keeps the order of a thousand concurrent changes of the same item', async () => {
    const { call, records } = await aDatabase();
    const change = {
      Key: key,
      UpdateExpression: 'ADD n :one',
      ExpressionAttributeValues: { ':one': { N: '1' } },
    };
    await Promise.all(Array.from({ length: 1000 }, () => call('UpdateItem', change)));
    expect(records.map((record) => Number(record.dynamodb.NewImage?.n?.N))).toEqual(
      Array.from({ length: 1000 }, (_, index) => index + 1),
    );
  });

  it('gets the record of a write during which the twin died', async () => {
    const journal = aJournal();
    journal.run(
      'INSERT INTO stream_intents (table_name, key, old_image) VALUES (?, ?, ?)',
      'leads',
      JSON.stringify(key),
      JSON.stringify(key),
    );
    const { records } = await aDatabase(aTable(), journal);
    expect(records.map((record) => record.eventName)).toEqual(['REMOVE']);
    expect(journal.all('SELECT * FROM stream_intents')).toEqual([]);
  });
});

describe('an item that expires', () => {
  it('is deleted when its time has passed, with DynamoDB as the user', async () => {
    const { call, clock, records, service } = await aDatabase();
    const expiresAt = clock.now() / 1000 + 60;
    await call('PutItem', { Item: { ...key, expiresAt: { N: String(expiresAt) } } });
    expect(service.nextDue?.()).toBe(Date.parse('2026-03-03T00:00:00Z'));
    await service.runDue?.();
    expect(records).toHaveLength(1);
    clock.advance(60_000);
    await service.runDue?.();
    expect(records[1]).toMatchObject({
      eventName: 'REMOVE',
      userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' },
    });
    expect(service.nextDue?.()).toBeUndefined();
  });

  it('stays when its time was extended', async () => {
    const { call, clock, service } = await aDatabase();
    await call('PutItem', { Item: { ...key, expiresAt: { N: String(clock.now() / 1000 + 60) } } });
    await call('PutItem', { Item: { ...key, expiresAt: { N: String(clock.now() / 1000 + 90) } } });
    clock.advance(60_000);
    await service.runDue?.();
    expect(await call('GetItem', { Key: key })).toHaveProperty('Item');
  });
});

describe('the partitions that were written last', () => {
  it('are those of items that expire, the newest first, by how they begin', async () => {
    const { call, clock, service } = await aDatabase();
    const expiresAt = { N: String(clock.now() / 1000 + 60) };
    for (const [partition, n] of [
      ['V#a', 1],
      ['V#b', 1],
      ['W#c', 1],
      ['V#a', 2],
    ] as const)
      await call('PutItem', { Item: { PK: { S: partition }, SK: { S: `E#${n}` }, expiresAt } });
    await call('PutItem', { Item: { PK: { S: 'V#stays' }, SK: { S: 'LINK' } } });
    expect(service.lastWritten('V#', 10)).toEqual(['V#a', 'V#b']);
    expect(service.lastWritten('V#', 1)).toEqual(['V#a']);
  });
});

describe('a failed condition', () => {
  it('returns the existing item on request', async () => {
    const { call } = await aDatabase();
    await call('PutItem', { Item: { ...key, a: { S: 'old' } } });
    const refused = call('UpdateItem', {
      Key: key,
      UpdateExpression: 'SET a = :a',
      ConditionExpression: 'attribute_not_exists(a)',
      ExpressionAttributeValues: { ':a': { S: 'new' } },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    await expect(refused).rejects.toMatchObject({ details: { Item: { ...key, a: { S: 'old' } } } });
  });
});

describe('the units', () => {
  const index = { stagePK: { S: 'mql#0' }, stageSK: { S: '080' } };

  it('count a write by the larger of its two images, in steps of 1 KB', async () => {
    const { call, units } = await aDatabase();
    await call('PutItem', { Item: { ...key, text: { S: 'x'.repeat(1500) } } });
    await call('PutItem', { Item: key });
    expect(units).toEqual({ leads: { read: 0, write: 4 } });
  });

  it('count an index only when its content changes, and twice when its key changes', async () => {
    const { call, units } = await aDatabase();
    const spent = async (item: object) => {
      const before = units['leads/byStage']?.write ?? 0;
      await call('PutItem', { Item: { ...key, ...item } });
      return (units['leads/byStage']?.write ?? 0) - before;
    };
    expect(await spent({})).toBe(0);
    expect(await spent(index)).toBe(1);
    expect(await spent({ ...index, other: { S: 'x' } })).toBe(0);
    expect(await spent({ ...index, fit: { S: 'good' } })).toBe(1);
    expect(await spent({ ...index, stageSK: { S: '090' } })).toBe(2);
    expect(await spent({})).toBe(1);
  });

  it('count a write whose condition failed', async () => {
    const { call, units } = await aDatabase();
    const write = { Item: key, ConditionExpression: 'attribute_exists(PK)' };
    await expect(call('PutItem', write)).rejects.toThrow();
    expect(units).toEqual({ leads: { read: 0, write: 1 } });
  });

  it('count everything that a query reads, even what its filter drops', async () => {
    const { call, units } = await aDatabase();
    for (const SK of ['a', 'b', 'c']) {
      await call('PutItem', { Item: { PK: key.PK, SK: { S: SK }, text: { S: 'é'.repeat(1500) } } });
    }
    const answer = await call('Query', {
      KeyConditionExpression: 'PK = :pk',
      FilterExpression: 'SK2 = :pk',
      ExpressionAttributeValues: { ':pk': key.PK },
      ReturnConsumedCapacity: 'TOTAL',
    });
    expect(answer).toMatchObject({ Count: 0, ConsumedCapacity: { CapacityUnits: 1.5 } });
    expect(units.leads?.read).toBe(1.5);
  });

  it('count half a unit for a missing item, and a whole one for a consistent read', async () => {
    const { call, units } = await aDatabase();
    await call('GetItem', { Key: key });
    await call('GetItem', { Key: key, ConsistentRead: true });
    expect(units.leads?.read).toBe(1.5);
  });
});

describe('a query of an index by a function', () => {
  const due = (at: string, shard = 'timers#0') => ({ duePK: { S: shard }, dueSK: { S: `${at}#1#mail` } });

  it('shows in which partition it looks, and when that lists its first item', async () => {
    const { call, service, queried, journal } = await aDatabase();
    const query = {
      TableName: 'leads',
      IndexName: 'byDue',
      KeyConditionExpression: '#p = :p AND #s BETWEEN :a AND :b',
      ExpressionAttributeNames: { '#p': 'duePK', '#s': 'dueSK' },
      ExpressionAttributeValues: { ':a': { S: ' ' }, ':b': { S: '2026' }, ':p': { S: 'timers#0' } },
    };
    await call('Query', query);
    await service.call('Query', query, { function: 'timers', worker: 'timers.1' });
    expect(queried).toEqual([['timers.1', expect.stringContaining('timers#0')]]);
    const first = () => firstIndexedTime(journal, new Set(queried.map(([, partition]) => partition)));
    expect(first()).toBeUndefined();

    await call('PutItem', { Item: { ...key, ...due('2026-03-05T09:00:00Z') } });
    await call('PutItem', { Item: { ...key, PK: { S: 'L#2' }, ...due('2026-03-01T09:00:00Z', 'timers#1') } });
    expect(first()).toBe(Date.parse('2026-03-05T09:00:00Z'));
    await call('PutItem', { Item: { ...key, ...due('2026-03-05T09:00:00Z', 'dead#timers#0') } });
    expect(first()).toBeUndefined();
    await call('PutItem', { Item: { ...key, ...due('2026-03-04T09:00:00Z') } });
    await call('DeleteItem', { Key: key });
    expect(first()).toBeUndefined();
  });
});

describe('an operation that the twin does not run', () => {
  it('is refused by name', async () => {
    const { call } = await aDatabase();
    await expect(call('TransactWriteItems', {})).rejects.toThrow('TransactWriteItems');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../../../infra/local/services/dynamodb/dynamodb.ts';
import type { StreamRecord } from '../../../../../infra/local/services/dynamodb/stream-record.ts';
import { aClock, aJournal, aTable } from '../builders.ts';

const started: DynamoDb[] = [];
afterEach(async () => {
  for (const service of started.splice(0)) await service.stop();
});

async function aDatabase(table = aTable(), journal = aJournal()) {
  const clock = aClock();
  const records: StreamRecord[] = [];
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
  });
  started.push(service);
  const call = (operation: string, input: object) =>
    service.call(operation, { TableName: 'leads', ...input });
  return { call, service, clock, records, units, journal };
}

const key = { PK: { S: 'L#1' }, SK: { S: 'LEAD' } };

describe('the stream of a table', () => {
  it('carries an insert, a change and a removal, each with the images around it', async () => {
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

  it('says nothing about a write that changes nothing, also when a set is written in another order', async () => {
    const { call, records } = await aDatabase();
    await call('PutItem', { Item: { ...key, set: { SS: ['a', 'b'] } } });
    await call('PutItem', { Item: { ...key, set: { SS: ['b', 'a'] } } });
    await call('DeleteItem', { Key: { ...key, SK: { S: 'nothing' } } });
    expect(records).toHaveLength(1);
  });

  it('says nothing about a write whose condition failed', async () => {
    const { call, records } = await aDatabase();
    await call('PutItem', { Item: key });
    await expect(
      call('PutItem', { Item: { ...key, a: { S: 'x' } }, ConditionExpression: 'attribute_not_exists(PK)' }),
    ).rejects.toMatchObject({ code: 'ConditionalCheckFailedException' });
    expect(records).toHaveLength(1);
  });

  it('holds only the images that its view type names', async () => {
    const { call, records } = await aDatabase(
      aTable({ StreamSpecification: { StreamViewType: 'KEYS_ONLY' } }),
    );
    await call('PutItem', { Item: key });
    expect(Object.keys(records[0]?.dynamodb ?? {})).not.toContain('NewImage');
  });

  it('keeps the order of a thousand changes of the same item made at once', async () => {
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
  it('is deleted when its time has passed, in the name of DynamoDB', async () => {
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

  it('stays when it has got more time', async () => {
    const { call, clock, service } = await aDatabase();
    await call('PutItem', { Item: { ...key, expiresAt: { N: String(clock.now() / 1000 + 60) } } });
    await call('PutItem', { Item: { ...key, expiresAt: { N: String(clock.now() / 1000 + 90) } } });
    clock.advance(60_000);
    await service.runDue?.();
    expect(await call('GetItem', { Key: key })).toHaveProperty('Item');
  });
});

describe('a failed condition', () => {
  it('gives the item that is there when asked', async () => {
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

describe('the bill', () => {
  const index = { stagePK: { S: 'mql#0' }, stageSK: { S: '080' } };

  it('counts a write by the larger of the two images, in steps of 1 KB', async () => {
    const { call, units } = await aDatabase();
    await call('PutItem', { Item: { ...key, text: { S: 'x'.repeat(1500) } } });
    await call('PutItem', { Item: key });
    expect(units).toEqual({ leads: { read: 0, write: 4 } });
  });

  it('counts an index only when what it holds changes, and twice when its key moves', async () => {
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

  it('counts a write whose condition failed', async () => {
    const { call, units } = await aDatabase();
    const write = { Item: key, ConditionExpression: 'attribute_exists(PK)' };
    await expect(call('PutItem', write)).rejects.toThrow();
    expect(units).toEqual({ leads: { read: 0, write: 1 } });
  });

  it('counts a query by all that it read, also what a filter left out', async () => {
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

  it('counts half a unit for an item that does not exist, a whole one when read consistently', async () => {
    const { call, units } = await aDatabase();
    await call('GetItem', { Key: key });
    await call('GetItem', { Key: key, ConsistentRead: true });
    expect(units.leads?.read).toBe(1.5);
  });
});

describe('what the twin does not run', () => {
  it('is refused by name', async () => {
    const { call } = await aDatabase();
    await expect(call('TransactWriteItems', {})).rejects.toThrow('TransactWriteItems');
  });
});

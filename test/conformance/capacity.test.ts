import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, type Database, localDatabase, twinDatabase } from './databases.ts';

let twin: Database;
let real: Database;
beforeAll(async () => {
  twin = await twinDatabase();
  real = await localDatabase();
});
afterAll(async () => {
  await twin.close();
  await real.close();
});

const key = { PK: { S: 'p' }, SK: { S: '1' } };
const index = { stagePK: { S: 'mql#0' }, stageSK: { S: '080' } };
const kilobytes = (size: number) => ({ text: { S: 'é'.repeat(size * 512) } });
const put = (item: object): Call => ({ operation: 'PutItem', input: { Item: { ...key, ...item } } });
const get = (more: object): Call => ({ operation: 'GetItem', input: { Key: key, ...more } });
const query = (more: object): Call => ({
  operation: 'Query',
  input: {
    KeyConditionExpression: 'PK = :pk',
    ...more,
    ExpressionAttributeValues: { ':pk': key.PK, ...('FilterExpression' in more && { ':x': { S: 'x' } }) },
  },
});

const calls: [string, Call][] = [
  ['an item of 3 KB', put(kilobytes(3))],
  ['a smaller item in its place', put(kilobytes(1))],
  ['an item that enters an index', put(index)],
  ['an item that stays in an index as it was', put({ ...index, ...kilobytes(2) })],
  ['an item that changes in an index', put({ ...index, fit: { S: 'good' } })],
  ['an item that moves in an index', put({ ...index, stageSK: { S: '090' } })],
  ['an item that leaves an index', put(kilobytes(9))],
  ['a read', get({})],
  ['a consistent read', get({ ConsistentRead: true })],
  ['a read of a part', get({ ProjectionExpression: 'SK' })],
  ['a read of nothing', get({ Key: { ...key, SK: { S: 'none' } } })],
  ['a query', query({})],
  ['a query with a filter', query({ FilterExpression: 'SK2 = :x' })],
  ['a query that counts', query({ Select: 'COUNT' })],
  ['the removal of an item', { operation: 'DeleteItem', input: { Key: key } }],
  ['the removal of nothing', { operation: 'DeleteItem', input: { Key: key } }],
];

describe('the bill of the twin', () => {
  it.each(calls)('is that of DynamoDB for %s', async (_, { operation, input }) => {
    const call = { operation, input: { ...input, ReturnConsumedCapacity: 'INDEXES' } };
    const { TableName: _ours, ...ours } = (await twin.call(call)).output.ConsumedCapacity;
    const { TableName: _theirs, ...theirs } = (await real.call(call)).output.ConsumedCapacity;
    expect(ours).toMatchObject(theirs);
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Engine,
  type Operation,
  openEngine,
} from '../../../../../infra/local/services/dynamodb/engine.ts';
import { tableDefinition } from '../../../../../infra/local/services/dynamodb/table-definition.ts';
import { createTables } from '../../../../../infra/local/services/dynamodb/tables.ts';
import { aTable } from '../builders.ts';

let folder: string;
let stored: Engine;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
  stored = openEngine(folder);
});
afterAll(async () => {
  await stored.close();
  await rm(folder, { recursive: true });
});

type Call = [operation: Operation, input: object];

const partition = fc.constantFrom('L#a', 'L#b', 'é');
const sort = fc.constantFrom('E#1', 'E#10', 'E#2', 'E', 'LEAD', '~');
const key = fc.record({ PK: text(partition), SK: text(sort) });
const number = fc.integer({ min: -3, max: 12 }).map((n) => ({ N: String(n) }));
const value = fc.oneof(
  number,
  text(fc.string({ maxLength: 3 })),
  fc.constant({ B: 'AQID' }),
  fc.constant({ NULL: true }),
  fc.array(number, { maxLength: 2 }).map((L) => ({ L })),
  fc.record({ inner: number }, { requiredKeys: [] }).map((M) => ({ M })),
  fc.constant({ SS: ['a', 'b'] }),
);
const attributes = fc.record(
  {
    ...{ a: value, b: value, band: text(fc.constantFrom('hot', 'cold')) },
    ...{ duePK: text(fc.constantFrom('D#0', 'D#1')), dueSK: text(fc.constantFrom('1', '2', '10', '')) },
    all: fc.constant({ S: 'all' }),
  },
  { requiredKeys: [] },
);

function text(values: fc.Arbitrary<string>) {
  return values.map((S) => ({ S }));
}

const conditions = [
  {},
  { ConditionExpression: 'attribute_not_exists(PK)' },
  { ConditionExpression: 'attribute_exists(PK) AND NOT a = :x' },
  { ConditionExpression: '#a < :x OR begins_with(#b, :x)' },
  { ConditionExpression: 'size(a) > :x' },
  { ConditionExpression: 'a BETWEEN :x AND :y' },
  { ConditionExpression: 'missing(a)' },
];
const updates = [
  'SET a = :x',
  'SET a = if_not_exists(a, :x), b = :x',
  'SET a.inner = :x REMOVE b',
  'SET b = a',
  'SET a[1] = :x',
  'ADD a :x',
  'SET a = a + :x',
  'DELETE a :x',
  'SET PK = :x',
  'REMOVE duePK, dueSK',
];

/** The names and values that the expressions of an input use. */
function filled(input: Record<string, unknown>, x: object, y: object): object {
  const used = Object.entries(input)
    .filter(([name]) => name.endsWith('Expression'))
    .map(([, expression]) => expression)
    .join(' ');
  const names = Object.entries({ '#a': 'a', '#b': 'b' }).filter(([name]) => used.includes(name));
  const values = Object.entries({ ':x': x, ':y': y }).filter(([name]) => used.includes(name));
  return {
    ...input,
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.length > 0 && { ExpressionAttributeValues: Object.fromEntries(values) }),
  };
}

const condition = fc.constantFrom(...conditions);
const page = fc.record(
  { Limit: fc.integer({ min: 1, max: 3 }), ScanIndexForward: fc.boolean() },
  { requiredKeys: [] },
);
const call: fc.Arbitrary<Call> = fc.oneof(
  fc
    .tuple(key, attributes, condition, value, value)
    .map(([k, more, when, x, y]): Call => ['PutItem', filled({ Item: { ...k, ...more }, ...when }, x, y)]),
  fc
    .tuple(key, fc.constantFrom(...updates), condition, value, value)
    .map(([Key, UpdateExpression, when, x, y]): Call => {
      const input = { Key, UpdateExpression, ReturnValues: 'ALL_NEW', ...when };
      return ['UpdateItem', filled(input, x, y)];
    }),
  fc
    .tuple(key, condition, value, value)
    .map(
      ([Key, when, x, y]): Call => ['DeleteItem', filled({ Key, ReturnValues: 'ALL_OLD', ...when }, x, y)],
    ),
  key.map((Key): Call => ['GetItem', { Key }]),
  fc
    .tuple(
      partition,
      fc.constantFrom('', ' AND SK > :s', ' AND begins_with(SK, :s)', ' AND SK <= :s'),
      sort,
      page,
    )
    .map(([S, more, s, pages]): Call => {
      const values = { ':p': { S }, ...(more && { ':s': { S: s } }) };
      const KeyConditionExpression = `PK = :p${more}`;
      return ['Query', { KeyConditionExpression, ExpressionAttributeValues: values, ...pages }];
    }),
  fc.tuple(fc.constantFrom('D#0', 'D#1'), page).map(([S, pages]): Call => {
    const which = { IndexName: 'byDue', KeyConditionExpression: 'duePK = :p' };
    return ['Query', { ...which, ExpressionAttributeValues: { ':p': { S } }, ...pages }];
  }),
  fc.constant<Call>(['Scan', {}]),
);

let tables = 0;
const definition = tableDefinition(aTable());

describe('the database in memory', () => {
  it('answers like the one in a folder, whatever is called', async () => {
    const inMemory = openEngine(undefined);
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 30 }), async (calls) => {
        const TableName = `table-${++tables}`;
        const answersOf = async (engine: Engine) => {
          await createTables(engine, [
            { ...definition, name: TableName, creation: { ...definition.creation, TableName } },
          ]);
          const answers: unknown[] = [];
          for (const [operation, input] of calls) {
            const answer = engine.call(operation, { TableName, ...input });
            answers.push(await answer.catch((error) => [error.code, error.message]));
          }
          return JSON.parse(JSON.stringify(answers));
        };
        expect(await answersOf(inMemory)).toEqual(await answersOf(stored));
      }),
      { numRuns: 100 },
    );
  });
});

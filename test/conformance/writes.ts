import fc from 'fast-check';
import type { Call } from './databases.ts';

type Attributes = Record<string, object>;
type KeyNames = [partition?: string, sort?: string];

const keyOf = ([partition = 'a', sort = '1']: KeyNames = []) => ({ PK: { S: partition }, SK: { S: sort } });

const put = (item: Attributes, more: object = {}, key: KeyNames = []): Call => ({
  operation: 'PutItem',
  input: { Item: { ...keyOf(key), ...item }, ...more },
});
const update = (
  UpdateExpression: string,
  values: Attributes = {},
  more: object = {},
  key: KeyNames = [],
): Call => ({
  operation: 'UpdateItem',
  input: {
    Key: keyOf(key),
    UpdateExpression,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    ...more,
  },
});
const remove = (more: object = {}, key: KeyNames = []): Call => ({
  operation: 'DeleteItem',
  input: { Key: keyOf(key), ...more },
});
const batch = (Requests: object[]): Call => ({ operation: 'BatchWriteItem', input: { Requests } });

/** The same call with partition keys that begin with the name of the run. */
export function underRun(call: Call, run: string): Call {
  return JSON.parse(JSON.stringify(call), (name, value) =>
    name === 'PK' && value.S ? { S: run + value.S } : value,
  );
}

const isNew = { ConditionExpression: 'attribute_not_exists(PK)' };
const exists = { ConditionExpression: 'attribute_exists(PK)' };
const indexed = { stagePK: { S: 'mql#0' }, stageSK: { S: '080' }, fit: { S: 'good' } };

/** Writes that once failed, or easily could. */
export const handPicked: Record<string, Call[]> = {
  'an insert, a change and a removal': [put({ a: { N: '1' } }), put({ a: { N: '2' } }), remove()],
  'the same item written twice': [put({ a: { S: 'x' } }), put({ a: { S: 'x' } })],
  'the same set in another order': [put({ s: { SS: ['a', 'b'] } }), put({ s: { SS: ['b', 'a'] } })],
  'a number written in another way': [put({ n: { N: '1' } }), put({ n: { N: '1.0' } })],
  'conditions that fail': [put({}, exists), put({}, isNew), put({ a: { S: 'x' } }, isNew), remove(isNew)],
  'the removal of nothing': [remove()],
  'an update that creates': [update('SET a = :a', { ':a': { S: 'x' } })],
  'an update that only touches': [put({ a: { S: 'x' } }), update('SET a = a'), update('REMOVE b')],
  'an update of nothing': [update('REMOVE a')],
  'the last member of a set': [
    put({ s: { SS: ['a', 'b'] } }),
    update('DELETE s :s', { ':s': { SS: ['a'] } }),
    update('DELETE s :s', { ':s': { SS: ['b'] } }),
    update('ADD s :s', { ':s': { SS: ['c'] } }),
  ],
  'lists and maps': [
    put({ m: { M: { l: { L: [{ N: '1' }, { NULL: true }] }, b: { BOOL: false } } } }),
    update('SET m.l[1] = :x, m.c = :x', { ':x': { S: 'é😀' } }),
    update('SET m.l = list_append(m.l, :l) REMOVE m.b', { ':l': { L: [{ M: {} }] } }),
  ],
  'values that grow from one another': [
    put({ a: { N: '1' }, b: { N: '2' } }),
    update('SET a = b, b = a'),
    update('SET c = if_not_exists(c, :zero) + :one', { ':zero': { N: '0' }, ':one': { N: '1' } }),
    update('SET c = if_not_exists(c, :zero) + :one', { ':zero': { N: '0' }, ':one': { N: '1' } }),
  ],
  'the keys of an index': [
    put(indexed),
    put({ ...indexed, stageSK: { S: '090' } }),
    update('REMOVE stagePK, stageSK'),
    update('SET stagePK = :empty', { ':empty': { S: '' } }),
    put({ stagePK: { S: '' } }),
    put({ stagePK: { N: '1' } }),
  ],
  'a batch': [
    put({ a: { S: 'old' } }),
    batch([
      { PutRequest: { Item: { ...keyOf(), a: { S: 'new' } } } },
      { PutRequest: { Item: keyOf(['b']) } },
      { DeleteRequest: { Key: keyOf(['c']) } },
    ]),
    batch([{ DeleteRequest: { Key: keyOf() } }, { DeleteRequest: { Key: keyOf(['b']) } }]),
  ],
  'a batch with the same key twice': [
    batch([{ PutRequest: { Item: keyOf() } }, { DeleteRequest: { Key: keyOf() } }]),
  ],
  'malformed writes': [
    put({ PK: { S: '' } }),
    put({ SK: { N: '1' } }),
    put({ s: { SS: [] } }),
    update('SET PK = :a', { ':a': { S: 'x' } }),
    update('SET a = :missing'),
    put({ big: { S: 'x'.repeat(410_000) } }),
    put({ a: { S: 'é'.repeat(120_000) } }),
    update('SET b = :b', { ':b': { S: 'é'.repeat(90_000) } }),
  ],
  'what old values were': [
    put({ a: { S: 'x' }, b: { S: 'y' } }),
    update('SET a = :z', { ':z': { S: 'z' } }, { ReturnValues: 'UPDATED_NEW' }),
    update('SET a = :z', { ':z': { S: 'q' } }, { ReturnValues: 'UPDATED_OLD' }),
    update('REMOVE b', {}, { ReturnValues: 'ALL_OLD' }),
    update('SET b = a', {}, { ReturnValues: 'ALL_NEW' }),
    put({}, { ReturnValues: 'ALL_OLD' }),
    remove({ ReturnValues: 'ALL_OLD' }),
  ],
};

const anyKey = fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2'));
const anySet = fc.subarray(['x', 'y', 'z'], { minLength: 1 });
const anyNumber = fc.integer({ min: -3, max: 3 }).map(String);
const anyItem = fc
  .record(
    {
      n: anyNumber.map((N) => ({ N })),
      s: anySet.map((SS) => ({ SS })),
      t: fc.constantFrom('', 'x', 'é', '😀').map((S) => ({ S })),
      l: fc.array(anyNumber, { maxLength: 2 }).map((numbers) => ({ L: numbers.map((N) => ({ N })) })),
      ok: fc.boolean().map((BOOL) => ({ BOOL })),
      stagePK: fc.constant({ S: 'mql#0' }),
      stageSK: fc.constantFrom('1', '2').map((S) => ({ S })),
    },
    { requiredKeys: [] },
  )
  .map((item): Attributes => item);
const anyCondition = fc.constantFrom({}, {}, isNew, exists, { ConditionExpression: 'attribute_exists(t)' });
const anyReturn = (...values: string[]) =>
  fc.constantFrom({}, ...values.map((ReturnValues) => ({ ReturnValues })));

/** Any write on one of four items, with few enough values that many writes change nothing. */
export const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc
    .tuple(anyItem, anyCondition, anyReturn('ALL_OLD'), anyKey)
    .map(([item, condition, returned, key]) => put(item, { ...condition, ...returned }, key)),
  fc
    .tuple(anyCondition, anyReturn('ALL_OLD'), anyKey)
    .map(([condition, returned, key]) => remove({ ...condition, ...returned }, key)),
  fc
    .tuple(
      fc.oneof(
        anyNumber.map((N): [string, Attributes] => ['ADD n :v', { ':v': { N } }]),
        anySet.map((SS): [string, Attributes] => ['ADD s :v', { ':v': { SS } }]),
        anySet.map((SS): [string, Attributes] => ['DELETE s :v', { ':v': { SS } }]),
        anyNumber.map((N): [string, Attributes] => [
          'SET n = :v, t = :t REMOVE ok',
          { ':v': { N }, ':t': { S: 'u' } },
        ]),
        fc.constant<[string, Attributes]>(['REMOVE s, stageSK', {}]),
        anyNumber.map((N): [string, Attributes] => ['SET n = n + :v', { ':v': { N } }]),
      ),
      anyCondition,
      anyReturn('ALL_OLD', 'ALL_NEW', 'UPDATED_OLD', 'UPDATED_NEW'),
      anyKey,
    )
    .map(([[expression, values], condition, returned, key]) =>
      update(expression, values, { ...condition, ...returned }, key),
    ),
  fc
    .uniqueArray(fc.tuple(anyKey, fc.option(anyItem)), {
      minLength: 1,
      maxLength: 4,
      selector: ([key]) => key.join(),
    })
    .map((entries) =>
      batch(
        entries.map(([key, item]) =>
          item
            ? { PutRequest: { Item: { ...keyOf(key), ...item } } }
            : { DeleteRequest: { Key: keyOf(key) } },
        ),
      ),
    ),
);

import type { WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ItemKey } from './key-pattern.ts';
import type { FoundItem } from './query.ts';
import type { Item, ReadOptions, Table } from './table.ts';

/** DynamoDB reads a hundred items a call, and writes twenty-five. */
const READS = 100;
const WRITES = 25;
/** How often DynamoDB may process nothing at all of what it is given. */
const ATTEMPTS = 10;
const PAUSE_MS = 50;

/**
 * The items that exist of these keys, in any order. Eventually consistent by default.
 * @throws when DynamoDB goes on processing none of them
 */
export async function getAll(
  table: Table,
  keys: readonly ItemKey[],
  { isConsistent = false }: ReadOptions = {},
): Promise<FoundItem[]> {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += READS) {
    const batch = keys.slice(start, start + READS).map(({ PK, SK }) => marshall({ PK, SK }));
    await untilProcessed(batch, async (Keys) => {
      const request = { RequestItems: { [table.name]: { Keys, ConsistentRead: isConsistent } } };
      const { Responses, UnprocessedKeys } = await table.call('BatchGetItem', request);
      items.push(...(Responses?.[table.name] ?? []));
      return UnprocessedKeys?.[table.name]?.Keys;
    });
  }
  return items.map((item) => unmarshall(item) as FoundItem);
}

/**
 * Removes the items of these keys.
 * @throws when DynamoDB goes on processing none of them: repeat it
 */
export function removeAll(table: Table, keys: readonly ItemKey[]): Promise<void> {
  return writeAll(
    table,
    keys.map(({ PK, SK }) => ({ DeleteRequest: { Key: marshall({ PK, SK }) } })),
  );
}

/**
 * Writes whole items without a condition; no key may occur twice.
 * @throws when DynamoDB goes on processing none of them: repeat it
 */
export function putAll(table: Table, items: readonly Item[]): Promise<void> {
  return writeAll(
    table,
    items.map((Item) => ({ PutRequest: { Item } })),
  );
}

async function writeAll(table: Table, writes: readonly WriteRequest[]): Promise<void> {
  for (let start = 0; start < writes.length; start += WRITES) {
    await untilProcessed(writes.slice(start, start + WRITES), async (requests) => {
      const request = { RequestItems: { [table.name]: requests } };
      return (await table.call('BatchWriteItem', request)).UnprocessedItems?.[table.name];
    });
  }
}

/** DynamoDB may leave part of a batch unprocessed. */
async function untilProcessed<T>(batch: T[], call: (left: T[]) => Promise<T[] | undefined>): Promise<void> {
  let attempts = 0;
  for (let left = batch; left.length > 0; ) {
    if (attempts === ATTEMPTS) throw new Error('DynamoDB processes nothing of a batch');
    if (attempts > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempts));
    const next = (await call(left)) ?? [];
    attempts = next.length < left.length ? 1 : attempts + 1;
    left = next;
  }
}

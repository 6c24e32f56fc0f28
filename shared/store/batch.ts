import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { ItemKey } from './key-pattern.ts';
import type { FoundItem } from './query.ts';
import type { Item, Table } from './table.ts';

/** DynamoDB reads a hundred items a call, and writes twenty-five. */
const READS = 100;
const WRITES = 25;
const BACKOFF_MS = 50;

/** The items that exist of these keys, in any order. Eventually consistent. */
export async function getAll(table: Table, keys: readonly ItemKey[]): Promise<FoundItem[]> {
  const items: Item[] = [];
  for (let start = 0; start < keys.length; start += READS) {
    let waiting = keys.slice(start, start + READS).map(({ PK, SK }) => marshall({ PK, SK }));
    // DynamoDB may return some keys as unprocessed.
    while (waiting.length > 0) {
      const request = { RequestItems: { [table.name]: { Keys: waiting } } };
      const { Responses, UnprocessedKeys } = await table.call('BatchGetItem', request);
      items.push(...(Responses?.[table.name] ?? []));
      waiting = UnprocessedKeys?.[table.name]?.Keys ?? [];
    }
  }
  return items.map((item) => unmarshall(item) as FoundItem);
}

/** Removes the items of these keys. */
export async function removeAll(table: Table, keys: readonly ItemKey[]): Promise<void> {
  for (let start = 0; start < keys.length; start += WRITES) {
    let waiting = keys
      .slice(start, start + WRITES)
      .map(({ PK, SK }) => ({ DeleteRequest: { Key: marshall({ PK, SK }) } }));
    for (let attempt = 0; waiting.length > 0; attempt++) {
      if (attempt > 0)
        await new Promise((resolve) => setTimeout(resolve, BACKOFF_MS * Math.min(attempt, 20)));
      const { UnprocessedItems } = await table.call('BatchWriteItem', {
        RequestItems: { [table.name]: waiting },
      });
      waiting = (UnprocessedItems?.[table.name] ?? []) as typeof waiting;
    }
  }
}

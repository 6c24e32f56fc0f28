import { isDeepStrictEqual } from 'node:util';
import type { Journal } from '../../storage/journal.ts';
import type { Attribute, Item } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';

interface Change {
  key: Item;
  before: Item | undefined;
  after: Item | undefined;
}

const startsWithTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/;

/** A partition of an index; `value` is its key. */
export function indexPartition(table: TableDefinition, index: string, value: Attribute): string {
  return JSON.stringify([table.name, index, value]);
}

/** Records where and under which time each index lists an item, if its sort key there starts with a time. */
export function recordIndexedTimes(
  journal: Journal,
  table: TableDefinition,
  { key, before, after }: Change,
): void {
  for (const { name, keys } of table.indexes) {
    const [was, is] = [listing(before, keys), listing(after, keys)];
    if (was?.at === is?.at && isDeepStrictEqual(was?.partition, is?.partition)) continue;
    const row = [table.name, name, JSON.stringify(key)] as const;
    if (is === undefined)
      journal.run('DELETE FROM moments WHERE table_name = ? AND index_name = ? AND key = ?', ...row);
    else
      journal.run(
        'INSERT OR REPLACE INTO moments (table_name, index_name, key, partition, at) VALUES (?, ?, ?, ?, ?)',
        ...row,
        indexPartition(table, name, is.partition),
        is.at,
      );
  }
}

/** The first time under which any of these partitions lists an item. */
export function firstIndexedTime(journal: Journal, partitions: ReadonlySet<string>): number | undefined {
  const first = 'SELECT MIN(at) AS at FROM moments WHERE partition IN (SELECT value FROM json_each(?))';
  return journal.first<{ at: number | null }>(first, JSON.stringify([...partitions]))?.at ?? undefined;
}

function listing(item: Item | undefined, [partitionKey = '', sortKey = '']: string[]) {
  const partition = item?.[partitionKey];
  const [text = ''] = startsWithTime.exec(item?.[sortKey]?.S ?? '') ?? [];
  return partition && text ? { partition, at: Date.parse(text) } : undefined;
}

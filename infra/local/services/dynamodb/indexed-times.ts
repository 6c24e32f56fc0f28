import type { Journal } from '../../storage/journal.ts';
import type { Item } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';

interface Change {
  key: Item;
  before: Item | undefined;
  after: Item | undefined;
}

const startsWithTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/;

/** Records the time under which each index lists an item, if its sort key there starts with one. */
export function recordIndexedTimes(
  journal: Journal,
  table: TableDefinition,
  { key, before, after }: Change,
): void {
  for (const { name, keys } of table.indexes) {
    const [was, is] = [timeIn(before, keys), timeIn(after, keys)];
    if (was === is) continue;
    const row = [table.name, name, JSON.stringify(key)] as const;
    if (is === undefined)
      journal.run('DELETE FROM moments WHERE table_name = ? AND index_name = ? AND key = ?', ...row);
    else
      journal.run(
        'INSERT OR REPLACE INTO moments (table_name, index_name, key, at) VALUES (?, ?, ?, ?)',
        ...row,
        is,
      );
  }
}

/** The first time after the given one under which any index lists an item. */
export function nextIndexedTime(journal: Journal, time: number): number | undefined {
  const first = journal.first<{ at: number | null }>('SELECT MIN(at) AS at FROM moments WHERE at > ?', time);
  return first?.at ?? undefined;
}

function timeIn(item: Item | undefined, [partitionKey = '', sortKey = '']: string[]): number | undefined {
  if (item?.[partitionKey] === undefined) return undefined;
  const [text] = startsWithTime.exec(item[sortKey]?.S ?? '') ?? [];
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}

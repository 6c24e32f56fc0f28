import type { Clock, Part } from '../../part.ts';
import type { Journal } from '../../storage/journal.ts';
import type { TableDefinition } from './table-definition.ts';
import type { Writes } from './writes.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Deletes items whose time to live has passed, once a day; AWS takes up to a few days. */
export function openExpiry(
  journal: Journal,
  clock: Clock,
  tables: ReadonlyMap<string, TableDefinition>,
  writes: Writes,
): Part {
  return {
    pending: () => 0,
    nextDue() {
      const due = journal.first<{ due: number | null }>('SELECT MIN(due) AS due FROM expirations')?.due;
      return typeof due === 'number' ? Math.ceil(due / DAY) * DAY : undefined;
    },
    async runDue() {
      const now = clock.now();
      const due = journal.all<{ table_name: string; key: string }>(
        'SELECT table_name, key FROM expirations WHERE due <= ? ORDER BY due',
        now,
      );
      for (const row of due) {
        const table = tables.get(row.table_name);
        const { ttl } = table ?? {};
        if (!table || !ttl) continue;
        await writes.expire(table, JSON.parse(row.key), (item) => Number(item[ttl]?.N) * 1000 <= now);
      }
      // Remaining rows have no item or table any more.
      journal.run('DELETE FROM expirations WHERE due <= ?', now);
    },
    async stop() {},
  };
}

/** The partition keys that begin so, of items that will expire; those of the items that were written last come first. */
export function lastExpiring(journal: Journal, beginning: string, limit: number): string[] {
  const rows = journal.all<{ partition: string }>(
    `SELECT key ->> '$.PK.S' AS partition FROM expirations WHERE partition GLOB ? || '*'
      GROUP BY partition ORDER BY max(rowid) DESC LIMIT ?`,
    beginning,
    limit,
  );
  return rows.map(({ partition }) => partition);
}

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { DirectoryChange } from '../../../domain/identity/directory/row.ts';
import { dayOf, endOfDaySeconds, type Instant, plus, plusDays } from '../../../domain/time.ts';
import { Entity } from '../../entity.ts';
import { queryPages } from '../../query-all.ts';
import type { ReadOptions, Table } from '../../table.ts';
import { packRows, unpackRows } from './packed-rows.ts';

/** Longer than any outage of the job that folds the log into the directory. */
export const KEPT_DAYS = 100;

/** Rows of leads that changed, as a batch of the stream told of them. */
export const directoryChangeEntity = new Entity({
  kind: 'change in the directory',
  key: 'DIRECTORY#LOG / {at}#{change}',
  holds: () => z.object({ packed: z.custom<Uint8Array>() }),
  unpack: ({ packed }) => ({ packed }),
  written: 'freely',
  lives: `${KEPT_DAYS} days`,
  expires: ({ at }) => endOfDaySeconds(plusDays(dayOf(at), KEPT_DAYS)),
  largest: {
    bytes: 100_000,
    why: 'a batch of the stream, some 200 bytes for a lead with a campaign of its own',
  },
});

/**
 * A change can be read this long after the time in its key at the latest: whoever reads again what is so much older than
 * the last time misses none.
 */
export const LATE_MS = 10_000;

/**
 * Logs the rows of leads that changed, in one item. A row that is logged again, or after a newer one, changes nothing.
 * @throws when the table refuses: then none of them may be logged
 */
export async function logChanges(
  table: Table,
  now: () => Instant,
  changes: readonly DirectoryChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const packed = packRows(changes);
  const names = changes.map(({ id, version }) => `${id} ${version}`).join();
  const change = createHash('sha256').update(names).digest('base64url').slice(0, 12);
  for (let isInTime = false; !isInTime; ) {
    const at = now();
    await directoryChangeEntity.put(table, { at, change }, { packed });
    // A write that took long may have come too late for whoever reads by its time.
    isInTime = now() <= plus(at, LATE_MS / 2);
  }
}

/**
 * What was logged since an instant.
 * @param pages how many megabytes somebody can wait for
 * @throws when there are more
 */
export async function changesSince(
  table: Table,
  since: Instant,
  { pages = Number.POSITIVE_INFINITY, ...options }: ReadOptions & { pages?: number } = {},
): Promise<DirectoryChange[]> {
  const changes: DirectoryChange[] = [];
  let read = 0;
  for await (const page of queryPages(
    table,
    directoryChangeEntity.range({}, { from: { at: since } }),
    options,
  )) {
    if (++read > pages) throw new Error('The log of the directory was not folded for too long');
    for (const item of page) changes.push(...unpackRows(directoryChangeEntity.read(item).packed));
  }
  return changes;
}

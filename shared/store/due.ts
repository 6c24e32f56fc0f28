import { table as contract, DUE_SHARDS } from '../contract/table.ts';
import type { Instant } from '../domain/time.ts';
import type { ItemKey } from './key-pattern.ts';
import { queryPage } from './query.ts';
import type { Table } from './table.ts';

const { partitionKey, sortKey } = contract.indexes.byDue;

/** An item that is due. */
export interface Due extends ItemKey {
  at: Instant;
  /** Its sort key in the index. */
  place: string;
}

/**
 * The index keys of an item that is due at a moment. Items that wait for nothing have none.
 * @param id of the lead or mail it is about; decides the shard
 * @param what distinguishes it from other items with the same moment and id
 */
export function dueKeys(id: string, at: Instant, what: string): Record<string, string> {
  return { [partitionKey]: shardKey(id.charCodeAt(0) % DUE_SHARDS), [sortKey]: `${at}#${id}#${what}` };
}

/**
 * A page of what was due in a shard before a moment, longest ago first, after a place. Half a read unit when nothing
 * is due. Eventually consistent.
 */
export async function dueItems(
  table: Table,
  shard: number,
  before: Instant,
  { limit = 100, after = '' }: { limit?: number; after?: string } = {},
): Promise<Due[]> {
  // BETWEEN includes its ends: the space sorts just after the last place, and no place is a bare moment.
  const range = { partition: shardKey(shard), between: [`${after} `, before] } as const;
  const items = await queryPage(table, range, { index: 'byDue', limit });
  return items.map(({ PK, SK, [sortKey]: place }) => ({ PK, SK, at: momentOf(place), place }));
}

/** The moment in a place. */
export function momentOf(place: string): Instant {
  return place.slice(0, place.indexOf('#'));
}

function shardKey(shard: number): string {
  return `due#${shard}`;
}

import { table as contract, DUE_SHARDS, type Sweeper } from '../contract/table.ts';
import type { Instant } from '../domain/time.ts';
import type { ItemKey } from './key-pattern.ts';
import { type FoundItem, queryPage } from './query.ts';
import type { Table } from './table.ts';

const { partitionKey, sortKey } = contract.indexes.byDue;

/** What an item has only while it is tried. */
export const TRYING = 'claimed, tries, dueSince, failure';
/** All that an item has only while it is due. */
export const DUE = `${partitionKey}, ${sortKey}, ${TRYING}`;

/** An item that is due, or was given up. */
export interface Due extends ItemKey {
  /** Its keys in the index. Each change of a job moves it, so the place also tells whether it changed meanwhile. */
  partition: string;
  place: string;
  at: Instant;
  /** What it is about, such as a lead. */
  id: string;
  /** How often it was tried. */
  tries: number;
  /** When it was first tried; before that, when it is due. */
  since: Instant;
  /** Whether an attempt holds it, or may have done it. */
  claimed: boolean;
  /** The lower, the sooner somebody needs it; 0 unless it says otherwise. */
  rank: number;
  /** Why the last attempt failed; empty when none did. */
  failure: string;
}

/**
 * The index keys of an item that is due at a moment. Items that wait for nothing have none.
 * @param id what it is about, such as a lead; decides the shard
 * @param what distinguishes it from other items with the same moment and id
 */
export function dueKeys(by: Sweeper, id: string, at: Instant, what: string): Record<string, string> {
  return { [partitionKey]: dueShard(by, hash(id) % DUE_SHARDS[by]), [sortKey]: `${at}#${id}#${what}` };
}

/** The partition with what waits until a person lets it go on: no sweep looks into it. */
const HELD = 'held';

/** The index keys of an item that a person holds since a moment, so that such items can be listed. */
export function heldKeys(id: string, since: Instant, what: string): Record<string, string> {
  return { [partitionKey]: HELD, [sortKey]: `${since}#${id}#${what}` };
}

/** What persons hold, longest ago first. Half a read unit for some twenty. Eventually consistent. */
export async function heldItems(table: Table, limit: number): Promise<Due[]> {
  return (await queryPage(table, { partition: HELD }, { index: 'byDue', limit })).map(dueIn);
}

/** The partition with one shard of what a function has to do. */
export function dueShard(by: Sweeper, shard: number): string {
  return `${by}#${shard}`;
}

/** The partition with what was given up in another. */
export function deadShard(partition: string): string {
  return `dead#${partition}`;
}

/**
 * A page of what lies in a partition of the index before a moment, longest ago first, after a place. Half a read unit
 * when there is nothing. Eventually consistent.
 */
export async function dueItems(
  table: Table,
  partition: string,
  before: Instant,
  { limit = 100, after = '' }: { limit?: number; after?: string } = {},
): Promise<Due[]> {
  // BETWEEN includes its ends: the space sorts just after the last place, and no place is a bare moment.
  const range = { partition, between: [`${after} `, before] } as const;
  return (await queryPage(table, range, { index: 'byDue', limit })).map(dueIn);
}

/** The same of an item that was read with its keys. */
export function dueIn({ PK, SK, [partitionKey]: partition, [sortKey]: place, ...item }: FoundItem): Due {
  const [at = '', id = ''] = place.split('#');
  const { tries = 0, dueSince: since = at, claimed = false, rank = 0, failure = '' } = item;
  return { PK, SK, partition, place, at, id, tries, since, claimed, rank, failure };
}

/** The moment in a place. */
export function momentOf(place: string): Instant {
  return place.slice(0, place.indexOf('#'));
}

/** Spreads ids evenly over any number of shards. */
function hash(id: string): number {
  let sum = 0;
  for (let n = 0; n < id.length; n++) sum = (31 * sum + id.charCodeAt(n)) >>> 0;
  return sum;
}

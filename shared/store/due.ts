import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { DUE_SHARDS, table as schema } from '../contract/table.ts';
import type { Instant } from '../domain/time.ts';
import type { Table } from './table.ts';

const { name: indexName, partitionKey, sortKey } = schema.indexes.byDue;

export interface ItemKey {
  PK: string;
  SK: string;
}

/** An item that is due. */
export interface Due extends ItemKey {
  at: Instant;
  /** Where it stands in the list of its shard. */
  place: string;
}

/**
 * The keys by which an item is found when its moment has come. Leave them off an item that waits for nothing.
 * @param id of the lead or mail it is about; decides the shard
 * @param what tells it from other items of the same moment and id
 */
export function dueKeys(id: string, at: Instant, what: string): Record<string, string> {
  const shard = id.charCodeAt(0) % DUE_SHARDS;
  return { [partitionKey]: `due#${shard}`, [sortKey]: `${at}#${id}#${what}` };
}

/** An item's moment and its other attributes, without the keys of the index. */
export function withoutDueKeys<T extends Record<string, unknown>>(item: T) {
  const { [partitionKey]: _, [sortKey]: place, ...rest } = item;
  return { rest, due: typeof place === 'string' ? momentOf(place) : undefined };
}

/**
 * A page of what was due in a shard before a moment, longest ago first, after a place. Half a read unit when nothing
 * is; may miss what was written a second ago.
 */
export async function dueItems(
  table: Table,
  shard: number,
  before: Instant,
  { limit = 100, after = '' }: { limit?: number; after?: string } = {},
): Promise<Due[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    IndexName: indexName,
    // BETWEEN includes its ends: a space puts the first just after a place that was seen; a moment is no place.
    KeyConditionExpression: '#p = :p AND #s BETWEEN :after AND :before',
    ExpressionAttributeNames: { '#p': partitionKey, '#s': sortKey },
    ExpressionAttributeValues: marshall({ ':p': `due#${shard}`, ':after': `${after} `, ':before': before }),
    Limit: limit,
  });
  return Items.map((item) => dueOf(unmarshall(item)));
}

function dueOf({ PK = '', SK = '', [sortKey]: place = '' }: Record<string, string>): Due {
  return { PK, SK, at: momentOf(place), place };
}

function momentOf(place: string): Instant {
  return place.slice(0, place.indexOf('#'));
}

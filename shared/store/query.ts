import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { table as contract } from '../contract/table.ts';
import type { ItemKey } from './key-pattern.ts';
import type { Item, Table } from './table.ts';

/** An item, or its projection in an index, as JavaScript values. */
// biome-ignore lint/suspicious/noExplicitAny: the reader's schema checks it
export type Attributes = Record<string, any>;
export type FoundItem = ItemKey & Attributes;

/** A partition of the table or of an index, optionally limited to a prefix, an upper bound, or an inclusive range of sort keys. */
export interface KeyRange {
  partition: string;
  beginsWith?: string;
  before?: string;
  between?: readonly [string, string];
}

export interface QueryOptions {
  index?: keyof typeof contract.indexes;
  /** Eventually consistent by default, at half the price. */
  isConsistent?: boolean;
  isDescending?: boolean;
  filter?: { expression: string; values: Attributes };
  /** The attributes to return; DynamoDB bills the whole item. */
  only?: readonly string[];
}

/** One page of items, by sort key: at most `limit`, or a megabyte. */
export async function queryPage(
  table: Table,
  range: KeyRange,
  options: QueryOptions & { limit: number },
): Promise<FoundItem[]> {
  return (await queryPart(table, range, options)).items;
}

/** As `queryPage`, from a place on, and where the range goes on after the page; undefined at its end. */
export async function queryPart(
  table: Table,
  range: KeyRange,
  options: QueryOptions & { limit: number },
  start?: Item,
): Promise<{ items: FoundItem[]; next: Item | undefined }> {
  const { Items = [], LastEvaluatedKey } = await query(table, range, options, start);
  return { items: Items.map((item) => unmarshall(item) as FoundItem), next: LastEvaluatedKey };
}

/** The first items of a range by sort key, however many pages they take. */
export async function queryUpTo(
  table: Table,
  range: KeyRange,
  { limit, ...options }: QueryOptions & { limit: number },
): Promise<FoundItem[]> {
  const items: FoundItem[] = [];
  for (let start: Item | undefined, isFirst = true; isFirst || start !== undefined; isFirst = false) {
    const page = await query(table, range, { ...options, limit: limit - items.length }, start);
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as FoundItem));
    start = items.length < limit ? page.LastEvaluatedKey : undefined;
  }
  return items;
}

/** One call of DynamoDB, from a place on. */
export function query(
  table: Table,
  { partition, beginsWith, before, between }: KeyRange,
  { index, isConsistent, isDescending, filter, only, limit }: QueryOptions & { limit?: number },
  start?: Item,
) {
  const keys = index ? contract.indexes[index] : contract;
  const [sort, bounds] =
    beginsWith !== undefined
      ? [' AND begins_with(#s, :a)', { ':a': beginsWith }]
      : before !== undefined
        ? [' AND #s < :a', { ':a': before }]
        : between !== undefined
          ? [' AND #s BETWEEN :a AND :b', { ':a': between[0], ':b': between[1] }]
          : ['', {}];
  const names = Object.fromEntries(only?.map((name, n) => [`#o${n}`, name]) ?? []);
  return table.call('Query', {
    TableName: table.name,
    IndexName: index && contract.indexes[index].name,
    KeyConditionExpression: `#p = :p${sort}`,
    FilterExpression: filter?.expression,
    ProjectionExpression: only && Object.keys(names).join(', '),
    ExpressionAttributeNames: { '#p': keys.partitionKey, ...(sort && { '#s': keys.sortKey }), ...names },
    ExpressionAttributeValues: marshall({ ':p': partition, ...bounds, ...filter?.values }),
    ConsistentRead: isConsistent,
    ScanIndexForward: isDescending && false,
    Limit: limit,
    ExclusiveStartKey: start,
  });
}

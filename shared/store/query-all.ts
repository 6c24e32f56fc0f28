import { unmarshall } from '@aws-sdk/util-dynamodb';
import { type FoundItem, type KeyRange, type QueryOptions, query } from './query.ts';
import type { Item, Table } from './table.ts';

/**
 * The items of a range by sort key, a megabyte at a time, however many there are. Only for jobs, or with an end of one's
 * own: nobody may wait for it.
 */
export async function* queryPages(
  table: Table,
  range: KeyRange,
  options: QueryOptions = {},
): AsyncGenerator<FoundItem[]> {
  let start: Item | undefined;
  do {
    const page = await query(table, range, options, start);
    yield (page.Items ?? []).map((item) => unmarshall(item) as FoundItem);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
}

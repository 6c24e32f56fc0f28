import { marshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../domain/identity/ids.ts';
import type { AnyEvent } from '../domain/tracking/event.ts';
import { eventOfItem } from './history.ts';
import { leadKey, visitorKey } from './keys.ts';
import { visitorsOf } from './links.ts';
import type { Item, Table } from './table.ts';

export interface TimelinePage {
  /** Newest first. */
  events: AnyEvent[];
  /** The place after which the next page begins; undefined on the last page. */
  next?: string;
}

/** One page of a lead's history, newest first, before a place. Reads no more than the page from each of its browsers. */
export async function timelinePage(
  table: Table,
  lead: LeadId,
  { before, limit }: { before?: string; limit: number },
): Promise<TimelinePage> {
  const visitors = await visitorsOf(table, lead);
  const keys = [leadKey(lead), ...visitors.map(visitorKey)];
  const parts = await Promise.all(keys.map((key) => newest(table, key, before, limit + 1)));
  const items = parts.flat().sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
  const page = items.slice(0, limit);
  const last = page.at(-1);
  const events = page.flatMap((item) => readable(item) ?? []);
  return last && items.length > limit ? { events, next: placeOf(last) } : { events };
}

async function newest(table: Table, key: string, before: string | undefined, limit: number): Promise<Item[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({ ':pk': key, ':from': 'E#', ':to': before ?? 'E#~' }),
    ScanIndexForward: false,
    // BETWEEN includes the place itself, which the page before had.
    Limit: before === undefined ? limit : limit + 1,
  });
  return Items.filter((item) => placeOf(item) !== before);
}

function placeOf(item: Item): string {
  return item.SK?.S ?? '';
}

function readable(item: Item): AnyEvent | undefined {
  try {
    return eventOfItem(item);
  } catch {
    return undefined;
  }
}

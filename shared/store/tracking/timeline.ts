import { marshall } from '@aws-sdk/util-dynamodb';
import type { SalesAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import { actionsOf } from '../handover/actions.ts';
import { visitorsOf } from '../identity/links.ts';
import { leadKey, visitorKey } from '../keys.ts';
import type { Item, Table } from '../table.ts';
import { eventOfItem } from './history.ts';

/** An action of sales, as an event among the others. */
export type SalesEvent = Omit<SalesAction, 'key'> & { id: string; type: 'sales'; receivedAt: Instant };

export interface TimelinePage {
  /** Newest first. */
  events: (AnyEvent | SalesEvent)[];
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
  const [actions, ...parts] = await Promise.all([
    actionsOf(table, lead),
    ...keys.map((key) => newest(table, key, before, limit + 1)),
  ]);
  const done = actions.map(entryOfAction).filter(({ place }) => before === undefined || place < before);
  const told = parts.flat().map((item) => ({ place: placeOf(item), events: readable(item) }));
  const entries: Entry[] = [...told, ...done].sort((a, b) => (a.place > b.place ? -1 : 1));
  const page = entries.slice(0, limit);
  const events = page.flatMap((entry) => entry.events);
  const last = page.at(-1);
  return last && entries.length > limit ? { events, next: last.place } : { events };
}

/** What stands at a place: one event, or none when it cannot be read. */
interface Entry {
  place: string;
  events: (AnyEvent | SalesEvent)[];
}

/** Actions are kept by number; among events they stand at their moment. */
function entryOfAction({ key: _, ...action }: SalesAction): Entry {
  const { at, number } = action;
  const id = `sales-${number}`;
  return { place: `E#${at}#${id}`, events: [{ ...action, id, type: 'sales', receivedAt: at }] };
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

function readable(item: Item): AnyEvent[] {
  try {
    return [eventOfItem(item)];
  } catch {
    return [];
  }
}

import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { AnyEvent, LeadEvent, VisitorEvent } from '../../domain/tracking/event.ts';
import { parseEvent } from '../../domain/tracking/stored-event.ts';
import { visitorsOf } from '../identity/links.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { type Item, queryAll, type Table } from '../table.ts';

/** What a visitor did, oldest first; since an instant or day, or all that is kept. */
export async function visitorEvents(
  table: Table,
  visitor: VisitorId,
  since?: Instant | Day,
): Promise<VisitorEvent[]> {
  return (await eventsOf(table, visitorKey(visitor), since)) as VisitorEvent[];
}

/** What a visitor did of which the stream told nobody, heard of since an instant; oldest first. */
export async function anonymousEvents(
  table: Table,
  visitor: VisitorId,
  since: Instant,
): Promise<VisitorEvent[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND begins_with(SK, :sk)',
    FilterExpression: 'anonymous = :yes AND receivedAt >= :since',
    ExpressionAttributeValues: marshall({
      ':pk': visitorKey(visitor),
      ':sk': 'E#',
      ':yes': true,
      ':since': since,
    }),
    ConsistentRead: true,
  });
  return items.flatMap((item) => readable(item) ?? []) as VisitorEvent[];
}

/** A lead's own submissions, imports and reactions to mails, oldest first. */
export async function leadEvents(table: Table, lead: LeadId, since?: Instant | Day): Promise<LeadEvent[]> {
  return (await eventsOf(table, leadKey(lead), since)) as LeadEvent[];
}

/** All of a lead's history: its own events and those of every browser linked to it, oldest first. */
export async function historyOf(table: Table, lead: LeadId, since?: Instant | Day): Promise<AnyEvent[]> {
  const visitors = await visitorsOf(table, lead);
  const parts = await Promise.all([
    leadEvents(table, lead, since),
    ...visitors.map((visitor) => visitorEvents(table, visitor, since)),
  ]);
  return parts.flat().sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

/** The event in an item, as the stream or a query gives it. Throws when it is none. */
export function eventOfItem(item: Item): AnyEvent {
  return parseEvent(unmarshall(item));
}

/** An item that is no event is left out of a history, so that it cannot hide the others; the stream reports it. */
function readable(item: Item): AnyEvent | undefined {
  try {
    return eventOfItem(item);
  } catch {
    return undefined;
  }
}

async function eventsOf(table: Table, pk: string, since: string | undefined): Promise<AnyEvent[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({ ':pk': pk, ':from': `E#${since ?? ''}`, ':to': 'E#~' }),
    ConsistentRead: true,
  });
  return items.flatMap((item) => readable(item) ?? []);
}

import type { LeadId } from '../../domain/identity/ids.ts';
import type { LeadEvent, VisitorEvent } from '../../domain/tracking/event.ts';
import { storedEvents } from '../../domain/tracking/stored-event.ts';
import type { ReceivedEvent } from '../../domain/tracking/visitor-event.ts';
import { Entity } from '../entity.ts';
import type { Table, Written } from '../table.ts';
import { timeOfFirstReceipt } from './first-receipt.ts';

/** The key follows from the content, so an event is stored once, however often it is sent. */
export const visitorEventEntity = new Entity({
  kind: 'event of a visitor',
  key: 'V#{visitor} / E#{at}#{id}',
  holds: () => storedEvents().visitorEvent,
  written: 'once',
  // As JSON: it holds numbers and names that DynamoDB does not. Maps are from before.
  pack: ({ props, ...event }) => ({ ...event, ...(props && { props: JSON.stringify(props) }) }),
  unpack: ({ props, expiresAt: _, ...event }) => ({
    ...event,
    ...(props !== undefined && { props: typeof props === 'string' ? JSON.parse(props) : props }),
  }),
  lives: '`RETENTION_DAYS` after its day',
  largest: { bytes: 34_000, why: '32,768 bytes of JSON, and the names of the attributes' },
});

export const leadEventEntity = new Entity({
  kind: 'event of a lead',
  key: 'L#{lead} / E#{at}#{id}',
  holds: () => storedEvents().leadEvent,
  written: 'once',
  lives: 'until the lead is erased',
  largest: {
    bytes: 80_000,
    why: 'answers of 60,000 bytes together, the wording of a permission, a page and a campaign',
  },
});

/**
 * Writes an event of a visitor, until `expiresAt` (seconds since 1970). One write unit, no read.
 * @param isAnonymous the visitor is not linked to a lead: the stream filters the event out
 */
export function putVisitorEvent(
  table: Table,
  event: VisitorEvent,
  expiresAt: number,
  isAnonymous = false,
): Promise<Written> {
  const { visitor, at, id } = event;
  const also = { ...(isAnonymous && { anonymous: true }), expiresAt };
  return visitorEventEntity.put(table, { visitor, at, id }, event, { also });
}

/** As `putVisitorEvent`. An event whose time is not believed is stored at its first receipt, for one more unit. */
export async function putReceivedEvent(
  table: Table,
  received: ReceivedEvent,
  expiresAt: number,
  isAnonymous = false,
): Promise<Written> {
  const { event, claimed } = received;
  const at = claimed === undefined ? event.at : await timeOfFirstReceipt(table, received, expiresAt);
  return at === undefined ? 'conflict' : putVisitorEvent(table, { ...event, at }, expiresAt, isAnonymous);
}

export function putLeadEvent(table: Table, lead: LeadId, event: LeadEvent): Promise<Written> {
  return leadEventEntity.put(table, { lead, at: event.at, id: event.id }, event);
}

/** Removes an event that was written about a person who was erased meanwhile. */
export function removeLeadEvent(table: Table, lead: LeadId, { at, id }: LeadEvent): Promise<void> {
  return leadEventEntity.remove(table, { lead, at, id });
}

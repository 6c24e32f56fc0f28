import type { LeadId } from '../../domain/identity/ids.ts';
import type { LeadEvent, VisitorEvent } from '../../domain/tracking/event.ts';
import { storedEvents } from '../../domain/tracking/stored-event.ts';
import { Entity } from '../entity.ts';
import type { Table, Written } from '../table.ts';

/** The key follows from the content, so an event is stored once, however often it is sent. */
export const visitorEventEntity = new Entity({
  kind: 'event of a visitor',
  key: 'V#{visitor} / E#{at}#{id}',
  holds: () => storedEvents().visitorEvent,
  written: 'once',
  lives: '`RETENTION_DAYS` after its day',
  largest: { bytes: 100_000, why: '32,768 characters of JSON, of at most three bytes' },
});

export const leadEventEntity = new Entity({
  kind: 'event of a lead',
  key: 'L#{lead} / E#{at}#{id}',
  holds: () => storedEvents().leadEvent,
  written: 'once',
  lives: 'until the lead is erased',
  largest: { bytes: 330_000, why: 'a form of 102,400 bytes, each at most three bytes once it is text' },
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

export function putLeadEvent(table: Table, lead: LeadId, event: LeadEvent): Promise<Written> {
  return leadEventEntity.put(table, { lead, at: event.at, id: event.id }, event);
}

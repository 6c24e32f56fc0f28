import { marshall } from '@aws-sdk/util-dynamodb';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { AnyEvent, LeadEvent, VisitorEvent } from '../../domain/tracking/event.ts';
import { leadKey, visitorKey } from '../keys.ts';
import { type Table, unlessConflict, type Written } from '../table.ts';

/**
 * An event is written once and never changed: its key follows from its content, and a second write of the
 * same key is refused. `conflict` means that it was known already.
 */

/** Keeps an event of a visitor until `expiresAt` (seconds since 1970). One write unit, no read. */
export function putVisitorEvent(table: Table, event: VisitorEvent, expiresAt: number): Promise<Written> {
  return putOnce(table, { PK: visitorKey(event.visitor), SK: sortKey(event), ...event, expiresAt });
}

/** As `putVisitorEvent`, of a visitor whom nobody can know yet: the stream wakes nobody for it. */
export function putAnonymousEvent(table: Table, event: VisitorEvent, expiresAt: number): Promise<Written> {
  const keys = { PK: visitorKey(event.visitor), SK: sortKey(event) };
  return putOnce(table, { ...keys, ...event, anonymous: true, expiresAt });
}

/** Keeps an event of a lead for as long as the lead. */
export function putLeadEvent(table: Table, lead: LeadId, event: LeadEvent): Promise<Written> {
  return putOnce(table, { PK: leadKey(lead), SK: sortKey(event), ...event });
}

function sortKey(event: AnyEvent): string {
  return `E#${event.at}#${event.id}`;
}

function putOnce(table: Table, item: Record<string, unknown>): Promise<Written> {
  return unlessConflict(
    table.call('PutItem', {
      TableName: table.name,
      Item: marshall(item, { removeUndefinedValues: true }),
      ConditionExpression: 'attribute_not_exists(PK)',
    }),
  );
}

import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { AnyEvent, LeadEvent, Submission, VisitorEvent } from '../../domain/tracking/event.ts';
import { visitorsOf } from '../identity/links.ts';
import { type FoundItem, queryAll, queryPage } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';

/** The events of a visitor, oldest first; since an instant or day, or all. Strongly consistent, as all in this file. */
export async function visitorEvents(
  table: Table,
  visitor: VisitorId,
  since: Instant | Day = '',
): Promise<VisitorEvent[]> {
  const range = visitorEventEntity.range({ visitor }, { from: { at: since } });
  const items = await queryAll(table, range, { isConsistent: true });
  return items.flatMap((item) => readable(visitorEventEntity, item));
}

/** The events of a visitor that the stream filtered out, received since an instant; oldest first. */
export async function anonymousEvents(
  table: Table,
  visitor: VisitorId,
  since: Instant,
): Promise<VisitorEvent[]> {
  const filter = {
    expression: 'anonymous = :yes AND receivedAt >= :since',
    values: { ':yes': true, ':since': since },
  };
  const items = await queryAll(table, visitorEventEntity.range({ visitor }), { filter, isConsistent: true });
  return items.flatMap((item) => readable(visitorEventEntity, item));
}

/** A lead's own submissions, imports and reactions to mails, oldest first. */
export async function leadEvents(
  table: Table,
  lead: LeadId,
  since: Instant | Day = '',
): Promise<LeadEvent[]> {
  const range = leadEventEntity.range({ lead }, { from: { at: since } });
  const items = await queryAll(table, range, { isConsistent: true });
  return items.flatMap((item) => readable(leadEventEntity, item));
}

/** The forms that a lead sent in at this very moment: one, unless two browsers meet. One read unit, or more if large. */
export async function submissionsAt(table: Table, lead: LeadId, at: Instant): Promise<Submission[]> {
  const range = leadEventEntity.range({ lead, at });
  const items = await queryPage(table, range, { isConsistent: true, limit: 10 });
  return items.flatMap((item) => readable(leadEventEntity, item)).filter((event) => event.type === 'form');
}

/** Whether a form or another system told of a lead after an instant. Reads at most a megabyte. */
export async function wasCapturedAfter(table: Table, lead: LeadId, since: Instant): Promise<boolean> {
  const filter = {
    expression: 'receivedAt > :since AND attribute_not_exists(spam)',
    values: { ':since': since },
  };
  const options = { filter, isConsistent: true, limit: 1_000 };
  return (await queryPage(table, leadEventEntity.range({ lead }), options)).length > 0;
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

/** The event in an item; none when it cannot be read, so that it hides no others: the stream reports it. */
export function readable<Event>(entity: { read(item: FoundItem): Event }, item: FoundItem): Event[] {
  try {
    return [entity.read(item)];
  } catch {
    return [];
  }
}

import type { LeadId, VisitorId } from '../../domain/identity/ids.ts';
import { type Day, dayOf, type Instant, plusDays } from '../../domain/time.ts';
import type {
  AnyEvent,
  Import,
  LeadEvent,
  MailReaction,
  Submission,
  VisitorEvent,
} from '../../domain/tracking/event.ts';
import { visitorsOf } from '../identity/links.ts';
import { type FoundItem, type KeyRange, type QueryOptions, queryPage, queryPart } from '../query.ts';
import type { Item, ReadOptions, Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';

/**
 * How many events are read of a browser or of a lead itself: the newest thousand, or the newest megabyte of them. That
 * costs at most 256 read units, and is more than a person does in ninety days.
 */
const MOST_READ = 1_000;
/** How many are read of all its browsers together. */
const MOST_TOGETHER = 5_000;
/** How many such pages are read of a lead itself; only one who is flooded has more than one. */
const MOST_PAGES = 10;
const NO_FORMS = { expression: 'attribute_not_exists(form)', values: {} };
/** Events are not older than this when they are received: see `happenedAt`. */
const LATEST_DAYS = 90;

/** The newest events of a visitor since an instant or day, oldest first. Strongly consistent by default, as all in this file. */
export function visitorEvents(
  table: Table,
  visitor: VisitorId,
  since: Instant | Day = '',
  options: ReadOptions & { limit?: number } = {},
): Promise<VisitorEvent[]> {
  const range = visitorEventEntity.range({ visitor }, { from: { at: since } });
  return newest(table, visitorEventEntity, range, { limit: MOST_READ, ...options });
}

/** Those of the newest events of a visitor that the stream filtered out, received since an instant; oldest first. */
export function anonymousEvents(table: Table, visitor: VisitorId, since: Instant): Promise<VisitorEvent[]> {
  const from = { at: plusDays(dayOf(since), -LATEST_DAYS) };
  const filter = {
    expression: 'anonymous = :yes AND receivedAt >= :since',
    values: { ':yes': true, ':since': since },
  };
  const range = visitorEventEntity.range({ visitor }, { from });
  return newest(table, visitorEventEntity, range, { limit: MOST_READ, filter });
}

/**
 * A lead's newest submissions, imports and reactions to mails, oldest first. Older pages are read without forms: anybody
 * can send those by the hundred, and must not hide what the person did.
 */
export async function leadEvents(
  table: Table,
  lead: LeadId,
  since: Instant | Day = '',
): Promise<LeadEvent[]> {
  const range = leadEventEntity.range({ lead }, { from: { at: since } });
  const items: FoundItem[] = [];
  let start: Item | undefined;
  for (let page = 0; page === 0 || (start !== undefined && page < MOST_PAGES); page++) {
    const options = { limit: MOST_READ, isConsistent: true, isDescending: true };
    const filtered = { ...options, ...(page > 0 && { filter: NO_FORMS }) };
    const found = await queryPart(table, range, filtered, start);
    items.push(...found.items);
    start = found.next;
  }
  return items.reverse().flatMap((item) => readable(leadEventEntity, item));
}

/** The last click of a lead on a link of a mail between two instants. Eventually consistent. */
export async function lastClickOf(
  table: Table,
  lead: LeadId,
  { from, to }: { from: Instant; to: Instant },
): Promise<MailReaction | undefined> {
  const range = leadEventEntity.range({ lead }, { from: { at: from }, to: { at: to } });
  const events = await newest(table, leadEventEntity, range, { limit: MOST_READ, isConsistent: false });
  return events.flatMap((event) => (event.type === 'click' ? [event] : [])).at(-1);
}

async function newest<Event>(
  table: Table,
  entity: { read(item: FoundItem): Event },
  range: KeyRange,
  options: QueryOptions & { limit: number },
): Promise<Event[]> {
  const items = await queryPage(table, range, { isConsistent: true, ...options, isDescending: true });
  return items.reverse().flatMap((item) => readable(entity, item));
}

/** The forms that a lead sent in at this very moment: one, unless two browsers meet. One read unit, or more if large. */
export async function submissionsAt(
  table: Table,
  lead: LeadId,
  at: Instant,
  { isConsistent = true }: ReadOptions = {},
): Promise<Submission[]> {
  const range = leadEventEntity.range({ lead, at });
  const items = await queryPage(table, range, { isConsistent, limit: 10 });
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

/** What colleagues said of a lead after an instant, in any order. Reads at most a megabyte. */
export async function saidAfter(table: Table, lead: LeadId, since: Instant): Promise<Import[]> {
  const filter = {
    expression: 'receivedAt > :since AND attribute_not_exists(form)',
    values: { ':since': since },
  };
  const options = { filter, isConsistent: true, limit: 1_000 };
  const items = await queryPage(table, leadEventEntity.range({ lead }), options);
  const events = items.flatMap((item) => readable(leadEventEntity, item));
  return events.filter((event) => event.type === 'import').filter(({ by }) => by !== undefined);
}

/**
 * A lead's history: the newest of its own events and of those of its browsers, oldest first.
 * @param ofVisits how the latter are read
 */
export async function historyOf(
  table: Table,
  lead: LeadId,
  since: Instant | Day = '',
  ofVisits?: ReadOptions,
): Promise<AnyEvent[]> {
  const { own, visits } = await everythingOf(table, lead, { own: since, visits: since }, ofVisits);
  return [...own, ...visits].sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
}

/** The newest events of a lead itself and of its browsers, each since an instant or day; and these browsers. */
export async function everythingOf(
  table: Table,
  lead: LeadId,
  since: { own: Instant | Day; visits: Instant | Day },
  ofVisits?: ReadOptions,
): Promise<{ own: LeadEvent[]; visits: VisitorEvent[]; visitors: VisitorId[] }> {
  const visitors = await visitorsOf(table, lead, ofVisits);
  const each = Math.min(MOST_READ, Math.ceil(MOST_TOGETHER / Math.max(1, visitors.length)));
  const [own, ...visits] = await Promise.all([
    leadEvents(table, lead, since.own),
    ...visitors.map((visitor) => visitorEvents(table, visitor, since.visits, { ...ofVisits, limit: each })),
  ] as const);
  return { own, visits: visits.flat(), visitors };
}

/** The event in an item; none when it cannot be read, so that it hides no others: the stream reports it. */
export function readable<Event>(entity: { read(item: FoundItem): Event }, item: FoundItem): Event[] {
  try {
    return [entity.read(item)];
  } catch {
    return [];
  }
}

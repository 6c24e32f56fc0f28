import type { SalesAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import { actionsBefore } from '../handover/actions.ts';
import { visitorsOf } from '../identity/links.ts';
import { type KeyRange, queryPart } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';
import { readable } from './history.ts';

/** An action of sales, as an event among the others. */
type SalesEvent = Omit<SalesAction, 'key'> & { id: string; type: 'sales'; receivedAt: Instant };

/** Where a page ended: at the event with this key, and before the action of sales with this number. */
export interface TimelinePlace {
  key: string;
  action: number;
}

export interface TimelinePage {
  /** Newest first. */
  events: (AnyEvent | SalesEvent)[];
  /** The place after which the next page begins; undefined on the last page. */
  next?: TimelinePlace;
}

/** An event by its key; without one when it cannot be read. */
interface Entry {
  key: string;
  events: (AnyEvent | SalesEvent)[];
  action?: number;
}

/** The newest entries of a browser, of the lead itself or of sales, in order, and whether there are older ones. */
interface Part {
  entries: Entry[];
  goesOn: boolean;
}

/** A response has to stay far below the 6 MB that Lambda returns. */
const PAGE_BYTES = 1_000_000;

/**
 * One page of a lead's history, newest first, after a place. Reads at most one page from each of its browsers, which
 * DynamoDB may end at a megabyte; what is older than such an end waits for the next page.
 */
export async function timelinePage(
  table: Table,
  lead: LeadId,
  { after, limit }: { after?: TimelinePlace; limit: number },
): Promise<TimelinePage> {
  const visitors = await visitorsOf(table, lead);
  const most = limit + 1;
  const [done, ...others] = await Promise.all([
    actionsOfSales(table, lead, after, most),
    newest(table, leadEventEntity, leadEventEntity.range({ lead }), after?.key, most),
    ...visitors.map((visitor) =>
      newest(table, visitorEventEntity, visitorEventEntity.range({ visitor }), after?.key, most),
    ),
  ]);
  const parts = [done, ...others];
  const horizon =
    parts
      .map(({ entries, goesOn }) => (goesOn ? (entries.at(-1)?.key ?? '') : ''))
      .sort()
      .at(-1) ?? '';
  const entries = parts
    .flatMap((part) => part.entries)
    .filter(({ key }) => key >= horizon)
    .sort((a, b) => (a.key > b.key ? -1 : 1));
  const page = entries.slice(0, lengthOfPage(entries, limit));
  const events = page.flatMap((entry) => entry.events);
  const last = page.at(-1);
  if (last === undefined || (page.length === entries.length && horizon === '')) return { events };
  const unseen = (done.entries[0]?.action ?? (after?.action ?? 1) - 1) + 1;
  const action = page.findLast((entry) => entry.action !== undefined)?.action ?? unseen;
  return { events, next: { key: last.key, action } };
}

/** How many entries a page has. Two browsers may have sent an event with one key: a page never ends between those. */
function lengthOfPage(entries: readonly Entry[], limit: number): number {
  let length = 0;
  for (let bytes = 0; length < entries.length && length < limit && bytes < PAGE_BYTES; length++)
    bytes += JSON.stringify(entries[length]).length;
  while (length < entries.length && entries[length]?.key === entries[length - 1]?.key) length++;
  return length;
}

/** Actions are stored by number. The timeline has them by time, but never a later one before an earlier one. */
async function actionsOfSales(
  table: Table,
  lead: LeadId,
  after: TimelinePlace | undefined,
  limit: number,
): Promise<Part> {
  const { actions, goesOn } = await actionsBefore(table, lead, { number: after?.action, limit });
  let before = after?.key ?? '~';
  const entries = actions.map(({ key: _, ...action }) => {
    const id = `sales-${action.number}`;
    const own = `E#${action.at}#${id}`;
    before = own < before ? own : before;
    const event: SalesEvent = { ...action, id, type: 'sales', receivedAt: action.at };
    return { key: before, events: [event], action: action.number };
  });
  return { entries, goesOn };
}

async function newest(
  table: Table,
  entity: Parameters<typeof readable<AnyEvent>>[0],
  { partition, beginsWith = '' }: KeyRange,
  after: string | undefined,
  most: number,
): Promise<Part> {
  // BETWEEN includes the place itself, which the previous page had.
  const range = { partition, between: [beginsWith, after ?? `${beginsWith}~`] } as const;
  const limit = after === undefined ? most : most + 1;
  const { items, next } = await queryPart(table, range, { isDescending: true, limit });
  const entries = items
    .filter(({ SK }) => SK !== after)
    .map((item) => ({ key: item.SK, events: readable(entity, item) }));
  return { entries, goesOn: next !== undefined };
}

import type { LeadId } from '../../domain/identity/ids.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import {
  type SalesEvent,
  type TimelineEvent,
  type TimelineKind,
  timelineKindOf,
} from '../../domain/tracking/timeline-kinds.ts';
import { actionsBefore } from '../handover/actions.ts';
import { visitorsOf } from '../identity/links.ts';
import { type KeyRange, queryPart } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';
import { readable } from './history.ts';

/** Where a page ended: at the event with this key, and before the action of sales with this number. */
export interface TimelinePlace {
  key: string;
  action: number;
}

export interface TimelinePage {
  /** Newest first. */
  events: TimelineEvent[];
  /** The place after which the next page begins; undefined on the last page. */
  next?: TimelinePlace;
  /** The actions of sales that were read for it, newest first, also those that come on a later page. */
  actions: SalesEvent[];
}

export interface TimelineRequest {
  after?: TimelinePlace;
  limit: number;
  /** Without these all. A page of some kinds may be empty and yet go on. */
  kinds?: readonly TimelineKind[];
  /** Reads fewer of each browser if there are many, and eventually consistent, at the price of shorter pages. */
  isThrifty?: true;
}

/** An event by its key; without one when it cannot be read. */
interface Entry {
  key: string;
  events: TimelineEvent[];
  action?: number;
}

/** The newest entries of a browser, of the lead itself or of sales, in order, and the key of the last if there are older ones. */
interface Part {
  entries: Entry[];
  goesOnAfter?: string | undefined;
}

const NO_PART: Part = { entries: [] };
/** How many are looked at to find those of some kinds. */
const MOST_LOOKED_AT = 200;
/** Of a lead with more browsers, fewer are read of each. */
const FEW_BROWSERS = 2;

/** A response has to stay far below the 6 MB that Lambda returns. */
const PAGE_BYTES = 1_000_000;

/**
 * One page of a lead's history, newest first, after a place. Reads at most one page from each of its browsers, which
 * DynamoDB may end at a megabyte; what is older than such an end waits for the next page.
 */
export async function timelinePage(
  table: Table,
  lead: LeadId,
  { after, limit, kinds, isThrifty }: TimelineRequest,
): Promise<TimelinePage> {
  const has = (kind: TimelineKind) => kinds === undefined || kinds.includes(kind);
  const visitors = has('visits') ? await visitorsOf(table, lead, { isConsistent: !isThrifty }) : [];
  const isShort = isThrifty && visitors.length > FEW_BROWSERS;
  const most = (isShort ? Math.ceil(limit / 2) : limit) + 1;
  const isOwn = ({ type }: TimelineEvent) => has(timelineKindOf(type));
  const ownMost = has('mails') && has('forms') ? most : Math.max(most, MOST_LOOKED_AT);
  const [done, ...others] = await Promise.all([
    has('sales') ? actionsOfSales(table, lead, after, most) : NO_PART,
    has('mails') || has('forms')
      ? newest(table, leadEventEntity, leadEventEntity.range({ lead }), after?.key, ownMost, isOwn)
      : NO_PART,
    ...visitors.map((visitor) =>
      newest(table, visitorEventEntity, visitorEventEntity.range({ visitor }), after?.key, most),
    ),
  ]);
  const parts = [done, ...others];
  const horizon =
    parts
      .map(({ goesOnAfter = '' }) => goesOnAfter)
      .sort()
      .at(-1) ?? '';
  const entries = parts
    .flatMap((part) => part.entries)
    .filter(({ key }) => key >= horizon)
    .sort((a, b) => (a.key > b.key ? -1 : 1));
  const page = entries.slice(0, lengthOfPage(entries, limit));
  const events = page.flatMap((entry) => entry.events);
  const actions = done.entries.flatMap((entry) => entry.events) as SalesEvent[];
  const isWhole = page.length === entries.length;
  if (isWhole && horizon === '') return { events, actions };
  const unseen = (done.entries[0]?.action ?? (after?.action ?? 1) - 1) + 1;
  const action = page.findLast((entry) => entry.action !== undefined)?.action ?? unseen;
  const key = isWhole && kinds !== undefined ? horizon : (page.at(-1)?.key ?? horizon);
  return { events, actions, next: { key, action } };
}

/** What happened on one UTC day, newest first: the newest thousand of the lead itself and of each browser. */
export async function timelineOfDay(
  table: Table,
  lead: LeadId,
  day: Day,
): Promise<{ events: TimelineEvent[]; isCut: boolean }> {
  const between = { from: { at: day }, to: { at: `${day}~` } };
  const visitors = await visitorsOf(table, lead, { isConsistent: false });
  const options = { isDescending: true, limit: MOST_OF_A_DAY };
  const [{ entries }, own, ...visits] = await Promise.all([
    actionsOfSales(table, lead, undefined, MOST_LOOKED_AT),
    queryPart(table, leadEventEntity.range({ lead }, between), options),
    ...visitors.map((visitor) => queryPart(table, visitorEventEntity.range({ visitor }, between), options)),
  ] as const);
  const events: TimelineEvent[] = [
    ...entries.flatMap((entry) => entry.events).filter(({ at }) => dayOf(at) === day),
    ...own.items.flatMap((item) => readable(leadEventEntity, item)),
    ...visits.flatMap(({ items }) => items.flatMap((item) => readable(visitorEventEntity, item))),
  ];
  return {
    events: events.sort((a, b) => (a.at + a.id > b.at + b.id ? -1 : 1)),
    isCut: [own, ...visits].some(({ next }) => next !== undefined),
  };
}

const MOST_OF_A_DAY = 1_000;

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
  return { entries, goesOnAfter: goesOn ? (entries.at(-1)?.key ?? '') : undefined };
}

async function newest(
  table: Table,
  entity: Parameters<typeof readable<AnyEvent>>[0],
  { partition, beginsWith = '' }: KeyRange,
  after: string | undefined,
  most: number,
  isWanted: (event: AnyEvent) => boolean = () => true,
): Promise<Part> {
  // BETWEEN includes the place itself, which the previous page had.
  const range = { partition, between: [beginsWith, after ?? `${beginsWith}~`] } as const;
  const limit = after === undefined ? most : most + 1;
  const { items, next } = await queryPart(table, range, { isDescending: true, limit });
  const entries = items
    .filter(({ SK }) => SK !== after)
    .map((item) => ({ key: item.SK, events: readable(entity, item) }))
    .filter(({ events }) => events.length === 0 || events.some(isWanted));
  return { entries, goesOnAfter: next && (items.at(-1)?.SK ?? '') };
}

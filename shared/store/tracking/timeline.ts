import type { SalesAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import { actionsOf } from '../handover/actions.ts';
import { visitorsOf } from '../identity/links.ts';
import { type KeyRange, queryPage } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';
import { readable } from './history.ts';

/** An action of sales, as an event among the others. */
type SalesEvent = Omit<SalesAction, 'key'> & { id: string; type: 'sales'; receivedAt: Instant };

export interface TimelinePage {
  /** Newest first. */
  events: (AnyEvent | SalesEvent)[];
  /** The place after which the next page begins; undefined on the last page. */
  next?: string;
}

/** A place in the timeline with its event; without one when the event cannot be read. */
interface Entry {
  place: string;
  events: (AnyEvent | SalesEvent)[];
}

/** One page of a lead's history, newest first, from a place on. Reads at most one page from each of its browsers. */
export async function timelinePage(
  table: Table,
  lead: LeadId,
  { before, limit }: { before?: string; limit: number },
): Promise<TimelinePage> {
  const visitors = await visitorsOf(table, lead);
  const [actions, ...parts] = await Promise.all([
    actionsOf(table, lead),
    newest(table, leadEventEntity, leadEventEntity.range({ lead }), before, limit + 1),
    ...visitors.map((visitor) =>
      newest(table, visitorEventEntity, visitorEventEntity.range({ visitor }), before, limit + 1),
    ),
  ]);
  const done = actions.map(entryOfAction).filter(({ place }) => before === undefined || place < before);
  const entries = [...parts.flat(), ...done].sort((a, b) => (a.place > b.place ? -1 : 1));
  const page = entries.slice(0, limit);
  const events = page.flatMap((entry) => entry.events);
  const last = page.at(-1);
  return last && entries.length > limit ? { events, next: last.place } : { events };
}

/** Actions are stored by number; the timeline sorts them by time. */
function entryOfAction({ key: _, ...action }: SalesAction): Entry {
  const { at, number } = action;
  const id = `sales-${number}`;
  return { place: `E#${at}#${id}`, events: [{ ...action, id, type: 'sales', receivedAt: at }] };
}

async function newest(
  table: Table,
  entity: Parameters<typeof readable<AnyEvent>>[0],
  { partition, beginsWith = '' }: KeyRange,
  before: string | undefined,
  most: number,
): Promise<Entry[]> {
  // BETWEEN includes the place itself, which the previous page had.
  const range = { partition, between: [beginsWith, before ?? `${beginsWith}~`] } as const;
  const limit = before === undefined ? most : most + 1;
  const items = await queryPage(table, range, { isDescending: true, limit });
  return items
    .filter(({ SK }) => SK !== before)
    .map((item) => ({ place: item.SK, events: readable(entity, item) }));
}

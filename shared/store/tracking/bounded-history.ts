import type { LeadId } from '../../domain/identity/ids.ts';
import type { Day, Instant } from '../../domain/time.ts';
import type { AnyEvent } from '../../domain/tracking/event.ts';
import { visitorsOf } from '../identity/links.ts';
import type { FoundItem } from '../query.ts';
import { type KeyRange, queryPart } from '../query.ts';
import type { Table } from '../table.ts';
import { leadEventEntity, visitorEventEntity } from './events.ts';
import { readable } from './history.ts';

/** More browsers than that are nobody's. */
const MOST_BROWSERS = 10;

/**
 * What rescoring reads of a lead, if that is not much: at most so many events of its own, and of each of its browsers.
 * Eventually consistent, in any order.
 * @returns undefined when there is more
 */
export async function boundedHistory(
  table: Table,
  lead: LeadId,
  since: { own: Instant | Day; visits: Instant | Day },
  most: number,
): Promise<AnyEvent[] | undefined> {
  const [visitors, own] = await Promise.all([
    visitorsOf(table, lead, { isConsistent: false }),
    allIn(table, leadEventEntity, leadEventEntity.range({ lead }, { from: { at: since.own } }), most),
  ]);
  if (own === undefined || visitors.length > MOST_BROWSERS) return undefined;
  const visits = await Promise.all(
    visitors.map((visitor) => {
      const range = visitorEventEntity.range({ visitor }, { from: { at: since.visits } });
      return allIn(table, visitorEventEntity, range, most);
    }),
  );
  const known = visits.flatMap((one) => (one === undefined ? [] : [one]));
  return known.length < visits.length ? undefined : [own, ...known].flat();
}

async function allIn(
  table: Table,
  entity: { read(item: FoundItem): AnyEvent },
  range: KeyRange,
  most: number,
): Promise<AnyEvent[] | undefined> {
  const { items, next } = await queryPart(table, range, { limit: most, isConsistent: false });
  return next === undefined ? items.flatMap((item) => readable(entity, item)) : undefined;
}

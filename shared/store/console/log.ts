import * as z from 'zod/mini';
import { LOG_KINDS, type LogEntry, type LogKind } from '../../domain/console/log.ts';
import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryPart } from '../query.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table } from '../table.ts';

export const LOG_DAYS = 731;
/** How many entries are read for one page at most: some 60 read units. */
const MOST_READ = 4_000;
const FILTERED_AT_ONCE = 1_000;

/** A partition for each month: what nobody reads is not searched, and no partition grows for good. */
export const logEntity = new Entity({
  kind: 'entry of the log',
  key: 'LOG#{month} / {at}#{id}',
  holds: () =>
    schemaOf<LogEntry>()(
      z.object({
        ...{ at: text, who: text, isKey: optional(z.literal(true)), kind: z.enum(LOG_KINDS) },
        ...{ about: optional(text), detail: optional(text), count: optional(z.number()) },
      }),
    ),
  pack: ({ at: _, ...entry }) => entry,
  unpack: ({ expiresAt: _, ...entry }, { at }) => ({ ...entry, at }),
  written: 'freely',
  lives: `${LOG_DAYS} days`,
  expires: ({ at }) => endOfDaySeconds(plusDays(dayOf(at), LOG_DAYS)),
  largest: { bytes: 900, why: 'an address, an id and the names of filters' },
});

/** Stores an entry. The same entry again is the same item. One write unit. */
export async function putLogEntry(table: Table, id: string, entry: LogEntry): Promise<void> {
  await logEntity.put(table, { month: monthOf(entry.at), at: entry.at, id }, entry);
}

export interface LogSearch {
  /** Entries from this moment on, and before another. */
  from: Instant;
  before: Instant;
  /** A part of who did it. */
  who?: string;
  kind?: LogKind;
  about?: string;
}

export interface LogPage {
  /** Newest first. */
  entries: LogEntry[];
  /** The place after which the next page begins; undefined when there is no more. */
  next?: string;
}

/**
 * A page of the log, newest first, after a place. It may have few entries, or none, and still go on: a search reads only
 * so much at a time. Eventually consistent.
 */
export async function logPage(
  table: Table,
  search: LogSearch,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<LogPage> {
  const filter = filterOf(search);
  const entries: LogEntry[] = [];
  let place = after;
  let month = monthOf(after ?? search.before);
  for (let left = MOST_READ; month >= monthOf(search.from); ) {
    const size = Math.max(1, Math.min(left, filter ? FILTERED_AT_ONCE : limit + 1));
    const range = { partition: `LOG#${month}`, between: [search.from, search.before] } as const;
    const start = place?.startsWith(month) ? { PK: { S: range.partition }, SK: { S: place } } : undefined;
    const options = { isDescending: true, limit: size, ...(filter && { filter }) };
    const { items, next } = await queryPart(table, range, options, start);
    for (const item of items) {
      if (entries.length === limit) return { entries, ...(place && { next: place }) };
      entries.push(logEntity.read(item));
      place = item.SK;
    }
    left -= size;
    if (next === undefined) month = monthBefore(month);
    else place = next.SK?.S;
    if (next && left <= 0) return { entries, ...(place && { next: place }) };
  }
  return { entries };
}

function filterOf({ who, kind, about }: LogSearch) {
  const wanted = [
    who && (['contains(who, :who)', ':who', who] as const),
    kind && (['kind = :kind', ':kind', kind] as const),
    about && (['about = :about', ':about', about] as const),
  ].filter((part) => part !== undefined && part !== '');
  if (wanted.length === 0) return undefined;
  return {
    expression: wanted.map(([expression]) => expression).join(' AND '),
    values: Object.fromEntries(wanted.map(([, name, value]) => [name, value])),
  };
}

const monthOf = (at: Instant) => at.slice(0, 7);

function monthBefore(month: string): string {
  return monthOf(plusDays(`${month}-01`, -1));
}

import * as z from 'zod/mini';
import { LOG_KINDS, type LogEntry, type LogKind } from '../../domain/console/log.ts';
import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryPart } from '../query.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table } from '../table.ts';

export const LOG_DAYS = 731;
const PARTITION = 'LOG';
/** A search reads so many entries first, some 4 read units, and twice as many each time until its page is full. */
const FILTERED_FIRST = 200;
/** How many a search reads for one page at most: some 60 read units. */
const MOST_READ = 4_000;

/** All in one partition, so that a page is one query however far its entries lie apart. */
export const logEntity = new Entity({
  kind: 'entry of the log',
  key: 'LOG / {at}#{id}',
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
  await logEntity.put(table, { at: entry.at, id }, entry);
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
  const range = { partition: PARTITION, between: [search.from, search.before] } as const;
  const entries: LogEntry[] = [];
  let place = after;
  let size = filter ? FILTERED_FIRST : limit + 1;
  for (let left = MOST_READ; left > 0; left -= size, size *= 2) {
    const options = { isDescending: true, limit: Math.min(size, left), ...(filter && { filter }) };
    const start = place === undefined ? undefined : { PK: { S: PARTITION }, SK: { S: place } };
    const { items, next } = await queryPart(table, range, options, start);
    for (const item of items) {
      if (entries.length === limit) return { entries, ...(place && { next: place }) };
      entries.push(logEntity.read(item));
      place = item.SK;
    }
    if (next === undefined) return { entries };
    place = next.SK?.S;
  }
  return { entries, ...(place && { next: place }) };
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

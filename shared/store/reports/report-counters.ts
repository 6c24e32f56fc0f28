import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import {
  type Increment,
  OPEN_ENDED,
  OTHERS,
  type ReportTotals,
  totalsOf,
} from '../../domain/reports/totals.ts';
import { type Day, endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { counterName, countOf, groupName } from './report-names.ts';

/** How many counter items a day has, so that none grows large or is written too often. */
const SHARDS = 32;
/** How many names from outside an item holds; further ones are counted together. */
const NAMES = 20;
/** Longer than any outage of the roll-up. */
const KEPT_DAYS = 100;

/** The report counters of one shard of a day. */
export const reportCountersEntity = new Entity({
  kind: 'report counters of a day',
  key: 'REPORT#{day} / S#{shard:1}',
  holds: () => z.record(text, z.number()),
  unpack: ({ seen: _, names: __, expiresAt: ___, ...counters }) => counters,
  written: 'freely',
  lives: `${KEPT_DAYS} days`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: ITEM_LIMIT, why: 'grows by some 10 bytes with each change of a lead on that day' },
});

/** A change of a lead, named by the version it made. */
export interface CountedChange {
  lead: LeadId;
  version: number;
  day: Day;
}

/**
 * Adds the increments of a change. A repeated change counts once, because the item also stores the changes it counted.
 * One write unit for each kilobyte of the item; two writes when it has no room for another name from outside.
 */
export async function addToCounters(
  table: Table,
  change: CountedChange,
  counts: readonly Increment[],
): Promise<void> {
  const names = [...new Set(counts.filter(isOutside).map(groupName))];
  if ((await add(table, change, counts, names)) === 'written' || names.length === 0) return;
  // A conflict: it was counted before, or there is no room for its names.
  const others = counts.map((count) => (isOutside(count) ? { ...count, of: OTHERS } : count));
  await add(table, change, others, []);
}

/** The totals of a day over all its counter items. Eventually consistent by default. */
export async function countsOfDay(table: Table, day: Day, options?: ReadOptions): Promise<ReportTotals> {
  const items = await reportCountersEntity.query(table, { day }, options);
  const counts = items.flatMap((counters) => Object.entries(counters));
  return totalsOf(counts.flatMap(([name, by]) => countOf(name, by) ?? []));
}

const isOutside = ({ dimension, of }: Increment) => OPEN_ENDED.includes(dimension) && of !== '';

function add(
  table: Table,
  { lead, version, day }: CountedChange,
  counts: readonly Increment[],
  names: readonly string[],
): Promise<Written> {
  const sums = new Map<string, number>();
  for (const count of counts) {
    const name = counterName(count);
    sums.set(name, (sums.get(name) ?? 0) + count.by);
  }
  const counters = [...sums];
  const isKnown = names.map((_, n) => `contains(#names, :n${n})`).join(' AND ');
  const hasRoom = `attribute_not_exists(#names) OR size(#names) < :room OR ${isKnown}`;
  const isNew = 'NOT contains(seen, :this)';
  const adds = [
    'seen :change',
    ...(names.length > 0 ? ['#names :names'] : []),
    ...counters.map((_, n) => `#c${n} :c${n}`),
  ];
  const change = changeName(lead, version);
  return reportCountersEntity.update(
    table,
    { day, shard: shardOf(lead) },
    {
      add: adds.join(', '),
      onlyIf: names.length === 0 ? isNew : `${isNew} AND (${hasRoom})`,
      names: {
        ...(names.length > 0 && { '#names': 'names' }),
        ...Object.fromEntries(counters.map(([name], n) => [`#c${n}`, name])),
      },
      values: {
        ':this': change,
        ':change': new Set([change]),
        ...(names.length > 0 && { ':names': new Set(names), ':room': NAMES }),
        ...Object.fromEntries(names.map((name, n) => [`:n${n}`, name])),
        ...Object.fromEntries(counters.map(([, by], n) => [`:c${n}`, by])),
      },
    },
  );
}

/** A short token: 48 bits of the id, and the version. Two changes of one day collide once in a million years. */
function changeName(lead: LeadId, version: number): string {
  return lead.slice(0, 8) + version.toString(36);
}

/** Uses the end of the id, which is not in the token of a change. */
function shardOf(lead: LeadId): number {
  return (lead.charCodeAt(lead.length - 2) + 7 * lead.charCodeAt(lead.length - 3)) % SHARDS;
}

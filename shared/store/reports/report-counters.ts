import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import {
  addIncrements,
  type Increment,
  NO_TOTALS,
  OPEN_ENDED,
  OTHERS,
  type ReportTotals,
} from '../../domain/reports/totals.ts';
import { type Day, endOfDaySeconds, plusDays } from '../../domain/time.ts';
import { ITEM_LIMIT } from '../declaration.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { counterName, countOf, groupName } from './report-names.ts';

/** How many items a day is counted in, so that none grows large or is written too often. */
const SHARDS = 32;
/** How many names from outside an item holds; further ones are counted together. */
const NAMES = 20;
/** Longer than summing could ever be down. */
const KEPT_DAYS = 100;

/** What changes of leads added to the reports of a day, by counter. */
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
 * Counts what a change means. A repeated change counts once: the item with the counters also has the changes it counted.
 * One write unit for each kilobyte of the item; two writes when it has no room for another name from outside.
 */
export async function addToCounters(
  table: Table,
  change: CountedChange,
  counts: readonly Increment[],
): Promise<void> {
  const names = [...new Set(counts.filter(isOutside).map(groupName))];
  if ((await add(table, change, counts, names)) === 'written' || names.length === 0) return;
  // It was counted before, or there is no room for its names.
  const others = counts.map((count) => (isOutside(count) ? { ...count, of: OTHERS } : count));
  await add(table, change, others, []);
}

/** What was counted on a day, in all its items. Eventually consistent, unless asked otherwise. */
export async function countsOfDay(table: Table, day: Day, options?: ReadOptions): Promise<ReportTotals> {
  const items = await reportCountersEntity.query(table, { day }, options);
  const counts = items.flatMap((counters) =>
    Object.entries(counters).flatMap(([name, by]) => countOf(name, by) ?? []),
  );
  return addIncrements(NO_TOTALS, counts);
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

/** Short: 48 random bits of the id. Two leads share them, and the version, on one day, once in a million years. */
function changeName(lead: LeadId, version: number): string {
  return lead.slice(0, 8) + version.toString(36);
}

/** By the end of the id, which the name of a change does not hold. */
function shardOf(lead: LeadId): number {
  return (lead.charCodeAt(lead.length - 2) + 7 * lead.charCodeAt(lead.length - 3)) % SHARDS;
}

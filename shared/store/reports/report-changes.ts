import { createHash, hash } from 'node:crypto';
import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { DayPart } from '../../domain/reports/hour-sums.ts';
import {
  addTotals,
  type Dimension,
  type Increment,
  isCumulative,
  type ReportTotals,
  totalsOf,
  withFewNames,
} from '../../domain/reports/totals.ts';
import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { queryPage } from '../query.ts';
import { queryPages } from '../query-all.ts';
import { optional, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';
import { counterName, countOf } from './report-names.ts';

/** Longer than any outage of the roll-up. */
export const KEPT_DAYS = 100;

/**
 * What a change of a lead, or something that happened to a mail, adds to the reports. It names no lead: `who` is a digest
 * of an id, from which nobody gets to the id. Who has the ids of living leads finds theirs; what remains of an erased person
 * leads nowhere, because nothing says any more whose id it was.
 */
export const reportChangeEntity = new Entity({
  kind: 'change in the reports',
  key: 'REPORT#{day} / C#{time}#{change}',
  holds: () => z.object({ who: optional(text), counters: z.record(text, z.number()) }),
  // The bar in the name of a counter tells it from `who`.
  pack: ({ who, counters }) => ({ ...counters, ...(who && { who }) }),
  unpack: ({ expiresAt: _, who, ...counters }) => ({ ...(who && { who }), counters }),
  written: 'once',
  lives: `${KEPT_DAYS} days`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: 15_000, why: 'some 60 counters, each with a name of at most 40 characters' },
});

/** What is counted, and when it happened. The key tells it from all else that is counted. */
export interface Counted {
  key: string;
  at: Instant;
  /** The lead that it is about; absent when it says that somebody was erased. */
  lead?: LeadId | undefined;
}

/** The digest by which a change says of whom it is. */
export function whoOf(lead: LeadId): string {
  return hash('sha256', lead, 'base64url').slice(0, 10);
}

/**
 * Stores what a change adds. A repeated change counts once: it is the same item. One write unit, no read.
 * @returns `conflict` when something of this key and moment is stored already
 */
export async function putReportChange(
  table: Table,
  { key, at, lead }: Counted,
  increments: readonly Increment[],
): Promise<Written> {
  const counters = new Map<string, number>();
  for (const increment of increments) {
    const name = counterName(increment);
    counters.set(name, (counters.get(name) ?? 0) + increment.by);
  }
  const change = { ...(lead && { who: whoOf(lead) }), counters: Object.fromEntries(counters) };
  return reportChangeEntity.put(table, keyOf({ key, at }), change);
}

/** What is stored of this key and moment. Strongly consistent. */
export async function getReportChange(table: Table, counted: Counted): Promise<Increment[]> {
  const change = await reportChangeEntity.get(table, keyOf(counted));
  return Object.entries(change?.counters ?? {}).flatMap(([name, by]) => countOf(name, by) ?? []);
}

function keyOf({ key, at }: Counted) {
  const change = createHash('sha256').update(key).digest('base64url').slice(0, 12);
  return { ...placeOf(at), change };
}

/**
 * The totals of the changes in a part of a day, read a megabyte at a time.
 * @param pages how many megabytes somebody can wait for
 * @throws when there are more
 */
export async function totalsOfChanges(
  table: Table,
  part: DayPart,
  { pages = Number.POSITIVE_INFINITY, ...options }: ReadOptions & { pages?: number } = {},
): Promise<ReportTotals> {
  let totals = totalsOf([]);
  let read = 0;
  for await (const page of queryPages(table, rangeOf(part), options)) {
    if (++read > pages) throw new Error('The roll-up of the reports is too far behind');
    const counters = page.flatMap((item) => Object.entries(reportChangeEntity.read(item).counters));
    const more = totalsOf(counters.flatMap(([name, by]) => countOf(name, by) ?? []));
    totals = withFewNames(addTotals([totals, more]), namesKept);
  }
  return totals;
}

/** When the first change in a part of a day happened; undefined when there is none. Strongly consistent. */
export async function firstChangeIn(table: Table, part: DayPart): Promise<Instant | undefined> {
  const [first] = await queryPage(table, rangeOf(part), { limit: 1, isConsistent: true });
  const key = first && reportChangeEntity.match(first);
  return key && `${key.day}T${key.time}`;
}

/** More for what adds up over days, so that a name that starts small is still there the next day. */
const namesKept = (dimension: Dimension) => (isCumulative(dimension) ? 200 : 100);

const placeOf = (at: Instant) => ({ day: dayOf(at), time: at.slice(11) });

/** The range of the changes in a part of a day. */
export function rangeOf({ from, to }: DayPart) {
  const { day, time } = placeOf(from);
  const end = dayOf(to) === day ? { to: { time: placeOf(to).time } } : {};
  return reportChangeEntity.range({ day }, { from: { time }, ...end });
}

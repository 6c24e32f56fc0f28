import * as z from 'zod/mini';
import { hourOf, type SummedHour } from '../../domain/reports/hour-sums.ts';
import { incrementsOf, type ReportTotals, totalsOf } from '../../domain/reports/totals.ts';
import { type Day, dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import { optional, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';
import { KEPT_DAYS } from './report-changes.ts';
import { counterName, countOf } from './report-names.ts';

/** The sum of the changes of an hour, as far as they are summed up. */
export const hourSumEntity = new Entity({
  kind: 'sum of an hour for the reports',
  key: 'REPORT#{day} / H#{hour}',
  holds: () =>
    z.object({
      hour: text,
      version: z.number(),
      until: optional(text),
      counters: optional(z.record(text, z.number())),
    }),
  pack: ({ hour: _, counters, ...sum }) => ({ ...sum, ...(counters && { packed: packJson(counters) }) }),
  unpack: ({ expiresAt: _, packed, ...sum }, { hour }) => ({
    ...{ ...sum, hour },
    ...(packed && { counters: unpackJson(packed) }),
  }),
  written: 'by version',
  lives: `${KEPT_DAYS} days`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: 90_000, why: '400 names from outside, each of at most 40 characters, compressed' },
});

export interface HourSum extends SummedHour {
  version: number;
  counters?: Record<string, number>;
}

/** Writes the sum of an hour, unless it was written or opened since the one before it was read. */
export function putHourSum(
  table: Table,
  { day, hour, until }: { day: Day; hour: string; until: Instant },
  before: HourSum | undefined,
  totals: ReportTotals,
): Promise<Written> {
  const counters = Object.fromEntries(incrementsOf(totals).map((one) => [counterName(one), one.by]));
  const version = (before?.version ?? 0) + 1;
  return hourSumEntity.put(table, { day, hour }, { hour, version, until, counters });
}

/** Opens the hour of an instant: a change of it was written that its sum may lack. */
export async function reopenHour(table: Table, at: Instant): Promise<void> {
  const key = { day: dayOf(at), hour: hourOf(at) };
  const change = { add: 'version :one', remove: '#until, packed', names: { '#until': 'until' } };
  await hourSumEntity.update(table, key, { ...change, values: { ':one': 1 } });
}

/** The totals in the sum of an hour. */
export function totalsOfHour({ counters = {} }: HourSum): ReportTotals {
  return totalsOf(Object.entries(counters).flatMap(([name, by]) => countOf(name, by) ?? []));
}

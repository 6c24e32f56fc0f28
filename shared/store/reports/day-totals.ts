import { openParts } from '../../domain/reports/hour-sums.ts';
import { addTotals, type ReportTotals, totalsOf } from '../../domain/reports/totals.ts';
import type { Day } from '../../domain/time.ts';
import { type FoundItem, queryUpTo } from '../query.ts';
import type { ReadOptions, Table } from '../table.ts';
import { type HourSum, hourSumEntity, totalsOfHour } from './hour-sums.ts';
import { totalsOfChanges } from './report-changes.ts';
import { countOf } from './report-names.ts';

/** Some seconds of reading. At 200 changes a second the twelve minutes that are in no sum yet fill 20. */
const PAGES = 100;
const HOURS = 24;
const OLD_SHARDS = 32;

/**
 * The totals of a day: the sums of its hours, and the changes that are in none yet. Eventually consistent by default.
 * @throws when the roll-up is too far behind for somebody to wait for it
 */
export async function totalsOfDay(table: Table, day: Day, options?: ReadOptions): Promise<ReportTotals> {
  const { sums, older } = await summedIn(table, day, options);
  const parts = openParts(day, sums);
  const open = await Promise.all(
    parts.map((part) => totalsOfChanges(table, part, { ...options, pages: PAGES })),
  );
  return addTotals([...sums.map(totalsOfHour), ...older, ...open]);
}

/** The sums of the hours of a day. Strongly consistent by default. */
export async function hourSumsOf(
  table: Table,
  day: Day,
  { isConsistent = true }: ReadOptions = {},
): Promise<HourSum[]> {
  return (await summedIn(table, day, { isConsistent })).sums;
}

/** The sums of hours, and the totals of the items `S#` in which a day was counted until November 2026. */
async function summedIn(table: Table, day: Day, options: ReadOptions = {}) {
  const range = { partition: `REPORT#${day}`, between: ['H#', 'S#~'] } as const;
  const items = await queryUpTo(table, range, { ...options, limit: HOURS + OLD_SHARDS });
  const isHour = (item: FoundItem) => hourSumEntity.match(item) !== undefined;
  const { hours = [], older = [] } = Object.groupBy(items, (item) => (isHour(item) ? 'hours' : 'older'));
  return { sums: hours.map((item) => hourSumEntity.read(item)), older: older.map(totalsInOld) };
}

function totalsInOld(item: FoundItem): ReportTotals {
  return totalsOf(Object.entries(item).flatMap(([name, by]) => countOf(name, by) ?? []));
}

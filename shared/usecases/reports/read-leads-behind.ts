import type { DirectoryRow } from '../../domain/identity/directory/row.ts';
import { type CountedNumber, counterOf, countIn, isUnder, mayCount } from '../../domain/reports/counted.ts';
import { type DayPart, hourPart, openParts } from '../../domain/reports/hour-sums.ts';
import {
  type Behind,
  type LeadsBehind,
  leadsBehind,
  type Rest,
  restOf,
} from '../../domain/reports/leads-behind.ts';
import { daysOf, type Period, periodOf } from '../../domain/reports/period.ts';
import { type Increment, isCumulative, mergeTotals, type TotalsByName } from '../../domain/reports/totals.ts';
import { type Day, dayOf, type Instant, plus, plusDays } from '../../domain/time.ts';
import { changesBehind } from '../../store/reports/changes-behind.ts';
import { hourSumsOf } from '../../store/reports/day-totals.ts';
import { type HourSum, totalsOfHour } from '../../store/reports/hour-sums.ts';
import { KEPT_DAYS, whoOf } from '../../store/reports/report-changes.ts';
import { sumsBetween } from '../../store/reports/report-sums.ts';
import { lastSummed, totalsInPeriod, totalsSoFar } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';
import type { ReportSystem } from './read-framework.ts';

/** Changes that are read for one number: some twenty megabytes, 2,500 read units. */
const MOST_CHANGES = 50_000;
/** How long somebody pages through a list that was read once. */
const HELD_MS = 60_000;
/** Days that are read at once. */
const TOGETHER = 8;

type BehindSystem = ReportSystem & { most?: number };

/** The leads behind a number of a report, as far as they can be told. */
export interface ReadBehind extends LeadsBehind, Rest {
  period: Period;
  /** There were too many changes: only those after it were read. */
  since?: Instant | undefined;
}

/**
 * Finds the leads behind a number of a report. Only the changes of those days and hours are read in which something was
 * counted, the newest first; for a minute nothing more is read for the same number.
 */
export async function readLeadsBehind(
  system: BehindSystem,
  number: CountedNumber,
  rows: Iterable<DirectoryRow>,
): Promise<ReadBehind> {
  const { changes, exact, ...read } = await readHeld(system, number);
  const found = leadsBehind(changes, rows, whoOf);
  return { ...found, ...restOf(number, exact, found), ...read };
}

interface Read extends Pick<ReadBehind, 'period' | 'since'> {
  changes: Behind[];
  /** The number as it adds up, which corrections may bring below zero. */
  exact: number;
}

/** What was read last, for the next page of its leads. Who is erased meanwhile is in no list. */
const held = new WeakMap<Table, { key: string; until: Instant; read: Promise<Read> }>();

function readHeld(system: BehindSystem, number: CountedNumber): Promise<Read> {
  const { table, now } = system;
  const key = JSON.stringify(number);
  const last = held.get(table);
  if (last?.key === key && now() < last.until) return last.read;
  const read = readChanges(system, number);
  held.set(table, { key, until: plus(now(), HELD_MS), read });
  read.catch(() => held.delete(table));
  return read;
}

async function readChanges(system: BehindSystem, number: CountedNumber): Promise<Read> {
  const today = dayOf(system.now());
  const period = isCumulative(counterOf(number).dimension)
    ? { from: plusDays(today, -KEPT_DAYS), to: today }
    : periodOf(today, number.period);
  const [exact, days] = await Promise.all([
    readCount(system, number, period),
    daysWith(system, number, period),
  ]);
  return { ...(await readDays(system, days, number)), exact, period };
}

async function readCount(
  { table, now }: ReportSystem,
  number: CountedNumber,
  period: Period,
): Promise<number> {
  const { dimension } = counterOf(number);
  if (isCumulative(dimension))
    return Math.max(0, countIn(number, await totalsSoFar(table, now(), dimension)));
  const parts = await totalsInPeriod(table, now(), [dimension], period);
  return countIn(number, mergeTotals(parts.map(({ totals }) => totals)));
}

/** The days, newest first, on which something of the number may have been counted and is still kept. */
async function daysWith(
  { table, now }: ReportSystem,
  number: CountedNumber,
  { from, to }: Period,
): Promise<Day[]> {
  const today = dayOf(now());
  const first = plusDays(today, -KEPT_DAYS);
  const kept = { from: from > first ? from : first, to: to < today ? to : today };
  const summed = (await lastSummed(table)) ?? plusDays(today, -1);
  const dimensions = [...new Set(counterOf(number).signs.map(({ dimension }) => dimension))];
  const byDay = new Map<Day, Record<string, TotalsByName>>();
  await Promise.all(
    dimensions.map(async (dimension) => {
      for (const sum of await sumsBetween(table, { span: 'day', dimension, ...kept })) {
        byDay.set(sum.from, { ...byDay.get(sum.from), [dimension]: sum.totals });
      }
    }),
  );
  const isBusy = (day: Day) => mayCount(number, (dimension) => byDay.get(day)?.[dimension] ?? {});
  return daysOf(kept)
    .filter((day) => day > summed || isBusy(day))
    .reverse();
}

/** What changes of these days added to a number, until enough was read. */
async function readDays(
  { table, most = MOST_CHANGES }: BehindSystem,
  days: readonly Day[],
  number: CountedNumber,
): Promise<{ changes: Behind[]; since: Instant | undefined }> {
  const { dimension, metrics } = counterOf(number);
  const isCounted = (one: Increment) =>
    one.dimension === dimension && metrics.includes(one.metric) && isUnder(number, one.of);
  const changes: Behind[] = [];
  let left = most;
  let since: Instant | undefined;
  const stopAt = (at: Instant) => {
    if (since === undefined || at > since) since = at;
  };
  const readPart = async (part: DayPart) => {
    if (left <= 0) return stopAt(part.to);
    for await (const { behind, read, until } of changesBehind(table, part, isCounted)) {
      changes.push(...behind);
      left -= read;
      if (left <= 0 && until !== undefined) return stopAt(until);
    }
  };
  const waiting = [...days];
  const work = async () => {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) {
      if (left <= 0) stopAt(`${plusDays(day, 1)}T00:00:00.000Z`);
      else for (const part of await partsOf(table, day, number)) await readPart(part);
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
  return { changes: changes.filter(({ at }) => since === undefined || at > since), since };
}

/** The parts of a day in which something of a number may have been counted, newest first. */
async function partsOf(table: Table, day: Day, number: CountedNumber): Promise<DayPart[]> {
  const sums = await hourSumsOf(table, day, { isConsistent: false });
  const isBusy = (sum: HourSum) => {
    const totals = totalsOfHour(sum);
    return mayCount(number, (dimension) => totals[dimension]);
  };
  const busy = sums.flatMap((sum) =>
    sum.until !== undefined && isBusy(sum) ? { from: hourPart(day, sum.hour).from, to: sum.until } : [],
  );
  const parts: DayPart[] = [];
  for (const part of [...busy, ...openParts(day, sums)].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = parts.at(-1);
    if (last !== undefined && last.to >= part.from) last.to = part.to > last.to ? part.to : last.to;
    else parts.push({ ...part });
  }
  return parts.reverse();
}

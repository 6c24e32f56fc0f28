import * as z from 'zod/mini';
import {
  type Count,
  type Dimension,
  type Metric,
  sumByName,
  type TotalsByName,
} from '../../domain/reports/totals.ts';
import type { Day } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import { text } from '../schema.ts';
import type { ReadOptions, Table } from '../table.ts';
import { codeOf, factOf } from './report-names.ts';

/** The span of a sum: a UTC day, or the week that starts on it. */
export type Span = 'day' | 'week';

export interface Sum {
  span: Span;
  dimension: Dimension;
  /** The day, or the Monday of the week. */
  from: Day;
  totals: TotalsByName;
}

/**
 * Totals grouped by metric: similar numbers next to each other compress to less than half. `facts` has for each code of
 * a metric a number for each name.
 */
const columns = () =>
  z.object({ from: text, names: z.array(text), facts: z.record(text, z.array(z.number())) });
type Columns = Omit<z.infer<ReturnType<typeof columns>>, 'from'>;

/** The sum of a dimension, so that a report reads only what it shows. */
export const reportSumEntity = new Entity({
  kind: 'sum of a report',
  key: 'REPORT / {span}#{dimension}#{from}',
  holds: columns,
  pack: ({ from: _, ...columns }) => ({ packed: packJson(columns) }),
  unpack: ({ packed }, { from }) => ({ from, ...unpackJson(packed) }),
  written: 'freely',
  lives: 'for good',
  largest: { bytes: 90_000, why: '200 names from outside, each of at most 40 characters, compressed' },
});

/** Of the days of a year, and the week that it began in. */
const MOST_READ = 371;

const LETTERS: Record<Span, string> = { day: 'D', week: 'W' };

/** Writes a sum over the previous one: each is computed from the counters. */
export async function putSum(table: Table, { span, dimension, from, totals }: Sum): Promise<void> {
  const key = { span: LETTERS[span], dimension, from };
  await reportSumEntity.put(table, key, { from, ...columnsOf(totals) });
}

/**
 * The sums of a dimension whose day or Monday lies between two days, these included, oldest first. Eventually consistent,
 * unless asked otherwise.
 */
export async function sumsBetween(
  table: Table,
  { span, dimension, from, to }: { span: Span; dimension: Dimension; from: Day; to: Day },
  options?: ReadOptions,
): Promise<{ from: Day; totals: TotalsByName }[]> {
  if (from > to) return [];
  const bounds = { from: { from }, to: { from: to } };
  const sums = await reportSumEntity.query(
    table,
    { span: LETTERS[span], dimension },
    { ...bounds, ...options, limit: MOST_READ },
  );
  return sums.map((sum) => ({ from: sum.from, totals: totalsOf(sum) }));
}

function columnsOf(totals: TotalsByName): Columns {
  const names = Object.keys(totals);
  const facts = new Set(Object.values(totals).flatMap((byMetric) => Object.keys(byMetric) as Metric[]));
  const column = (fact: Metric) => names.map((name) => totals[name]?.[fact] ?? 0);
  return { names, facts: Object.fromEntries([...facts].map((fact) => [codeOf(fact), column(fact)])) };
}

function totalsOf({ names, facts }: Columns): TotalsByName {
  const counts = Object.entries(facts).flatMap(([code, column]) => {
    const metric = factOf(code);
    return metric === undefined ? [] : column.map((by, n): Count => ({ of: names[n] ?? '', metric, by }));
  });
  return sumByName(counts);
}

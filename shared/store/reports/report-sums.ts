import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import {
  addIncrements,
  type Dimension,
  type Increment,
  type Metric,
  NO_TOTALS,
  type TotalsByName,
} from '../../domain/reports/totals.ts';
import type { Day } from '../../domain/time.ts';
import { packJson, unpackJson } from '../packed-json.ts';
import { queryAll, type Table } from '../table.ts';
import { codeOf, factOf } from './report-names.ts';

/** Sums of what was counted, one item for each kind, so that a report reads only what it shows. */
const PK = 'REPORT';

/** What is summed: a UTC day, or the week that begins on this day. */
export type Span = 'day' | 'week';

export interface Sum {
  span: Span;
  dimension: Dimension;
  /** The day, or the Monday of the week. */
  from: Day;
  totals: TotalsByName;
}

/** Writes a sum, over the one that was there: it is counted anew each time. */
export async function putSum(table: Table, { span, dimension, from, totals }: Sum): Promise<void> {
  await table.call('PutItem', {
    TableName: table.name,
    Item: marshall({ PK, SK: sortKey(span, dimension, from), packed: packJson(columnsOf(totals)) }),
  });
}

/** The sums of a kind whose day or Monday lies between two days, these included, oldest first. */
export async function sumsBetween(
  table: Table,
  where: { span: Span; dimension: Dimension; from: Day; to: Day },
  { isConsistent = false }: { isConsistent?: boolean } = {},
): Promise<{ from: Day; totals: TotalsByName }[]> {
  const { span, dimension, from, to } = where;
  if (from > to) return [];
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({
      ':pk': PK,
      ':from': sortKey(span, dimension, from),
      ':to': sortKey(span, dimension, to),
    }),
    ConsistentRead: isConsistent,
  });
  return items.map((item) => {
    const { SK, packed } = unmarshall(item);
    return { from: SK.slice(-DAY), totals: totalsOf(dimension, unpackJson<Columns>(packed)) };
  });
}

const DAY = '2026-11-22'.length;

function sortKey(span: Span, kind: Dimension, from: Day): string {
  return `${span === 'day' ? 'D' : 'W'}#${kind}#${from}`;
}

/** Tallies fact by fact: alike numbers side by side are packed in less than half of the room. */
interface Columns {
  names: string[];
  /** By the code of the fact, a number for each name. */
  facts: Record<string, number[]>;
}

function columnsOf(totals: TotalsByName): Columns {
  const names = Object.keys(totals);
  const facts = new Set(Object.values(totals).flatMap((byMetric) => Object.keys(byMetric) as Metric[]));
  const column = (fact: Metric) => names.map((name) => totals[name]?.[fact] ?? 0);
  return { names, facts: Object.fromEntries([...facts].map((fact) => [codeOf(fact), column(fact)])) };
}

function totalsOf(dimension: Dimension, { names, facts }: Columns): TotalsByName {
  const counts = Object.entries(facts).flatMap(([code, column]) => {
    const fact = factOf(code);
    return fact === undefined
      ? []
      : column.map((by, n): Increment => ({ dimension, of: names[n] ?? '', metric: fact, by }));
  });
  return addIncrements(NO_TOTALS, counts)[dimension];
}

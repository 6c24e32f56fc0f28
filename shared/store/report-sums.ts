import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type Count, type Kind, NO_FIGURES, type Tallies, withCounts } from '../domain/reports/figures.ts';
import type { Day } from '../domain/time.ts';
import { packJson, unpackJson } from './packed-json.ts';
import { counterName, countOf } from './report-names.ts';
import { queryAll, type Table } from './table.ts';

/** Sums of what was counted, one item for each kind, so that a report reads only what it shows. */
const PK = 'REPORT';

/** What is summed: a UTC day, or the week that begins on this day. */
export type Span = 'day' | 'week';

export interface Sum {
  span: Span;
  kind: Kind;
  /** The day, or the Monday of the week. */
  from: Day;
  tallies: Tallies;
}

/** Writes a sum, over the one that was there: it is counted anew each time. */
export async function putSum(table: Table, { span, kind, from, tallies }: Sum): Promise<void> {
  const counters = Object.fromEntries(
    Object.entries(tallies).flatMap(([of, tally]) =>
      Object.entries(tally).map(([fact, by]) => [counterName({ kind, of, fact } as Count), by]),
    ),
  );
  await table.call('PutItem', {
    TableName: table.name,
    Item: marshall({ PK, SK: sortKey(span, kind, from), packed: packJson(counters) }),
  });
}

/** The sums of a kind whose day or Monday lies between two days, these included, oldest first. */
export async function sumsBetween(
  table: Table,
  where: { span: Span; kind: Kind; from: Day; to: Day },
  { isConsistent = false }: { isConsistent?: boolean } = {},
): Promise<{ from: Day; tallies: Tallies }[]> {
  const { span, kind, from, to } = where;
  if (from > to) return [];
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: marshall({
      ':pk': PK,
      ':from': sortKey(span, kind, from),
      ':to': sortKey(span, kind, to),
    }),
    ConsistentRead: isConsistent,
  });
  return items.map((item) => {
    const { SK, packed } = unmarshall(item);
    return { from: SK.slice(-DAY), tallies: talliesOf(kind, unpackJson(packed)) };
  });
}

const DAY = '2026-11-22'.length;

function sortKey(span: Span, kind: Kind, from: Day): string {
  return `${span === 'day' ? 'D' : 'W'}#${kind}#${from}`;
}

function talliesOf(kind: Kind, counters: Record<string, number>): Tallies {
  const counts = Object.entries(counters).flatMap(([name, by]) => countOf(name, by) ?? []);
  return withCounts(NO_FIGURES, counts)[kind];
}

import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
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
import { queryAll, type Table, unlessConflict, type Written } from '../table.ts';
import { counterName, countOf, groupName } from './report-names.ts';

/** How many items a day is counted in: none of them grows large, and none is written too often. */
const SHARDS = 32;
/** So many names from outside fit in one of these; the others are counted together. */
const NAMES = 20;
/** Longer than summing could ever be down. */
const KEPT_DAYS = 100;

/** A change of a lead: its record's version names it. */
export interface CountedChange {
  lead: LeadId;
  version: number;
  day: Day;
}

/**
 * Counts what a change means in one write, however often it is told: the item that counts also knows whose changes
 * it has seen. One write unit for each kilobyte of the item, two writes when a name from outside is one too many.
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

/** What was counted on a day, in all its items. */
export async function countsOfDay(
  table: Table,
  day: Day,
  { isConsistent = false }: { isConsistent?: boolean } = {},
): Promise<ReportTotals> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: marshall({ ':pk': partition(day) }),
    ConsistentRead: isConsistent,
  });
  const counts = items.flatMap((item) =>
    Object.entries(unmarshall(item)).flatMap(([name, by]) => countOf(name, by) ?? []),
  );
  return addIncrements(NO_TOTALS, counts);
}

const isOutside = ({ dimension, of }: Increment) => OPEN_ENDED.includes(dimension) && of !== '';
const partition = (day: Day) => `REPORT#${day}`;

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
  const isNew = 'NOT contains(#seen, :this)';
  const adds = [
    '#seen :change',
    ...(names.length > 0 ? ['#names :names'] : []),
    ...counters.map((_, n) => `#c${n} :c${n}`),
  ];
  return unlessConflict(
    table.call('UpdateItem', {
      TableName: table.name,
      Key: marshall({ PK: partition(day), SK: `S#${shardOf(lead)}` }),
      UpdateExpression: `SET #expires = :expires ADD ${adds.join(', ')}`,
      ConditionExpression: names.length === 0 ? isNew : `${isNew} AND (${hasRoom})`,
      ExpressionAttributeNames: {
        '#seen': 'seen',
        '#expires': 'expiresAt',
        ...(names.length > 0 && { '#names': 'names' }),
        ...Object.fromEntries(counters.map(([name], n) => [`#c${n}`, name])),
      },
      ExpressionAttributeValues: marshall({
        ':this': nameOf(lead, version),
        ':change': new Set([nameOf(lead, version)]),
        ':expires': endOfDaySeconds(plusDays(day, KEPT_DAYS)),
        ...(names.length > 0 && { ':names': new Set(names), ':room': NAMES }),
        ...Object.fromEntries(names.map((name, n) => [`:n${n}`, name])),
        ...Object.fromEntries(counters.map(([, by], n) => [`:c${n}`, by])),
      }),
    }),
  );
}

/** Short: 48 random bits of the id. Two leads have them, and the same version, on one day, once in a million years. */
function nameOf(lead: LeadId, version: number): string {
  return lead.slice(0, 8) + version.toString(36);
}

/** By the end of the id, which its name does not hold. */
function shardOf(lead: LeadId): string {
  return String((lead.charCodeAt(lead.length - 2) + 7 * lead.charCodeAt(lead.length - 3)) % SHARDS);
}

import type { DayPart } from '../../domain/reports/hour-sums.ts';
import type { Behind } from '../../domain/reports/leads-behind.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import type { Instant } from '../../domain/time.ts';
import { query } from '../query.ts';
import type { Item, Table } from '../table.ts';
import { rangeOf, reportChangeEntity } from './report-changes.ts';
import { countOf } from './report-names.ts';

/** A megabyte of changes: those that added to a number, and how far it reaches. */
export interface BehindPage {
  behind: Behind[];
  /** How many changes were read. */
  read: number;
  /** The oldest that was read; undefined when all of the part was. */
  until: Instant | undefined;
}

/**
 * What the changes in a part of a day added to a number, newest first, a megabyte at a time. Eventually consistent. Items
 * are read as they are stored: nearly all of them are about something else.
 */
export async function* changesBehind(
  table: Table,
  part: DayPart,
  isCounted: (increment: Increment) => boolean,
): AsyncGenerator<BehindPage> {
  const known = new Map<string, boolean>();
  const counts = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const increment = countOf(name, 1);
    const is = increment !== undefined && isCounted(increment);
    known.set(name, is);
    return is;
  };
  let start: Item | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await query(table, rangeOf(part), { isDescending: true }, start);
    start = LastEvaluatedKey;
    const until = start && timeOf(start);
    yield { behind: Items.flatMap((item) => behindIn(item, counts)), read: Items.length, until };
  } while (start !== undefined);
}

function behindIn(item: Item, counts: (name: string) => boolean): Behind[] {
  let by = 0;
  for (const name in item) if (counts(name)) by += Number(item[name]?.N ?? 0);
  return by === 0 ? [] : [{ at: timeOf(item), who: item.who?.S, by }];
}

function timeOf(item: Item): Instant {
  const { day = '', time = '' } = reportChangeEntity.matchItem(item) ?? {};
  return `${day}T${time}`;
}

import { DUE_SHARDS } from '../../contract/table.ts';
import { type Day, dayOf } from '../../domain/time.ts';
import { dueItems, dueShard } from '../../store/due.ts';
import { enrolmentOf } from '../../store/nurture/enrolments.ts';
import type { Table } from '../../store/table.ts';

/** How many people wait for a mail of a sequence. */
export interface Enrolled {
  /** By the day, in UTC, on which the next mail is due. */
  byDay: Readonly<Record<Day, number>>;
  /** There are more than were counted: each number is at least so many. */
  isMore: boolean;
}

/** As many are counted in each shard of what is due: some ten read units each. */
const MOST_OF_SHARD = 400;
const END_OF_TIME = '9999';

/** Counts who waits for a mail of a sequence, up to a bound. Eventually consistent. */
export async function countEnrolled(table: Table): Promise<Enrolled> {
  const shards = (['timers', 'enrol'] as const).flatMap((by) =>
    Array.from({ length: DUE_SHARDS[by] }, (_, shard) => dueShard(by, shard)),
  );
  const pages = await Promise.all(
    shards.map((partition) => dueItems(table, partition, END_OF_TIME, { limit: MOST_OF_SHARD })),
  );
  const byDay: Record<Day, number> = {};
  for (const item of pages.flat()) {
    if (enrolmentOf(item) === undefined) continue;
    const day = dayOf(item.at);
    byDay[day] = (byDay[day] ?? 0) + 1;
  }
  return { byDay, isMore: pages.some((page) => page.length >= MOST_OF_SHARD) };
}

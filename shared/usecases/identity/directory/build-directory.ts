import { LEAD_SHARDS } from '../../../contract/table.ts';
import { type DirectoryChange, rowOf } from '../../../domain/identity/directory/row.ts';
import { plus } from '../../../domain/time.ts';
import { LATE_MS } from '../../../store/identity/directory/log.ts';
import {
  beginFold,
  endFold,
  putSegments,
  type Segments,
} from '../../../store/identity/directory/segments.ts';
import { allLeadsOfShard, getLead } from '../../../store/identity/leads.ts';
import type { ReadSystem } from '../../lead-system.ts';

/** How far the directory is made: the segments that are written, and the place of the last lead in them. */
export interface Building extends Segments {
  shard: number;
  after: string;
}

/** Leads that are read at once. */
const PAGE = 100;
/** Leads of which rows are kept in memory before they are written. */
const ROWS = 10_000;

/**
 * Makes the directory from all leads, until time is up. What changes meanwhile is in the log, from before it began.
 * @returns how far it is; undefined when it is done
 */
export async function buildDirectory(
  { table, now }: Pick<ReadSystem, 'table' | 'now'>,
  begun: Building | undefined,
  isTimeUp: () => boolean,
): Promise<Building | undefined> {
  const until = plus(now(), -LATE_MS);
  let at: Building = begun ?? { ...(await beginFold(table)), until, count: 0, rows: 0, shard: 0, after: '' };
  while (at.shard < LEAD_SHARDS) {
    if (isTimeUp()) return at;
    const rows: DirectoryChange[] = [];
    let { shard, after } = at;
    while (shard < LEAD_SHARDS && rows.length < ROWS && !isTimeUp()) {
      const page = await allLeadsOfShard(table, { shard, after, limit: PAGE });
      const leads = await Promise.all(page.map(({ id }) => getLead(table, id)));
      rows.push(...leads.flatMap((lead) => (lead === undefined ? [] : rowOf(lead))));
      after = page[PAGE - 1]?.place ?? '';
      if (after === '') shard += 1;
    }
    const { fold, slot, count } = at;
    const more = await putSegments(table, { fold, slot, from: count }, rows);
    at = { ...at, shard, after, count: count + more, rows: at.rows + rows.length };
  }
  const { shard: _, after: __, ...segments } = at;
  await endFold(table, segments.fold, segments);
  return undefined;
}

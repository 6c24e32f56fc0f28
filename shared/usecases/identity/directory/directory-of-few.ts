import { LEAD_SHARDS } from '../../../contract/table.ts';
import {
  applyChanges,
  type Directory,
  emptyDirectory,
} from '../../../domain/identity/directory/directory.ts';
import { rowOf } from '../../../domain/identity/directory/row.ts';
import { allLeadsOfShard, getLead } from '../../../store/identity/leads.ts';
import type { Table } from '../../../store/table.ts';

/** The most leads of each shard that somebody can wait for. */
const FEW = 50;

/**
 * The directory of a deployment that has only a few leads, read lead by lead: whoever has just begun sees the first ones
 * before the job has made it. What the index does not list yet is in the log of changes.
 * @returns undefined when there are more
 */
export async function directoryOfFew(table: Table): Promise<Directory | undefined> {
  const shards = Array.from({ length: LEAD_SHARDS }, (_, shard) =>
    allLeadsOfShard(table, { shard, after: '', limit: FEW + 1 }),
  );
  const pages = await Promise.all(shards);
  if (pages.some(({ length }) => length > FEW)) return undefined;
  const leads = await Promise.all(pages.flat().map(({ id }) => getLead(table, id)));
  const directory = emptyDirectory();
  applyChanges(
    directory,
    leads.flatMap((lead) => (lead === undefined ? [] : rowOf(lead))),
  );
  return directory;
}

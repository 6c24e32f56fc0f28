import { DUE_SHARDS, type Sweeper } from '../../../shared/contract/table.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { type Due, dueItems, dueShard } from '../../../shared/store/due.ts';
import type { NewJob } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';

let jobs = 0;

/** A job about somebody, named by `more` or unlike all others. */
export function someJob(more: Partial<NewJob> = {}): NewJob {
  jobs += 1;
  const key = `job-${jobs}`;
  return {
    ...{ of: `L#${key}`, kind: 'notice', key, by: 'notify', about: key, data: { about: key } },
    ...more,
  };
}

/** Everything that is due at a moment, in all shards. */
export async function allDue(table: Table, by: Sweeper, at: Instant = NOW): Promise<Due[]> {
  const shards = Array.from({ length: DUE_SHARDS[by] }, (_, shard) => dueShard(by, shard));
  const pages = await Promise.all(shards.map((shard) => dueItems(table, shard, plus(at, 1))));
  return pages.flat();
}

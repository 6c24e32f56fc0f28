import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { type Instant, plus } from '../../shared/domain/time.ts';
import { type Due, dueItems, dueShard } from '../../shared/store/due.ts';
import type { Table } from '../../shared/store/table.ts';
import type { JobSystem } from '../../shared/usecases/jobs/perform-job.ts';
import { type Handler, sweep } from '../../shared/usecases/jobs/sweep.ts';

const SHARDS = Array.from({ length: DUE_SHARDS.timers }, (_, shard) => shard);

/** Does with these handlers what is due of `timers`, in all its shards. */
export async function sweepTimers(system: JobSystem, handlers: readonly Handler[]): Promise<void> {
  const until = plus(system.now(), 40_000);
  for (const shard of SHARDS) await sweep(system, { by: 'timers', shard, until }, handlers);
}

/** What `timers` has to do until a moment, this included. */
export async function dueOfTimers(table: Table, until: Instant): Promise<Due[]> {
  const shards = SHARDS.map((shard) =>
    dueItems(table, dueShard('timers', shard), `${until}~`, { limit: 1_000 }),
  );
  return (await Promise.all(shards)).flat();
}

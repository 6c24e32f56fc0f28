import type { DeadOrder } from '../../contract/sweep.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { isErasure } from '../../store/identity/erasure.ts';
import { deadJobs, dropJob, reviveJob } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

/** A job that was given up. */
export interface DeadJob {
  /** When it was given up, what it is about, and its name. */
  place: string;
  since: Instant;
  tries: number;
  failure: string;
}

/**
 * Lists the jobs that were given up, longest ago first, a thousand of each shard at most; or tries them again, or drops
 * them, but no erasures: a person asked for these.
 * @returns those it is about
 */
export async function handleDeadJobs(
  { table, now }: { table: Table; now: () => Instant },
  { dead: order, like }: DeadOrder,
): Promise<DeadJob[]> {
  const dead = await deadJobs(table, plus(now(), 1), like);
  const meant = dead.filter((job) => order !== 'drop' || !isErasure(job));
  for (const job of meant) {
    if (order === 'again') await reviveJob(table, job, now());
    if (order === 'drop') await dropJob(table, job, now());
  }
  return meant.map(({ place, since, tries, failure }) => ({ place, since, tries, failure }));
}

import type { Sweeper } from '../../contract/table.ts';
import type { JobKindName } from '../../domain/jobs/job-kinds.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { takeTurns } from '../../domain/jobs/take-turns.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { type Due, dueItems, dueShard } from '../../store/due.ts';
import { jobEntity } from '../../store/jobs/jobs.ts';
import type { ItemKey } from '../../store/key-pattern.ts';
import { type JobSystem, type Outcome, type Perform, performJob, putOff } from './perform-job.ts';

/** How many jobs were done, and how many could not be. */
export interface SweepResult {
  done: number;
  failed: number;
}

/** The sweep that is running, for what takes long or looks ahead. */
export interface Sweep {
  /** Nothing is begun after this moment. */
  until: Instant;
  isTimeUp: () => boolean;
  /** How many jobs of a kind still wait for their turn. */
  waiting: (kind: JobKindName) => number;
}

/** What a function does with one kind of job. */
export interface Handler {
  kind: JobKindName;
  isFor(key: ItemKey): boolean;
  /** @returns `left` when there was no turn for it: it stays due */
  run(system: JobSystem, due: Due, sweep: Sweep): Promise<Outcome | 'left'>;
}

/** What is looked at together, so that nobody waits behind a flood: some 200 read units when there is that much. */
const AHEAD = 10_000;
const PAGE = 1_000;
/** Most of the time goes to waiting for the table and other services. */
const CONCURRENCY = 10;
/** How much longer something that was begun may take. */
const GRACE_MS = 12_000;

/** Handles jobs of a kind that are items of their own. */
export function ownJobs(
  kind: JobKindName,
  perform: (job: Parameters<Perform>[0], sweep: Sweep) => ReturnType<Perform>,
): Handler {
  return {
    kind,
    isFor: (key) => jobEntity.match(key)?.kind === kind,
    run: (system, due, sweep) =>
      performJob(system, kind, due, (job) => inTime(system, sweep, perform(job, sweep))),
  };
}

/**
 * Handles what is due in items of another kind: in the write that belongs to it, they move the item in the index or
 * take it off. `left` from `perform` leaves it as it is.
 */
export function jobsIn<Key>(
  entity: { match(key: ItemKey): Key | undefined },
  kind: JobKindName,
  perform: (key: Key, sweep: Sweep) => Promise<unknown>,
): Handler {
  return {
    kind,
    isFor: (key) => entity.match(key) !== undefined,
    async run(system, due, sweep) {
      try {
        const result = await inTime(system, sweep, perform(entity.match(due) as Key, sweep));
        return result === 'left' ? 'left' : 'done';
      } catch (error) {
        await putOff(system, kind, { ...due, tries: due.tries + 1 }, error as Error);
        return 'failed';
      }
    },
  };
}

/**
 * Does what is due in a shard until nothing is left or time is up. Half a read unit when nothing is due. A failure does
 * not hold up the rest, and any number of sweeps may overlap.
 * @param until nothing is begun after this moment
 * @throws when the table refuses: it all stays due
 */
export async function sweep(
  system: JobSystem,
  { by, shard, until }: { by: Sweeper; shard: number; until: Instant },
  handlers: readonly Handler[],
): Promise<SweepResult> {
  const result: SweepResult = { done: 0, failed: 0 };
  let jobs: Job[] = [];
  const running: Sweep = {
    until,
    isTimeUp: () => system.now() >= until,
    waiting: (kind) => jobs.filter((job) => job.kind === kind).length,
  };

  async function work(): Promise<void> {
    while (!running.isTimeUp()) {
      const job = jobs.shift();
      if (job === undefined) return;
      const outcome = await job.handler.run(system, job.due, running);
      if (outcome === 'done' || outcome === 'failed') result[outcome] += 1;
    }
  }

  for (let after = ''; !running.isTimeUp(); ) {
    const found = await lookAhead(system, dueShard(by, shard), after);
    jobs = takeTurns(found.flatMap((due) => jobsOf(system, due, handlers)));
    const ended = await Promise.allSettled(Array.from({ length: CONCURRENCY }, work));
    const refused = ended.find(({ status }) => status === 'rejected');
    if (refused) throw (refused as PromiseRejectedResult).reason;
    if (found.length < AHEAD) break;
    after = found.at(-1)?.place ?? '';
  }
  return result;
}

interface Job {
  due: Due;
  kind: JobKindName;
  id: string;
  rank: number;
  handler: Handler;
}

function jobsOf({ report }: JobSystem, due: Due, handlers: readonly Handler[]): Job[] {
  const handler = handlers.find(({ isFor }) => isFor(due));
  if (handler) return [{ due, kind: handler.kind, id: due.id, rank: due.rank, handler }];
  report('job-failed', { kind: 'unknown', place: due.place, failure: 'no handler' });
  return [];
}

async function lookAhead({ table, now }: JobSystem, partition: string, from: string): Promise<Due[]> {
  // The bound sorts before the items of its own moment: one millisecond more includes what is due right now.
  const before = plus(now(), 1);
  const found: Due[] = [];
  while (found.length < AHEAD) {
    const after = found.at(-1)?.place ?? from;
    const page = await dueItems(table, partition, before, { limit: PAGE, after });
    found.push(...page);
    if (page.length < PAGE) break;
  }
  return found;
}

/** Work that does not end has failed: otherwise it would stop every sweep. */
async function inTime<T>({ now }: JobSystem, { until }: Sweep, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const milliseconds = Date.parse(until) - Date.parse(now()) + GRACE_MS;
    timer = setTimeout(() => reject(new NotDone('took-too-long')), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

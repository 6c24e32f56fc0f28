import type { Sweeper } from '../../contract/table.ts';
import type { JobKindName } from '../../domain/jobs/job-kinds.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { takeTurns } from '../../domain/jobs/take-turns.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { type Due, dueItems, dueShard } from '../../store/due.ts';
import { BEGUN, beginJob, jobEntity } from '../../store/jobs/jobs.ts';
import type { ItemKey } from '../../store/key-pattern.ts';
import {
  INTERRUPTED,
  type JobSystem,
  type Outcome,
  type Perform,
  performJob,
  putOff,
} from './perform-job.ts';

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
  /** How many jobs of this kind still wait for their turn. */
  waiting: () => number;
}

/** What a function does with one kind of job. */
export interface Handler {
  isFor(due: Due): boolean;
  /** @returns `left` when there was no turn for it: it stays due */
  run(system: JobSystem, due: Due, sweep: Sweep): Promise<Outcome | 'left'>;
}

/** What is looked at together, so that nobody waits behind a flood: some 500 read units when there is that much. */
const AHEAD = 25_000;
const PAGE = 1_000;
/** Of each kind, so that none waits for another. Most of the time goes to waiting for other services. */
const CONCURRENCY = 10;
/** What is due for longer than this is counted before it is tried, which costs two write units. */
const OVERDUE_MS = 600_000;
/** How much longer something that was begun may take. */
const GRACE_MS = 12_000;

/**
 * Handles jobs of a kind that are claimed: items of their own, or others that `perform` takes off the index when it is
 * done.
 */
export function ownJobs(
  kind: JobKindName,
  perform: (job: Parameters<Perform>[0], sweep: Sweep) => ReturnType<Perform>,
  isFor: Handler['isFor'] = (due) => jobEntity.match(due)?.kind === kind,
): Handler {
  return {
    isFor,
    run: (system, due, sweep) =>
      performJob(system, kind, due, (job) => inTime(system, sweep, perform(job, sweep))),
  };
}

/**
 * Handles what is due in items of another kind: in the write that belongs to it, they move the item in the index or
 * take it off. `left` from `perform` leaves it as it is.
 * @param claims whether `perform` marks the item before what may kill the process
 */
export function jobsIn<Key>(
  entity: { match(key: ItemKey): Key | undefined },
  kind: JobKindName,
  perform: (key: Key, sweep: Sweep, due: Due) => Promise<unknown>,
  claims = false,
): Handler {
  return {
    isFor: (key) => entity.match(key) !== undefined,
    async run(system, due, sweep) {
      if (due.failure === BEGUN) return putOff(system, kind, due, new NotDone(INTERRUPTED));
      const tried = { ...due, tries: due.tries + 1 };
      if (!claims && mayKill(due, system.now()) && !(await beginJob(system.table, tried))) return 'busy';
      try {
        const result = await inTime(system, sweep, perform(entity.match(due) as Key, sweep, due));
        return result === 'left' ? 'left' : 'done';
      } catch (error) {
        return putOff(system, kind, tried, error as Error);
      }
    },
  };
}

/** Whether it may be what kills the process each time: it has been due for long, or was interrupted before. */
function mayKill({ at, failure }: Due, now: Instant): boolean {
  return failure === INTERRUPTED || now > plus(at, OVERDUE_MS);
}

/**
 * Does what is due in a shard until nothing is left or time is up. Half a read unit when nothing is due. Neither a flood
 * nor a failure of one kind holds up another, and any number of sweeps may overlap.
 * @param until nothing is begun after this moment
 * @throws when the table refuses: it all stays due
 */
export async function sweep(
  system: JobSystem,
  { by, shard, until }: { by: Sweeper; shard: number; until: Instant },
  handlers: readonly Handler[],
): Promise<SweepResult> {
  const result: SweepResult = { done: 0, failed: 0 };
  const refusals: unknown[] = [];
  const isTimeUp = () => system.now() >= until;

  async function work(handler: Handler, jobs: Due[]): Promise<void> {
    const running: Sweep = { until, isTimeUp, waiting: () => jobs.length };
    for (let due = jobs.shift(); due && !isTimeUp(); due = jobs.shift()) {
      // However late it is tried for the first time, it has the whole patience of its kind.
      const since = due.tries === 0 ? system.now() : due.since;
      try {
        const outcome = await handler.run(system, { ...due, since }, running);
        if (outcome === 'done' || outcome === 'failed') result[outcome] += 1;
      } catch (error) {
        refusals.push(error);
      }
    }
  }

  for (let after = ''; !isTimeUp(); ) {
    const found = await lookAhead(system, dueShard(by, shard), after);
    const kinds = Map.groupBy(found, (due) => handlers.find(({ isFor }) => isFor(due)));
    for (const { place } of kinds.get(undefined) ?? [])
      system.report('job-failed', { kind: 'unknown', place, failure: 'no handler' });
    const workers = [...kinds].map(([handler, due]) => {
      const jobs = takeTurns(due);
      return handler && Array.from({ length: CONCURRENCY }, () => work(handler, jobs));
    });
    await Promise.all(workers.flat());
    if (refusals.length > 0) throw refusals[0];
    if (found.length < AHEAD) break;
    after = found.at(-1)?.place ?? '';
  }
  return result;
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

/** Work that does not end has failed: otherwise it would stop every sweep. It may still be done. */
async function inTime<T>({ now }: JobSystem, { until }: Sweep, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const milliseconds = Date.parse(until) - Date.parse(now()) + GRACE_MS;
    timer = setTimeout(() => reject(new NotDone('took-too-long', { isUnsure: true })), milliseconds);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

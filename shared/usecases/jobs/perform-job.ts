import { type JobKind, type JobKindName, jobKinds } from '../../domain/jobs/job-kinds.ts';
import { NotDone, nextTry } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import type { Due } from '../../store/due.ts';
import {
  buryJob,
  claimJob,
  continueJob,
  finishJob,
  jobEntity,
  type NewJob,
  postponeJob,
  putJob,
} from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

/** A claim this old is abandoned: longer than any function that does jobs may run. */
export const LEASE_MS = 90_000;

export interface JobSystem {
  table: Table;
  now: () => Instant;
  /** From 0 up to 1: spreads retries. */
  random: () => number;
  /** `job-failed`: it is tried again. `job-given-up`: a person has to look. */
  report: (news: 'job-failed' | 'job-given-up', about: object) => void;
}

/** A job of its own that this process has claimed. */
export interface ClaimedJob {
  of: string;
  key: string;
  data: object;
  /** When it was first due. */
  since: Instant;
  /** An earlier attempt died, and may have done it. */
  isRepeat: boolean;
}

/** When a job goes on, and with what. */
export interface JobProgress {
  again: Instant;
  data: object;
}

/**
 * Performs a job, or a part of it.
 * @returns nothing when it is done
 * @throws NotDone, or any error: it is tried again
 */
export type Perform = (job: ClaimedJob) => Promise<JobProgress | undefined>;

/** `busy`: another attempt has it, or had it. */
export type Outcome = 'done' | 'failed' | 'busy';

/** Stores a job and tries it at once; what is not done then is left to the sweeps. A job that exists stays as it is. */
export async function startJob(system: JobSystem, job: NewJob, perform: Perform): Promise<Outcome> {
  const since = system.now();
  const due = await putJob(system.table, job, { at: plus(since, LEASE_MS), since, claimed: true });
  return due === undefined
    ? 'busy'
    : finish(system, job.kind, { due, data: job.data, isRepeat: false }, perform);
}

/** Claims a job of its own that is due, and tries it. */
export async function performJob(
  system: JobSystem,
  kind: JobKindName,
  due: Due,
  perform: Perform,
): Promise<Outcome> {
  const now = system.now();
  // It may be what kills the process each time.
  if (due.claimed && now > plus(due.since, jobKinds[kind].patience)) {
    await putOff(system, kind, due, new NotDone('interrupted'));
    return 'failed';
  }
  const claimed = await claimJob(system.table, due, plus(now, LEASE_MS));
  if (claimed === undefined) return 'busy';
  return finish(system, kind, { ...claimed, isRepeat: due.claimed }, perform);
}

async function finish(
  system: JobSystem,
  kind: JobKindName,
  { due, data, isRepeat }: { due: Due; data: object; isRepeat: boolean },
  perform: Perform,
): Promise<Outcome> {
  const { of = '', key = '' } = jobEntity.match(due) ?? {};
  const { leavesNothing }: JobKind = jobKinds[kind];
  try {
    const next = await perform({ of, key, data, since: due.since, isRepeat });
    if (next) await continueJob(system.table, due, next.again, next.data);
    else if (leavesNothing) await jobEntity.remove(system.table, { of, kind, key });
    else await finishJob(system.table, due, system.now());
    return 'done';
  } catch (error) {
    await putOff(system, kind, due, error as Error);
    return 'failed';
  }
}

/**
 * Tries again later what could not be done, or gives it up: whatever is due, in an item of any kind.
 * @param due with this try counted
 */
export async function putOff(system: JobSystem, kind: JobKindName, due: Due, error: Error): Promise<void> {
  const { table, now, random, report } = system;
  const {
    after = 0,
    isHeld = false,
    isFinal = false,
    data,
  }: Partial<NotDone> = error instanceof NotDone ? error : {};
  const failure = error instanceof NotDone || error instanceof Refused ? error.message : error.name;
  if (isHeld) {
    const at = plus(now(), Math.round(after * (1 + random() / 10)));
    return postponeJob(table, { ...due, tries: due.tries - 1, since: at }, { at, failure, data });
  }
  const at = isFinal ? undefined : nextTry(jobKinds[kind], due, { now: now(), random: random(), after });
  const { tries, since, place } = due;
  report(at === undefined ? 'job-given-up' : 'job-failed', { kind, place, tries, since, failure, due: at });
  if (at === undefined) await buryJob(table, due, now(), failure);
  else await postponeJob(table, due, { at, failure, data });
}

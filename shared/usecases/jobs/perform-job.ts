import { type JobKindName, jobKinds } from '../../domain/jobs/job-kinds.ts';
import { LEASE_MS, NotDone, nextTry } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { Refused } from '../../gateways/refused.ts';
import type { Due } from '../../store/due.ts';
import {
  claimJob,
  continueJob,
  finishJob,
  jobEntity,
  type NewJob,
  postponeJob,
  putJob,
} from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

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
  /** When it was first tried. */
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

/** Why an attempt failed whose process died. */
export const INTERRUPTED = 'interrupted';

/** Stores a job and tries it at once; what is not done then is left to the sweeps. A job that exists stays as it is. */
export async function startJob(system: JobSystem, job: NewJob, perform: Perform): Promise<Outcome> {
  const since = system.now();
  const due = await putJob(system.table, job, { at: plus(since, LEASE_MS), since, claimed: true });
  if (due === undefined) return 'busy';
  return attempt(system, job.kind, { due, data: job.data, isRepeat: false }, perform);
}

/** Claims a job of its own that is due, and tries it. */
export async function performJob(
  system: JobSystem,
  kind: JobKindName,
  due: Due,
  perform: Perform,
): Promise<Outcome> {
  const now = system.now();
  // It may be what kills the process each time: then it pauses and ends as any other that fails.
  const isHopeless = due.claimed && now > plus(due.since, jobKinds[kind].patience);
  if (isHopeless) return putOff(system, kind, due, new NotDone(due.failure || INTERRUPTED));
  const next = nextTry(jobKinds[kind], { ...due, tries: due.tries + 1 }, { now, random: 0, after: LEASE_MS });
  const claimed = await claimJob(system.table, due, next ?? plus(now, LEASE_MS));
  if (claimed === undefined) return 'busy';
  return attempt(system, kind, { ...claimed, isRepeat: due.claimed }, perform);
}

async function attempt(
  system: JobSystem,
  kind: JobKindName,
  { due, data, isRepeat }: { due: Due; data: object; isRepeat: boolean },
  perform: Perform,
): Promise<Outcome> {
  const own = jobEntity.match(due);
  let next: JobProgress | undefined;
  try {
    next = await perform({ of: due.PK, key: own?.key ?? '', data, since: due.since, isRepeat });
  } catch (error) {
    return putOff(system, kind, { ...due, claimed: isRepeat }, error as Error);
  }
  // If the table refuses now, the job stays claimed: the next attempt knows that this one may have done it.
  if (next) await continueJob(system.table, due, next.again, next.data);
  else if (own) await finishJob(system.table, due, system.now());
  return 'done';
}

/**
 * Tries again later what could not be done, or gives it up: whatever is due, in an item of any kind.
 * @param due with this try counted; `claimed` when an earlier one may have done it
 */
export async function putOff(
  { table, now, random, report }: JobSystem,
  kind: JobKindName,
  due: Due,
  error: Error,
): Promise<'failed'> {
  const code = error instanceof Refused ? error.message : error.name;
  const how = error instanceof NotDone ? error : new NotDone(code);
  const { message: failure, after, isHeld, isUnsure, isFinal, data } = how;
  const { tries, since, place } = due;
  const tried = { ...due, claimed: due.claimed || isUnsure };
  const left = { failure, ...(data && { data }) };
  if (isHeld) {
    const at = plus(now(), Math.round(after * (1 + random() / 10)));
    await postponeJob(table, { ...tried, tries: tries - 1, since: at }, { at, ...left });
    return 'failed';
  }
  const at = isFinal ? undefined : nextTry(jobKinds[kind], due, { now: now(), random: random(), after });
  report(at ? 'job-failed' : 'job-given-up', { kind, place, tries, since, failure, due: at });
  await postponeJob(table, tried, { at: at ?? now(), isDead: at === undefined, ...left });
  return 'failed';
}

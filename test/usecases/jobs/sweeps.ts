import type { Sweeper } from '../../../shared/contract/table.ts';
import type { JobKindName } from '../../../shared/domain/jobs/job-kinds.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { type NewJob, putJob } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { type ClaimedJob, type Outcome, startJob } from '../../../shared/usecases/jobs/perform-job.ts';
import {
  type Handler,
  ownJobs,
  type Sweep,
  type SweepResult,
  sweep,
} from '../../../shared/usecases/jobs/sweep.ts';
import { NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { jobsOf } from '../job-system.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An attempt at a job. */
export interface Try extends Pick<ClaimedJob, 'key' | 'isRepeat'> {
  at: Instant;
}

/** The sweeps of `timers`, with a clock, and with handlers that record each attempt and then do what a test says. */
export class Sweeps {
  readonly table: Table;
  now: Instant = NOW;
  tries: Try[] = [];
  readonly jobs: ReturnType<typeof jobsOf>;
  /** What an attempt does. */
  perform: (job: ClaimedJob, sweep?: Sweep) => ReturnType<Parameters<typeof ownJobs>[1]> = async () =>
    undefined;

  constructor(table: Table) {
    this.table = table;
    this.jobs = jobsOf(table, () => this.now);
  }

  put(job: NewJob, at: Instant = this.now) {
    return putJob(this.table, job, { at, since: at });
  }

  /** Tells a function of something, as an event does. */
  tell(job: NewJob, table = this.table): Promise<Outcome> {
    return startJob({ ...this.jobs, table }, job, (claimed) => this.#try(claimed));
  }

  handler(kind: JobKindName): Handler {
    return ownJobs(kind, (job, running) => this.#try(job, running));
  }

  /** Sweeps every shard, for forty seconds at most. */
  async sweep(
    handlers: readonly Handler[] = [this.handler('notice')],
    { by = 'notify', shards = 1, table = this.table }: { by?: Sweeper; shards?: number; table?: Table } = {},
  ): Promise<SweepResult[]> {
    const until = plus(this.now, 40_000);
    const numbers = Array.from({ length: shards }, (_, shard) => shard);
    return Promise.all(
      numbers.map((shard) => sweep({ ...this.jobs, table }, { by, shard, until }, handlers)),
    );
  }

  /** A sweep each minute. */
  async run(minutes: number, handlers?: readonly Handler[]): Promise<void> {
    for (let minute = 0; minute < minutes; minute++) {
      this.now = plus(this.now, MINUTE);
      await this.sweep(handlers);
    }
  }

  #try(job: ClaimedJob, running?: Sweep) {
    this.tries.push({ key: job.key, isRepeat: job.isRepeat, at: this.now });
    return this.perform(job, running);
  }
}

export async function newSweeps(): Promise<Sweeps> {
  return new Sweeps(await memoryTable());
}

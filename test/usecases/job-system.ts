import type { Instant } from '../../shared/domain/time.ts';
import type { Table } from '../../shared/store/table.ts';
import type { JobSystem } from '../../shared/usecases/jobs/perform-job.ts';

/** What was reported about jobs. */
export interface JobNews {
  news: Parameters<JobSystem['report']>[0];
  about: Record<string, unknown>;
}

/** A system for jobs whose pauses are all a twentieth longer than the table says, and what it reported. */
export function jobsOf(table: Table, now: () => Instant): JobSystem & { news: JobNews[] } {
  const news: JobNews[] = [];
  return {
    ...{ table, now, news },
    random: () => 0.5,
    report: (what, about) => void news.push({ news: what, about: about as JobNews['about'] }),
  };
}

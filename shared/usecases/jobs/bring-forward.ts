import { soonFrom } from '../../domain/jobs/soon.ts';
import type { Instant } from '../../domain/time.ts';
import { type NewJob, rescheduleJob } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

/**
 * Counts the changes that this process stored, and brings the job forward that works them off after every so many: it
 * then runs within ten minutes. Where there are few, its usual time is soon enough.
 */
export function bringForward(
  table: Table,
  now: () => Instant,
  { many, ...job }: Omit<NewJob, 'data' | 'by'> & { many: number },
): (changes: number) => Promise<void> {
  let waiting = 0;
  return async (changes) => {
    waiting += changes;
    if (waiting < many) return;
    waiting = 0;
    // If the table refuses, the next so many ask again.
    await rescheduleJob(table, { ...job, by: 'timers', data: {} }, soonFrom(now()), now()).catch(
      () => undefined,
    );
  };
}

import { soonRollUpAt } from '../../domain/reports/period.ts';
import type { Instant } from '../../domain/time.ts';
import { rescheduleJob } from '../../store/jobs/jobs.ts';
import { ABOUT_ROLL_UP, ROLL_UP } from '../../store/reports/report-totals.ts';
import type { Table } from '../../store/table.ts';

/** What is not summed up, a report reads change by change. */
const MANY = 1_000;

/**
 * Counts the changes that this process stored, and brings the roll-up forward after every thousand: it then sums up the
 * hours of today. Where there are few, the night is soon enough.
 */
export function rollUpSoon(table: Table, now: () => Instant): (changes: number) => Promise<void> {
  const job = { ...ROLL_UP, by: 'timers', about: ABOUT_ROLL_UP, data: {} } as const;
  let waiting = 0;
  return async (changes) => {
    waiting += changes;
    if (waiting < MANY) return;
    waiting = 0;
    // If the table refuses, the next thousand asks again.
    await rescheduleJob(table, job, soonRollUpAt(now()), now()).catch(() => undefined);
  };
}

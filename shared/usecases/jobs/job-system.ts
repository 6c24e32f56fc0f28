import type { Instant } from '../../domain/time.ts';
import type { logOf } from '../../gateways/log.ts';
import type { Table } from '../../store/table.ts';
import type { JobSystem } from './perform-job.ts';

/** What a function needs to do jobs, with its log. */
export function jobSystem(table: Table, now: () => Instant, log: ReturnType<typeof logOf>): JobSystem {
  return {
    ...{ table, now },
    random: Math.random,
    report: (news, about) => void (news === 'job-given-up' ? log.error(news, about) : log.warn(news, about)),
  };
}

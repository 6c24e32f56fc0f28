import { LEAD_SHARDS } from '../../../contract/table.ts';
import { nextOfferAt } from '../../../domain/handover/stalled/offer-time.ts';
import { issueDayStart, upcomingIssues } from '../../../domain/nurture/newsletter-issue.ts';
import { nextRollUpAt } from '../../../domain/reports/period.ts';
import { dayOf, type Instant, plus, plusDays } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { FOLD_DIRECTORY } from '../../../store/identity/directory/segments.ts';
import { type NewJob, putJob, rescheduleJob } from '../../../store/jobs/jobs.ts';
import { ROLL_UP, type RollUp } from '../../../store/reports/report-totals.ts';
import type { Table } from '../../../store/table.ts';
import type { IssueRun } from '../../nurture/send-issue.ts';
import type { RescoreRun } from '../../scoring/rescore-leads.ts';

export interface PublishSystem {
  table: Table;
  now: () => Instant;
}

/** Functions cache a playbook for a minute, so a lead may be scored by the one before: after this none does. */
const AFTER_CACHES_MS = 90_000;

/**
 * Starts what a playbook asks for. What was started before stays, so repeating it changes nothing; only the weekly offers
 * move to the time of the new agreement, unless they are due.
 */
export async function startJobs(
  { table, now: clock }: PublishSystem,
  { version, agreement, newsletter }: Playbook,
): Promise<void> {
  const now = clock();
  const start = (job: NewJob, at: Instant) => putJob(table, job, { at, since: at });
  // An issue that is removed from the playbook is dropped on its day.
  for (const { mail, on } of upcomingIssues(newsletter, now)) {
    await start(common('issue', `${on}#${mail}`, { mail, on } satisfies IssueRun), issueDayStart({ on }));
  }
  const today: RollUp = { summed: plusDays(dayOf(now), -1) };
  await start(common(ROLL_UP.kind, ROLL_UP.key, today), nextRollUpAt(now));
  await start(common(FOLD_DIRECTORY.kind, FOLD_DIRECTORY.key, {}), now);
  const offers = common('offers', 'weekly', {});
  const offerAt = nextOfferAt(agreement, now);
  if (!(await start(offers, offerAt))) await rescheduleJob(table, offers, offerAt, now);
  for (let shard = 0; shard < LEAD_SHARDS; shard++) {
    const run: RescoreRun = { playbook: version, shard };
    await start(common('rescore', `${version}#${shard}#first`, run), now);
    await start(common('rescore', `${version}#${shard}#again`, run), plus(now, AFTER_CACHES_MS));
  }
}

/** A job that belongs to nobody. */
function common(kind: NewJob['kind'], key: string, data: object): NewJob {
  return { of: 'JOBS', kind, key, by: 'timers', about: `${kind}-${key.replaceAll('#', '-')}`, data };
}

import type { Agreement } from '../../../domain/handover/agreement.ts';
import { nextOfferAt } from '../../../domain/handover/stalled/offer-time.ts';
import { issueDayStart, upcomingIssues } from '../../../domain/nurture/newsletter-issue.ts';
import { nextRollUpAt } from '../../../domain/reports/period.ts';
import { dayOf, type Instant, plus, plusDays } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { type NewJob, putJob, rescheduleJob } from '../../../store/jobs/jobs.ts';
import { ROLL_UP, type RollUp } from '../../../store/reports/report-totals.ts';
import type { Table } from '../../../store/table.ts';
import type { IssueRun } from '../../nurture/send-issue.ts';
import { listsToRescore } from '../../scoring/rescore-leads.ts';

interface Publisher {
  table: Table;
  now: () => Instant;
}

/** Functions cache a playbook for a minute: after this none scores by the one before. */
const AFTER_CACHES_MS = 90_000;

/** A job that belongs to nobody. */
const common = <Data extends object>(kind: NewJob['kind'], key: string, data: Data): NewJob => ({
  ...{ of: 'JOBS', kind, key, by: 'timers', about: `${kind}-${key.replaceAll('#', '-')}`, data },
});

/** Starts what a playbook asks for. What was started before stays, so repeating it changes nothing. */
export async function startJobs(publisher: Publisher, { version, ...playbook }: Playbook): Promise<void> {
  await startIssues(publisher, playbook);
  await startRollUp(publisher);
  await startOffers(publisher, playbook.agreement);
  await startRescoring(publisher, version);
}

/** The upcoming issues. One that is removed from the playbook is dropped on its day. */
async function startIssues({ table, now }: Publisher, { newsletter }: Pick<Playbook, 'newsletter'>) {
  for (const { mail, on } of upcomingIssues(newsletter, now())) {
    const at = issueDayStart({ on });
    await putJob(table, common<IssueRun>('issue', `${on}#${mail}`, { mail, on }), { at, since: at });
  }
}

/** The nightly roll-up, starting with today's counters. */
async function startRollUp({ table, now }: Publisher) {
  const at = nextRollUpAt(now());
  const data: RollUp = { summed: plusDays(dayOf(now()), -1) };
  await putJob(table, common(ROLL_UP.kind, ROLL_UP.key, data), { at, since: at });
}

/** The weekly offers, by the agreement. Offers that are due already are made first, then follow it. */
async function startOffers({ table, now }: Publisher, agreement: Agreement) {
  const at = nextOfferAt(agreement, now());
  const job = common('offers', 'weekly', {});
  const isNew = await putJob(table, job, { at, since: at });
  if (!isNew) await rescheduleJob(table, job, at, now());
}

async function startRescoring({ table, now }: Publisher, version: number) {
  const since = now();
  for (const list of listsToRescore(version, plus(since, AFTER_CACHES_MS))) {
    const job = common('rescore', `${version}#${list.stage}#${list.shard}`, list);
    await putJob(table, job, { at: since, since });
  }
}

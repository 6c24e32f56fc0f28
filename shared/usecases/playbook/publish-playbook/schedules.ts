import type { Agreement } from '../../../domain/handover/agreement.ts';
import { nextOfferAt } from '../../../domain/handover/stalled/offer-time.ts';
import { issueDayStart, upcomingIssues } from '../../../domain/nurture/newsletter-issue.ts';
import { nextRollUpAt } from '../../../domain/reports/period.ts';
import { dayOf, type Instant, plusDays } from '../../../domain/time.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { getOfferSchedule, putOfferSchedule } from '../../../store/handover/offers.ts';
import { putIssueRun } from '../../../store/nurture/issues.ts';
import { putReportSchedule } from '../../../store/reports/report-schedule.ts';
import type { Table } from '../../../store/table.ts';

interface Scheduler {
  table: Table;
  now: () => Instant;
}

/** Schedules the upcoming issues. Those scheduled before stay; one removed from the playbook is dropped on its day. */
export async function scheduleIssues(
  { table, now }: Scheduler,
  { newsletter }: Pick<Playbook, 'newsletter'>,
): Promise<void> {
  for (const { mail, on } of upcomingIssues(newsletter, now())) {
    await putIssueRun(table, { mail, on, version: 1, due: issueDayStart({ on }) });
  }
}

/** Schedules the nightly roll-up, starting with today's counters. Does nothing when there is a schedule. */
export async function scheduleRollUp({ table, now }: Scheduler): Promise<void> {
  await putReportSchedule(table, {
    version: 1,
    summed: plusDays(dayOf(now()), -1),
    due: nextRollUpAt(now()),
  });
}

/** Schedules the weekly offers by the agreement. Offers that are due already are made first, then follow it. */
export async function scheduleOffers({ table, now }: Scheduler, agreement: Agreement): Promise<void> {
  const schedule = await getOfferSchedule(table);
  if (schedule !== undefined && schedule.due <= now()) return;
  const due = nextOfferAt(agreement, now());
  if (schedule?.due !== due) await putOfferSchedule(table, { version: (schedule?.version ?? 0) + 1, due });
}

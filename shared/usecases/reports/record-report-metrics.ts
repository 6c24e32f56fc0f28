import { incrementsOfOutcome, outcomeOf } from '../../domain/handover/stalled/outcomes.ts';
import { type ErasedLead, isErased, type Lead, type LeadImage } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { incrementsOfChange } from '../../domain/reports/increments-of-change.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import { plus } from '../../domain/time.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { reopenHour } from '../../store/reports/hour-sums.ts';
import { putReportChange } from '../../store/reports/report-changes.ts';
import type { Table } from '../../store/table.ts';
import type { ReportSystem } from './read-framework.ts';
import { LATEST_MS } from './sum-hours.ts';

/**
 * Stores what a change of a lead's record adds to the reports of the UTC day on which it changed. Most changes add
 * nothing. A change counts once, however often and in whatever order changes arrive.
 */
export async function recordReportMetrics(
  { table, now }: ReportSystem,
  before: LeadImage,
  after: LeadImage,
): Promise<void> {
  if (after === undefined) return;
  const increments = [...incrementsOfChange(before, after), ...(await ofOutcome(table, before, after))];
  if (increments.length === 0) return;
  const at = isErased(after) ? after.erasedAt : after.changedAt;
  await putReportChange(table, { lead: after.id, version: after.version, at }, increments);
  if (now() > plus(at, LATEST_MS)) await reopenHour(table, at);
}

/** The traits of a lead that was won, or lost for good, as they were when sales got it. */
async function ofOutcome(table: Table, before: LeadImage, after: Lead | ErasedLead): Promise<Increment[]> {
  if (before === undefined || isErased(before) || isErased(after)) return [];
  const outcome = outcomeOf(before, after);
  if (outcome === undefined) return [];
  const profile = await getProfile(table, after.id, { isConsistent: false });
  return incrementsOfOutcome(outcome, before, profile ? valuesOf(profile) : {});
}

import { incrementsOfOutcome, outcomeOf } from '../../domain/handover/stalled/outcomes.ts';
import { type ErasedLead, isErased, type Lead } from '../../domain/identity/lead.ts';
import { valuesOf } from '../../domain/identity/profile.ts';
import { incrementsOfChange } from '../../domain/reports/increments-of-change.ts';
import type { Increment } from '../../domain/reports/totals.ts';
import { dayOf } from '../../domain/time.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { addToCounters as count } from '../../store/reports/report-counters.ts';
import type { Table } from '../../store/table.ts';

type Image = Lead | ErasedLead | undefined;

/**
 * Counts what a change of a lead's record means for the figures, on the UTC day on which it changed. Most changes
 * mean nothing. Counting one again changes nothing, in whatever order they come.
 */
export async function recordReportMetrics(table: Table, before: Image, after: Image): Promise<void> {
  if (after === undefined) return;
  const counts = [...incrementsOfChange(before, after), ...(await outcome(table, before, after))];
  if (counts.length === 0) return;
  const day = dayOf(isErased(after) ? after.erasedAt : after.changedAt);
  await count(table, { lead: after.id, version: after.version, day }, counts);
}

/** Of a lead that was won, or lost for good: what it had in common with others when sales got it. */
async function outcome(table: Table, before: Image, after: Lead | ErasedLead): Promise<Increment[]> {
  if (before === undefined || isErased(before) || isErased(after)) return [];
  const ended = outcomeOf(before, after);
  if (ended === undefined) return [];
  const profile = await getProfile(table, after.id, { isConsistent: false });
  return incrementsOfOutcome(ended, before, profile ? valuesOf(profile) : {});
}

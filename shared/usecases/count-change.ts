import { type ErasedLead, isErased, type Lead } from '../domain/lifecycle/lead.ts';
import { factsOf } from '../domain/reports/facts-of.ts';
import { dayOf } from '../domain/time.ts';
import { countChange as count } from '../store/report-counters.ts';
import type { Table } from '../store/table.ts';

type Image = Lead | ErasedLead | undefined;

/**
 * Counts what a change of a lead's record means for the figures, on the UTC day on which it changed. Most changes
 * mean nothing. Counting one again changes nothing, in whatever order they come.
 */
export async function countChange(table: Table, before: Image, after: Image): Promise<void> {
  if (after === undefined) return;
  const counts = factsOf(before, after);
  if (counts.length === 0) return;
  const day = dayOf(isErased(after) ? after.erasedAt : after.changedAt);
  await count(table, { lead: after.id, version: after.version, day }, counts);
}

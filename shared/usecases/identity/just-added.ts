import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import type { Table } from '../../store/table.ts';
import { wasCapturedAfter } from '../../store/tracking/history.ts';

/** Scoring takes seconds; what takes longer is an outage. */
export const JUST_MS = 60_000;
export const TRIES = 10;
export const PAUSE_MS = 300;

/**
 * What is read of a lead. If there is no such lead but a form or another system told of it a moment ago, waits up to three seconds
 * until it is there.
 * @returns `not-yet` when it is still being added
 */
export async function readJustAdded<T>(
  { table, now }: { table: Table; now: () => Instant },
  id: LeadId,
  read: () => Promise<T | undefined>,
): Promise<T | 'not-yet' | undefined> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await read();
    if (found !== undefined) return found;
    if (!(await isJustAdded(table, id, plus(now(), -JUST_MS)))) return undefined;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return 'not-yet';
}

async function isJustAdded(table: Table, id: LeadId, since: Instant): Promise<boolean> {
  const lead = await getLead(table, id);
  // Who is still being erased comes back only after that.
  if (lead && isErased(lead) && lead.due !== undefined) return false;
  const { erasedAt = '' } = lead ?? {};
  return wasCapturedAfter(table, id, erasedAt > since ? erasedAt : since);
}

import { waitsSince } from '../identity/directory/find.ts';
import type { DirectoryRow } from '../identity/directory/row.ts';
import { STEPS, type Step } from './waiting-lead.ts';

/** What is next about a lead that sales has in hand, by its row. */
export function stepOfRow({ callAt, status, stage }: DirectoryRow): Step {
  if (callAt !== undefined) return 'call';
  if (status === 'open') return 'take';
  return stage === 'opportunity' ? 'close' : stage === 'sql' ? 'prove' : 'qualify';
}

/** Minutes since 1970 have eight digits until 2160. */
const MINUTES = 1_000_000_000;

/** The key of a row on a desk, the highest first: by what is next; then the earliest call, or the longest wait. */
export function deskKey(row: DirectoryRow): number {
  const step = stepOfRow(row);
  const minute = step === 'call' && row.callAt !== undefined ? row.callAt : waitsSince(row);
  return -(STEPS.indexOf(step) * MINUTES + minute);
}

/** How many rows wait for each step. */
export function countSteps(rows: Iterable<DirectoryRow>): Record<Step, number> {
  const counts = { take: 0, call: 0, qualify: 0, prove: 0, close: 0 };
  for (const row of rows) counts[stepOfRow(row)] += 1;
  return counts;
}

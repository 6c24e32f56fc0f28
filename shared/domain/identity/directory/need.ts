import { dayOf } from '../../time.ts';
import { type DirectoryRow, instantOf } from './row.ts';

/**
 * Why a lead needs somebody: sales did not answer in time; it raised its hand and nobody took it since; sales has not
 * answered yet; it came back, after sales returned or lost it; it stalled.
 */
export const NEEDS = ['overdue', 'untaken', 'raised', 'back', 'stalled'] as const;
export type Need = (typeof NEEDS)[number];

/** Why a lead needs somebody today; undefined when it needs nobody. */
export function needOf(row: DirectoryRow): Need | undefined {
  const { stage, status, told, raisedAt, answeredAt = 0, returnedAt, readiness } = row;
  if (status === 'open')
    return told !== undefined ? 'overdue' : raisedAt !== undefined ? 'raised' : 'untaken';
  if (stage === 'lost') return isActiveSince(row) ? 'back' : undefined;
  if (stage === 'customer') return undefined;
  if (raisedAt !== undefined && (status !== 'accepted' || raisedAt > answeredAt)) return 'raised';
  if (status !== 'accepted' && returnedAt !== undefined && readiness !== 'not-ready') return 'back';
  return row.isStalled ? 'stalled' : undefined;
}

/** Whether it did something on a later day than the one on which it entered its stage. */
function isActiveSince({ activeAt, stageAt }: DirectoryRow): boolean {
  return dayOf(instantOf(activeAt)) > dayOf(instantOf(stageAt));
}

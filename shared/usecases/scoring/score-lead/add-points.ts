import type { LeadId } from '../../../domain/identity/ids.ts';
import type { Points } from '../../../domain/scoring/points-by-day.ts';
import type { Room } from '../../../domain/scoring/room.ts';
import { countedKeys, needlessKeys, withCountedKeys } from '../../../domain/scoring/running-score.ts';
import type { Bucket } from '../../../domain/scoring/window-keys.ts';
import { dayOf, endOfDaySeconds, plusDays } from '../../../domain/time.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { addCountedKeys, removeCountedKeys } from '../../../store/scoring/tallies.ts';
import type { LeadSystem } from '../../lead-system.ts';

/** Keys that are added at once, and so the most by which two processes may pass a limit. */
const AT_ONCE = 100;
/** Needless keys are removed together: the part of the cap, in points, that may be kept in vain. */
const PATIENCE = 0.1;
const FEWEST = 20;

/**
 * The points with what the events add; one write for each day that is not full yet, and now and then one that removes
 * what can never count again.
 */
export async function addPoints(
  system: LeadSystem,
  lead: LeadId,
  points: Points,
  events: AnyEvent[],
  playbook: Playbook,
  room?: Room,
): Promise<Points> {
  const { scoring } = playbook;
  const now = system.now();
  let next = points;
  for (const [bucket, keys] of countedKeys(events, scoring, now, points, room)) {
    const add = adderOf(system, lead, bucket, playbook, room);
    const waiting = [...keys];
    while (waiting.length > 0) {
      const all = await add(waiting.splice(0, AT_ONCE));
      next = withCountedKeys(next, bucket, all, scoring, now, room);
    }
  }
  return next;
}

/** Adds keys to a bucket, and removes the needless once there are many. Returns all keys, these included. */
function adderOf(
  { table, now }: LeadSystem,
  lead: LeadId,
  bucket: Bucket,
  { scoring, version }: Playbook,
  room: Room | undefined,
) {
  const at = now();
  const tally = { lead, playbook: version, scope: bucket };
  const lastDay = plusDays(bucket === 'window' ? dayOf(at) : bucket, scoring.windowDays + 1);
  const expiresAt = endOfDaySeconds(lastDay);
  return async (keys: readonly string[]) => {
    const all = await addCountedKeys(table, tally, new Set(keys), expiresAt);
    const needless = needlessKeys(bucket, all, scoring, at, room);
    if (needless.length >= Math.max(FEWEST, scoring.cap * PATIENCE)) {
      await removeCountedKeys(table, tally, needless, expiresAt);
    }
    return all;
  };
}

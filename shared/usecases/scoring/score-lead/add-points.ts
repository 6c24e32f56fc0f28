import type { LeadId } from '../../../domain/identity/ids.ts';
import { countedKeys, type Points, withCountedKeys } from '../../../domain/scoring/running-score.ts';
import { dayOf, endOfDaySeconds, plusDays } from '../../../domain/time.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import type { Playbook } from '../../../playbook/playbook.ts';
import { addCountedKeys } from '../../../store/scoring/tallies.ts';
import type { LeadSystem } from '../../lead-system.ts';

/** The points with what the events add; one write for each day that is not full yet. */
export async function addPoints(
  { table, now }: LeadSystem,
  lead: LeadId,
  points: Points,
  events: AnyEvent[],
  { scoring, version: playbook }: Playbook,
): Promise<Points> {
  const at = now();
  let next = points;
  for (const [bucket, keys] of countedKeys(events, scoring, at, points)) {
    const lastDay = plusDays(bucket === 'window' ? dayOf(at) : bucket, scoring.windowDays + 1);
    const all = await addCountedKeys(
      table,
      { lead, playbook, scope: bucket },
      keys,
      endOfDaySeconds(lastDay),
    );
    next = withCountedKeys(next, bucket, all, scoring, at);
  }
  return next;
}

import type { Lead } from '../identity/lead.ts';
import { pointsByDay } from '../scoring/points-by-day.ts';
import type { Room } from '../scoring/room.ts';
import { pointsOn } from '../scoring/running-score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { dayOf } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Agreement } from './agreement.ts';
import { lastReturn } from './hand-raise.ts';

/** The room that a returned lead needs for its new points on the day of the return. */
export function roomAfterReturn(lead: Lead, { returns }: Pick<Agreement, 'returns'>): Room | undefined {
  const returned = lastReturn(lead);
  if (returned === undefined || returned.reason === 'duplicate' || returned.reason === 'bad-fit') {
    return undefined;
  }
  return { since: returned.at, upTo: returned.points + returns[returned.reason].newPoints };
}

/**
 * Whether a returned lead has earned enough new points; what was taken off since is not taken from those. A bad fit or a
 * duplicate never does.
 */
export function hasNewPoints(lead: Lead, { returns }: Pick<Agreement, 'returns'>): boolean {
  const returned = lastReturn(lead);
  if (returned === undefined) return true;
  if (returned.reason === 'duplicate' || returned.reason === 'bad-fit') return false;
  const day = dayOf(returned.at);
  const earnedOn = pointsByDay(lead.points, 'more');
  // The points of that day may have expired since.
  let earned = Math.max(0, (earnedOn[day] ?? 0) - returned.points);
  for (const [at, sum] of Object.entries(earnedOn)) if (at > day) earned += sum;
  return earned >= returns[returned.reason].newPoints;
}

/** The lead with the points of its return recomputed by this playbook, so that changed rules earn no new points. */
export function withReturnRescored(lead: Lead, history: readonly AnyEvent[], scoring: Scoring): Lead {
  const { returned } = lead;
  if (returned === undefined) return lead;
  const known = history.filter(({ receivedAt }) => receivedAt <= returned.at);
  return { ...lead, returned: { ...returned, points: pointsOn(dayOf(returned.at), known, scoring) } };
}

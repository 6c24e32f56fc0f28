import type { Lead } from '../identity/lead.ts';
import { pointsByDay } from '../scoring/points-by-day.ts';
import type { Room } from '../scoring/room.ts';
import { pointsOn } from '../scoring/running-score.ts';
import { type Account, pointsFor } from '../scoring/scores.ts';
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
  const { newPoints } = returns[returned.reason];
  const of = Object.entries(returned.of ?? {}).map(([name, points]) => [name, points + newPoints] as const);
  return {
    ...{ since: returned.at, upTo: returned.points + newPoints },
    ...(of.length > 0 && { of: Object.fromEntries(of) }),
  };
}

/**
 * Whether a returned lead has earned enough new points; what was taken off since is not taken from those. A bad fit or a
 * duplicate never does.
 * @param of those of another score than the total
 */
export function hasNewPoints(lead: Lead, { returns }: Pick<Agreement, 'returns'>, of?: Account): boolean {
  const returned = lastReturn(lead);
  if (returned === undefined) return true;
  if (returned.reason === 'duplicate' || returned.reason === 'bad-fit') return false;
  const day = dayOf(returned.at);
  const before = of === undefined ? returned.points : (returned.of?.[of] ?? 0);
  const earnedOn = pointsByDay(pointsFor(of, lead.points), 'more');
  // The points of that day may have expired since.
  let earned = Math.max(0, (earnedOn[day] ?? 0) - before);
  for (const [at, sum] of Object.entries(earnedOn)) if (at > day) earned += sum;
  return earned >= returns[returned.reason].newPoints;
}

/** The lead with the points of its return recomputed by this playbook, so that changed rules earn no new points. */
export function withReturnRescored(lead: Lead, history: readonly AnyEvent[], scoring: Scoring): Lead {
  const { returned } = lead;
  if (returned === undefined) return lead;
  const known = history.filter(({ receivedAt }) => receivedAt <= returned.at);
  const { of: _, ...before } = returned;
  return { ...lead, returned: { ...before, ...pointsOn(dayOf(returned.at), known, scoring) } };
}

import type { Lead } from '../identity/lead.ts';
import { pointsOn } from '../scoring/running-score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { dayOf } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Agreement } from './agreement.ts';
import { lastReturn } from './hand-raise.ts';

/** Whether a lead that came back did enough since. Another record of the same person never does. */
export function hasNewPoints(lead: Lead, { returns }: Pick<Agreement, 'returns'>): boolean {
  const returned = lastReturn(lead);
  if (returned === undefined) return true;
  if (returned.reason === 'duplicate' || returned.reason === 'bad-fit') return false;
  const day = dayOf(returned.at);
  const { daily, window } = lead.points;
  // Nothing is left to take away when the points of that day have expired.
  let earned = Math.max(0, (daily[day] ?? 0) + (window[day] ?? 0) - returned.points);
  for (const kind of [daily, window]) {
    for (const [at, sum] of Object.entries(kind)) if (at > day) earned += sum;
  }
  return earned >= returns[returned.reason].newPoints;
}

/** The lead with what it had done by its return counted as this playbook counts it: other points are not new ones. */
export function withReturnRescored(lead: Lead, history: readonly AnyEvent[], scoring: Scoring): Lead {
  const { returned } = lead;
  if (returned === undefined) return lead;
  const known = history.filter(({ receivedAt }) => receivedAt <= returned.at);
  return { ...lead, returned: { ...returned, points: pointsOn(dayOf(returned.at), known, scoring) } };
}

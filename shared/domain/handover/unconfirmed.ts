import { isUnconfirmed, type Speakers } from '../identity/trust.ts';
import type { KnownFit } from '../scoring/fit-points.ts';
import { score } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Handover } from './handover.ts';

/** The events without forms that nobody confirmed, and without those of browsers that only such forms linked. */
export function confirmedEvents(events: readonly AnyEvent[], speakers: Speakers): AnyEvent[] {
  return events.filter((event) => !isUnconfirmed(event, speakers));
}

/** Whether a hand-over by points would not have opened without what nobody confirmed. */
export function restsOnUnconfirmed(
  { reason, openedAt }: Pick<Handover, 'reason' | 'openedAt'>,
  events: readonly AnyEvent[],
  speakers: Speakers,
  scoring: Scoring,
  fit?: KnownFit,
): boolean {
  if (reason !== 'threshold') return false;
  const known = events.filter(({ receivedAt }) => receivedAt <= openedAt);
  const then = (all: readonly AnyEvent[]) => score(all, scoring, openedAt, fit).total;
  const confirmed = then(confirmedEvents(known, speakers));
  return confirmed < scoring.bands.call && confirmed < then(known);
}

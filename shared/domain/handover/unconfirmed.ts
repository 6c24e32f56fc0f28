import { isUnconfirmed, type Speakers } from '../identity/trust.ts';
import type { KnownFit } from '../scoring/fit-points.ts';
import { type Score, score } from '../scoring/score.ts';
import { otherScores } from '../scoring/scores.ts';
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
  const then = (all: readonly AnyEvent[]) => score(all, scoring, openedAt, fit);
  const confirmed = then(confirmedEvents(known, speakers));
  return !isOver(confirmed, scoring) && confirmed.total < then(known).total;
}

/** Whether the total or another score reaches its threshold. */
function isOver({ total, ledger }: Score, scoring: Scoring): boolean {
  if (total >= scoring.bands.call) return true;
  return Object.values(otherScores(ledger, scoring)).some((other) => other.total >= other.threshold);
}

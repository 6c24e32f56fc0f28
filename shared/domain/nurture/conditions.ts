import type { Lead } from '../identity/lead.ts';
import type { Profile } from '../identity/profile.ts';
import { totalPoints } from '../scoring/running-score.ts';
import { bandOf } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { pathOf } from '../tracking/page-url.ts';
import { matchesPath } from '../tracking/path-pattern.ts';
import type { Conditions } from './sequence.ts';

/** What conditions are held against. */
export interface ConditionFacts {
  lead: Lead;
  profile: Profile | undefined;
  /** What the lead did since the start; read only when `asksHistory`. */
  history: readonly AnyEvent[];
  scoring: Scoring;
  startedAt: Instant;
  now: Instant;
}

/** Whether the conditions ask which pages were visited, for which the history must be read. */
export function dependOnVisits(conditions: Conditions | undefined): boolean {
  return conditions?.visited !== undefined || conditions?.notVisited !== undefined;
}

/** Whether all conditions hold for somebody at this moment. */
export function conditionsHold(conditions: Conditions | undefined, known: ConditionFacts): boolean {
  if (conditions === undefined) return true;
  const { scoreFrom, scoreBelow, bands, fit, knows, doesNotKnow } = conditions;
  const { visited, notVisited, requested, notRequested } = conditions;
  const score = totalPoints(known.lead.points, known.scoring, known.now);
  return (
    score >= (scoreFrom ?? 0) &&
    score < (scoreBelow ?? Number.POSITIVE_INFINITY) &&
    (bands?.includes(bandOf(score, known.scoring)) ?? true) &&
    (fit?.includes(known.lead.fit) ?? true) &&
    (knows?.every((field) => isKnown(known, field)) ?? true) &&
    !doesNotKnow?.some((field) => isKnown(known, field)) &&
    (visited === undefined || hasVisited(known, visited)) &&
    !(notVisited !== undefined && hasVisited(known, notVisited)) &&
    (requested?.some((form) => hasRequested(known, form)) ?? true) &&
    !notRequested?.some((form) => hasRequested(known, form))
  );
}

function isKnown({ profile }: ConditionFacts, field: string): boolean {
  return (profile?.values[field]?.value ?? '') !== '';
}

function hasVisited({ history, startedAt }: ConditionFacts, paths: readonly string[]): boolean {
  return history.some(
    (event) =>
      event.type === 'page' &&
      event.bot === undefined &&
      event.url !== undefined &&
      event.at > startedAt &&
      matchesPath(pathOf(event.url), paths),
  );
}

/** After the start: the form that started the sequence itself does not count. */
function hasRequested({ profile, startedAt }: ConditionFacts, form: string): boolean {
  return (profile?.forms?.[form] ?? '') > startedAt;
}

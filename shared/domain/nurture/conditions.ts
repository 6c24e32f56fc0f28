import type { Lead } from '../identity/lead.ts';
import type { Profile } from '../identity/profile.ts';
import { totalPoints } from '../scoring/running-score.ts';
import { bandOf } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { matchesPath } from '../tracking/same-page.ts';
import { type DatedEvent, hasAttended, hasRegistered } from './event/event.ts';
import type { Conditions } from './sequence.ts';

/** The facts that conditions are checked against. */
export interface ConditionFacts {
  lead: Lead;
  profile: Profile | undefined;
  /** Events since the start; needed only if `dependOnHistory`. */
  history: readonly AnyEvent[];
  scoring: Scoring;
  startedAt: Instant;
  now: Instant;
  /** The event of the sequence. */
  event?: DatedEvent | undefined;
}

/** Whether the conditions name pages or attendance, so that the lead's events must be read. */
export function dependOnHistory(conditions: Conditions | undefined): boolean {
  const { visited, notVisited, attended } = conditions ?? {};
  return visited !== undefined || notVisited !== undefined || attended !== undefined;
}

/** Whether a lead meets all conditions now. */
export function meetsConditions(conditions: Conditions | undefined, facts: ConditionFacts): boolean {
  if (conditions === undefined) return true;
  const { scoreFrom, scoreBelow, bands, fit, knows, doesNotKnow } = conditions;
  const { visited, notVisited, requested, notRequested, registered, attended } = conditions;
  const { event, profile, startedAt, history } = facts;
  const score = totalPoints(facts.lead.points, facts.scoring, facts.now);
  return (
    score >= (scoreFrom ?? 0) &&
    score < (scoreBelow ?? Number.POSITIVE_INFINITY) &&
    (bands?.includes(bandOf(score, facts.scoring)) ?? true) &&
    (fit?.includes(facts.lead.fit) ?? true) &&
    (knows?.every((field) => isKnown(facts, field)) ?? true) &&
    !doesNotKnow?.some((field) => isKnown(facts, field)) &&
    (visited === undefined || hasVisited(facts, visited)) &&
    !(notVisited !== undefined && hasVisited(facts, notVisited)) &&
    (requested?.some((form) => hasRequested(facts, form)) ?? true) &&
    !notRequested?.some((form) => hasRequested(facts, form)) &&
    isAsAsked(registered, event && hasRegistered(event, profile?.forms, startedAt)) &&
    isAsAsked(attended, event && hasAttended(event, history))
  );
}

/** Without the event, nobody registered or came. */
function isAsAsked(asked: boolean | undefined, is = false): boolean {
  return asked === undefined || asked === is;
}

function isKnown({ profile }: ConditionFacts, field: string): boolean {
  return (profile?.values[field]?.value ?? '') !== '';
}

function hasVisited({ history, scoring, startedAt }: ConditionFacts, paths: readonly string[]): boolean {
  return history.some(
    (event) =>
      event.type === 'page' &&
      event.bot === undefined &&
      event.url !== undefined &&
      event.at > startedAt &&
      matchesPath(event.url, paths, scoring.samePage),
  );
}

/** After the start: the form that started the sequence does not count. */
function hasRequested({ profile, startedAt }: ConditionFacts, form: string): boolean {
  return (profile?.forms?.[form] ?? '') > startedAt;
}

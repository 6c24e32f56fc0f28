import { fitOf } from '../fit/fit.ts';
import type { FitRules } from '../fit/fit-rules.ts';
import type { Lead } from '../identity/lead.ts';
import { withMailConsent } from '../identity/mail-consent.ts';
import { withCampaign, withCaptures, withSubjects } from '../identity/new-lead.ts';
import { type Profile, valuesOf } from '../identity/profile.ts';
import type { MailingRules } from '../nurture/mailing-rules.ts';
import { fitPointsOf } from '../scoring/fit-points.ts';
import { NO_POINTS, type Points, withFitPoints, withoutExpired } from '../scoring/points-by-day.ts';
import type { Room } from '../scoring/room.ts';
import { countedKeys, withCountedKeys } from '../scoring/running-score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import type { Instant } from '../time.ts';
import { type AnyEvent, isLeadCapture } from '../tracking/event.ts';
import { deriveLead, type LeadRules } from './derive-lead.ts';
import { roomAfterReturn, withReturnRescored } from './new-points.ts';
import type { DecisionContext } from './qualify.ts';

/** The parts of the playbook that a lead follows from. */
export interface AnewRules extends LeadRules {
  version: number;
  fit: FitRules;
  mailing: Pick<MailingRules, 'doubleOptIn'>;
}

/** What a lead is derived from anew. */
export interface LeadSources {
  lead: Lead;
  profile: Profile | undefined;
  /** What it did while points count; left out: its points stay as they are stored. */
  history?: readonly AnyEvent[] | undefined;
}

/**
 * A lead as it will be once it is rescored under a playbook, if nothing else happens. What rescoring does besides is left
 * out: it gives the lead to somebody of sales.
 */
export function leadAnew(
  { lead: stored, profile, history }: LeadSources,
  rules: AnewRules,
  context: DecisionContext,
): Lead {
  const { scoring, agreement } = rules;
  const told = history ?? [];
  const lead = withTold(stored, told, profile, rules);
  const current = history ? withReturnRescored(lead, history, scoring) : lead;
  const earned = history
    ? countedPoints(history, scoring, context.now, roomAfterReturn(current, agreement))
    : withoutExpired(current.points, scoring, context.now);
  const points = profile === undefined ? earned : withPointsOfFit(earned, profile, rules);
  return deriveLead({ ...withCampaign(current, told), points, playbook: rules.version }, [], rules, context);
}

/** The lead with what its events say of it besides points: its forms and their origin, its permission and subjects. */
export function withTold(
  lead: Lead,
  told: readonly AnyEvent[],
  profile: Profile | undefined,
  { fit, mailing: { doubleOptIn } }: Pick<AnewRules, 'fit' | 'mailing'>,
): Lead {
  const captured = withCaptures(lead, told.filter(isLeadCapture), profile, fit);
  return withSubjects(withMailConsent(captured, told, doubleOptIn), profile, doubleOptIn);
}

/** The points with what the fit takes off as the profile is now. */
export function withPointsOfFit(
  points: Points,
  { email, ...profile }: Profile,
  { fit, scoring }: { fit: FitRules; scoring: Scoring },
): Points {
  if (scoring.rules.every(({ on }) => on !== 'fit')) return withFitPoints(points, 0);
  const off = fitPointsOf(fitOf(email, valuesOf(profile), fit), scoring);
  return withFitPoints(points, -(off?.points ?? 0), off?.for);
}

/** The points that events earn, as the running score adds them up. */
function countedPoints(
  events: readonly AnyEvent[],
  scoring: Scoring,
  now: Instant,
  room: Room | undefined,
): Points {
  let points = NO_POINTS;
  for (const [bucket, keys] of countedKeys(events, scoring, now, NO_POINTS, room)) {
    points = withCountedKeys(points, bucket, keys, scoring, now, room);
  }
  return points;
}

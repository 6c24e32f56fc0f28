import { fitOf } from '../fit/fit.ts';
import type { FitRules } from '../fit/fit-rules.ts';
import { NO_POINTS } from '../scoring/running-score.ts';
import { type Instant, plus } from '../time.ts';
import type { AnyEvent, Import, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import type { Lead, Origin } from './lead.ts';
import { type Profile, valuesOf } from './profile.ts';

/** Somebody of whom nothing is known but an address. */
export function newLead(id: LeadId): Lead {
  return {
    id,
    version: 0,
    playbook: 0,
    stage: 'name',
    stageAt: '',
    fit: 'unknown',
    readiness: 'not-ready',
    mail: 'none',
    tracking: 'denied',
    interest: false,
    points: NO_POINTS,
    score: 0,
    band: 'newsletter',
    bandAt: '',
    changedAt: '',
  };
}

/**
 * The lead with what its submissions and imports say of its interest and fit, in any order; the profile has them
 * merged already.
 */
export function withCaptures(
  lead: Lead,
  answers: readonly (Submission | Import)[],
  profile: Profile | undefined,
  rules: FitRules,
): Lead {
  const next = { ...lead };
  for (const answer of answers) {
    if (answer.type === 'form' || answer.interest !== undefined) next.interest = true;
    if (answer.type === 'form' && answer.handRaise === true) next.raisedAt = lastRaised(next, answer.at);
    if (answer.type === 'form' && answer.visitor !== undefined) next.tracking = 'granted';
    next.origin = earliestOrigin(next.origin, answer);
  }
  if (profile !== undefined) next.fit = fitOf(profile.email, valuesOf(profile), rules).verdict;
  return next;
}

/** The lead with the campaign that first led it here, as its events say in any order: visits from before its form too. */
export function withCampaign(lead: Lead, events: readonly AnyEvent[]): Lead {
  const { origin } = lead;
  if (origin === undefined) return lead;
  let first = origin;
  for (const event of events) {
    const isPerson = !('bot' in event) && !('spam' in event);
    const name =
      isPerson && 'campaign' in event
        ? event.campaign?.name?.slice(0, CAMPAIGN_LENGTH).toWellFormed()
        : undefined;
    if (name === undefined || !isEarlier(event.at, name, first)) continue;
    first = { ...first, campaign: name, campaignAt: event.at };
  }
  return first === origin ? lead : { ...lead, origin: first };
}

const CAMPAIGN_LENGTH = 60;

/** Two at one moment are told apart by their names, so that it makes no difference which is heard of first. */
function isEarlier(at: Instant, name: string, { campaign, campaignAt = '' }: Origin): boolean {
  if (campaign === undefined) return true;
  return at === campaignAt ? name < campaign : at < campaignAt;
}

/** Where it came from, of what is known already and an answer that may be earlier. */
function earliestOrigin(known: Origin | undefined, { at, ...answer }: Submission | Import): Origin {
  const form = answer.type === 'form' ? answer.form : undefined;
  const isLater = known !== undefined && `${known.at} ${known.form ?? ''}` <= `${at} ${form ?? ''}`;
  if (isLater) return known;
  const { form: _, ...rest } = known ?? {};
  return { ...rest, ...(form && { form }), at };
}

/**
 * When its hand was last raised, of what is known and one more time. A hand of which is heard only after sales gave the
 * lead back or up counts as raised just then: sales could not know of it.
 */
function lastRaised({ raisedAt = '', returned, lost }: Lead, at: Instant): Instant {
  if (at <= raisedAt) return raisedAt;
  const over = [returned?.at ?? '', lost?.at ?? ''].sort().at(-1) ?? '';
  return at <= over ? plus(over, 1) : at;
}

import { fitOf } from '../fit/fit.ts';
import type { FitRules } from '../fit/fit-rules.ts';
import type { LeadId } from '../identity/ids.ts';
import { NO_POINTS } from '../scoring/tally.ts';
import type { Instant } from '../time.ts';
import type { Import, Submission } from '../tracking/event.ts';
import type { Lead, Origin } from './lead.ts';
import { type Profile, valuesOf } from './profile.ts';

/** Somebody of whom nothing is known but an address. */
export function firstMeeting(id: LeadId): Lead {
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
export function withAnswered(
  lead: Lead,
  answers: readonly (Submission | Import)[],
  profile: Profile | undefined,
  rules: FitRules,
): Lead {
  const next = { ...lead };
  for (const answer of answers) {
    if (answer.type === 'form' || answer.interest !== undefined) next.interest = true;
    if (answer.type === 'form' && answer.handRaise === true) next.raisedAt = latest(next.raisedAt, answer.at);
    if (answer.type === 'form' && answer.visitor !== undefined) next.tracking = 'granted';
    next.origin = earliest(next.origin, originOf(answer));
  }
  if (profile !== undefined) next.fit = fitOf(profile.email, valuesOf(profile), rules).verdict;
  return next;
}

const CAMPAIGN_LENGTH = 60;

function originOf(answer: Submission | Import): Origin {
  if (answer.type === 'import') return { at: answer.at };
  const { form, at, campaign } = answer;
  return { form, at, ...(campaign?.name && { campaign: campaign.name.slice(0, CAMPAIGN_LENGTH) }) };
}

function earliest(a: Origin | undefined, b: Origin): Origin {
  return a !== undefined && rankOf(a) <= rankOf(b) ? a : b;
}

/** Two at one moment are told apart by what they are, so that it makes no difference which is heard of first. */
function rankOf({ at, form = '', campaign = '' }: Origin): string {
  return `${at} ${form} ${campaign}`;
}

function latest(a: Instant | undefined, b: Instant): Instant {
  return a === undefined || b > a ? b : a;
}

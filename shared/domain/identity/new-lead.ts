import { fitOf } from '../fit/fit.ts';
import type { FitRules } from '../fit/fit-rules.ts';
import { hasNoAnswer } from '../handover/handovers.ts';
import { NO_POINTS } from '../scoring/points-by-day.ts';
import { type Instant, plus } from '../time.ts';
import type { AnyEvent, Import, Submission } from '../tracking/event.ts';
import type { LeadId } from './ids.ts';
import type { Lead, Origin } from './lead.ts';
import { subjectsOf } from './permission-proofs.ts';
import { type Profile, valuesOf } from './profile.ts';

/** A lead with only a known address. */
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

/** The lead with the interest, origin and fit from its forms and imports, in any order. The profile includes them already. */
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
  const kept = withOriginOfHandover(lead, next);
  return profile === undefined
    ? kept
    : { ...kept, fit: fitOf(profile.email, valuesOf(profile), rules).verdict };
}

/** The lead with the subjects that the proofs in its profile and its last withdrawal allow. */
export function withSubjects(lead: Lead, profile: Profile | undefined, doubleOptIn: boolean): Lead {
  if (profile === undefined) return lead;
  const { subjects: _, ...rest } = lead;
  const { withdrawn } = lead.permission ?? {};
  const isAllowed = lead.mail === 'granted' || lead.mail === 'pending';
  const subjects = isAllowed ? subjectsOf(profile.permissions, { doubleOptIn, withdrawn }) : undefined;
  return { ...rest, ...(subjects && { subjects }) };
}

/** The lead with its first campaign, from events in any order. Visits before its first form count too. */
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
  return first === origin ? lead : withOriginOfHandover(lead, { ...lead, origin: first });
}

/**
 * What is answered later still counts under the origin that was known with the first answer. Until then the hand-over
 * counts under that of the lead.
 */
function withOriginOfHandover({ origin: { form, campaign } = { at: '' } }: Lead, after: Lead): Lead {
  const { handover, origin } = after;
  const isSame = origin?.form === form && origin?.campaign === campaign;
  if (handover === undefined || handover.origin !== undefined || isSame || hasNoAnswer(handover))
    return after;
  const names = { ...(form !== undefined && { form }), ...(campaign !== undefined && { campaign }) };
  return { ...after, handover: { ...handover, origin: names } };
}

const CAMPAIGN_LENGTH = 60;

/** A tie is decided by name, so that the order of events makes no difference. */
function isEarlier(at: Instant, name: string, { campaign, campaignAt = '' }: Origin): boolean {
  if (campaign === undefined) return true;
  return at === campaignAt ? name < campaign : at < campaignAt;
}

/** The earlier of the known origin and that of a form or import. */
function earliestOrigin(known: Origin | undefined, { at, ...answer }: Submission | Import): Origin {
  const form = answer.type === 'form' ? answer.form : undefined;
  const isLater = known !== undefined && `${known.at} ${known.form ?? ''}` <= `${at} ${form ?? ''}`;
  if (isLater) return known;
  const { form: _, ...rest } = known ?? {};
  return { ...rest, ...(form && { form }), at };
}

/**
 * When the lead last raised its hand. A hand raise that arrives only after sales returned or lost the lead counts as
 * raised just after that: sales could not know of it.
 */
function lastRaised({ raisedAt = '', returned, lost }: Lead, at: Instant): Instant {
  if (at <= raisedAt) return raisedAt;
  const over = [returned?.at ?? '', lost?.at ?? ''].sort().at(-1) ?? '';
  return at <= over ? plus(over, 1) : at;
}

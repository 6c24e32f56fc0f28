import type { Lead, Readiness } from '../identity/lead.ts';
import { totalPoints } from '../scoring/running-score.ts';
import { bandOf } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { type Instant, plus } from '../time.ts';
import type { Agreement } from './agreement.ts';
import { hasOpenHandRaise } from './hand-raise.ts';
import type { Handover, HandoverReason, RankBasis } from './handover.ts';
import { hasNewPoints } from './new-points.ts';
import { isStalled } from './stalled/stalled.ts';
import { isIn, move, transitions } from './transitions.ts';

const DAY_MS = 86_400_000;

/** The four proofs that make a name a lead. Direct contact data is not asked here: nothing is kept without it. */
export interface LeadProofs {
  targetGroup: boolean;
  interest: boolean;
  permission: boolean;
}

/** What of the playbook decides about stage and hand-over. */
export interface QualifyRules {
  scoring: Scoring;
  agreement: Agreement;
}

/** When it is decided, and how. */
export interface DecisionContext {
  now: Instant;
  /** Makes the secret of a hand-over's page; called only when one is opened. */
  newToken: () => string;
  /** Sales is to be offered this lead as one that is stalled, if it still is; by what it was chosen. */
  offer?: RankBasis;
}

/**
 * The proofs a lead has. Who raised its hand asked for a person, which is interest and permission to be
 * called in one; as long as it is up, it is worth following up even when the fit turns out bad.
 */
export function leadProofsOf(lead: Lead): LeadProofs {
  const raised = lead.raisedAt !== undefined;
  return {
    targetGroup: hasOpenHandRaise(lead) || lead.fit !== 'bad',
    interest: raised || lead.interest,
    permission: raised || lead.mail === 'granted' || lead.mail === 'pending',
  };
}

/**
 * The lead with everything that follows from its points, fit, consent and hand: score, band, readiness and
 * stage, and the hand-over that this opens, if any.
 */
export function qualify(lead: Lead, rules: QualifyRules, moment: DecisionContext): Lead {
  const { now } = moment;
  const score = totalPoints(lead.points, rules.scoring, now);
  const band = bandOf(score, rules.scoring);
  const bandAt = band === lead.band && lead.bandAt !== '' ? lead.bandAt : now;
  const stageAt = lead.stageAt === '' ? now : lead.stageAt;
  const fit = lead.judged ?? lead.fit;
  const readiness = readinessOf(lead, score, rules.scoring);
  const current = inProvenStage(
    { ...lead, score, band, bandAt, stageAt, fit, readiness },
    rules.agreement,
    now,
  );
  const reason = reasonToHandOver(current, rules.agreement, moment);
  return reason === undefined ? current : withNewHandover(current, reason, moment);
}

function readinessOf(lead: Lead, score: number, scoring: Scoring): Readiness {
  if (hasOpenHandRaise(lead)) return 'hand-raiser';
  return score >= scoring.bands.call ? 'ready' : 'not-ready';
}

/** The lead in the stage that its proofs and the time give it, as long as it is marketing's. */
function inProvenStage(stored: Lead, agreement: Agreement, now: Instant): Lead {
  const from = reopensAt(stored, agreement);
  const isBack = from !== undefined && now >= from && isIn(stored, transitions.reopen.from);
  const lead = isBack ? move('reopen', stored, now) : stored;
  const isProven = Object.values(leadProofsOf(lead)).every(Boolean);
  if (isIn(lead, transitions.recognise.from)) return isProven ? move('recognise', lead, now) : lead;
  if (!isIn(lead, transitions.doubt.from)) return lead;
  return isProven || isOpen(lead) ? lead : move('doubt', lead, now);
}

/** When a lead that is lost is marketing's again; undefined when it is not lost. */
export function reopensAt({ stage, lost }: Lead, { lostBackAfterDays }: Agreement): Instant | undefined {
  return stage === 'lost' && lost !== undefined ? plus(lost.at, lostBackAfterDays * DAY_MS) : undefined;
}

/**
 * Why a lead goes to sales now; undefined when it does not. A name never does. Who crosses the threshold or raises its
 * hand while sales has not answered its offer goes by a hand-over of its own, which takes the place of the offer.
 */
function reasonToHandOver(
  lead: Lead,
  agreement: Agreement,
  { offer, now }: DecisionContext,
): HandoverReason | undefined {
  const isOffered = isOpen(lead) && lead.handover?.reason === 'stalled';
  if (!isIn(lead, transitions['hand-over'].from) || (isOpen(lead) && !isOffered)) return undefined;
  if (hasOpenHandRaise(lead)) return 'hand-raiser';
  if (lead.stage === 'lost') return undefined;
  if (lead.readiness === 'ready' && hasNewPoints(lead, agreement)) return 'threshold';
  return offer && !isOffered && isStalled(lead, agreement, now) ? 'stalled' : undefined;
}

/** An offer leaves a lead what it is: sales may look at it, and marketing goes on when nobody wants it. */
function withNewHandover(
  lead: Lead,
  reason: HandoverReason,
  { now, newToken, offer }: DecisionContext,
): Lead {
  const handover: Handover = {
    ...{ number: (lead.handover?.number ?? 0) + 1, reason, status: 'open', openedAt: now },
    ...{ token: newToken(), score: lead.score, playbook: lead.playbook },
  };
  if (reason === 'stalled') return { ...lead, handover: { ...handover, ...(offer && { ranked: offer }) } };
  if (!isIn(lead, transitions['hand-over'].from)) return { ...lead, handover };
  return { ...move('hand-over', lead, now), handover };
}

function isOpen({ handover }: Lead): boolean {
  return handover?.status === 'open';
}

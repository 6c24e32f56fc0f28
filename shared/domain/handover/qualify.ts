import type { Lead, Readiness } from '../identity/lead.ts';
import { totalPoints } from '../scoring/running-score.ts';
import { bandOf } from '../scoring/score.ts';
import { pointsFor } from '../scoring/scores.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { DAY_MS, type Instant, plus } from '../time.ts';
import type { Agreement } from './agreement.ts';
import { hasOpenHandRaise } from './hand-raise.ts';
import type { Handover, HandoverReason, RankBasis } from './handover.ts';
import { hasOpenHandover } from './handovers.ts';
import { hasNewPoints } from './new-points.ts';
import { isStalled } from './stalled/stalled.ts';
import { type From, isInStage, type LeadIn, move, transitions } from './transitions.ts';

type HandOverStage = From<'hand-over'>;

/** The parts of the playbook that decide the stage and the hand-over. */
export interface QualifyRules {
  scoring: Scoring;
  agreement: Agreement;
}

export interface DecisionContext {
  now: Instant;
  /** Creates the token of a hand-over page; called only when a hand-over opens. */
  newToken: () => string;
  /** Set to offer this lead to sales, if it is still stalled: why it was chosen. */
  offer?: RankBasis;
}

/**
 * Three of the four proofs that make a name a lead. The fourth, contact data, always exists: nothing is stored without
 * it. A raised hand is interest and permission to call in one; until sales has answered it, it is worth following up
 * even with a bad fit.
 */
export function leadProofsOf(lead: Lead) {
  const hasRaisedHand = lead.raisedAt !== undefined;
  return {
    targetGroup: hasOpenHandRaise(lead) || lead.fit !== 'bad',
    interest: hasRaisedHand || lead.interest,
    permission: hasRaisedHand || lead.mail === 'granted' || lead.mail === 'pending',
  };
}

/**
 * The lead with its score, band, readiness and stage as they follow from its points, fit, consent and raised hand, and
 * with the hand-over that this opens, if any.
 */
export function qualify(lead: Lead, rules: QualifyRules, context: DecisionContext): Lead {
  const { now } = context;
  const score = totalPoints(lead.points, rules.scoring, now);
  const band = bandOf(score, rules.scoring);
  const bandAt = band === lead.band && lead.bandAt !== '' ? lead.bandAt : now;
  const stageAt = lead.stageAt === '' ? now : lead.stageAt;
  const fit = lead.judged ?? lead.fit;
  const scores = reachedScores(lead, rules, now);
  const readiness = readinessOf(lead, score, scores, rules);
  const current = inProvenStage(
    { ...lead, score, band, bandAt, stageAt, fit, readiness },
    rules.agreement,
    now,
  );
  if (!isInStage(current, transitions['hand-over'].from)) return current;
  const reason = reasonToHandOver(current, rules.agreement, context);
  return reason === undefined ? current : withNewHandover(current, reason, context, scores);
}

/** A returned lead stands in `not-ready` until it has earned its new points, whatever its score. */
function readinessOf(
  lead: Lead,
  score: number,
  scores: Readonly<Record<string, number>>,
  { scoring, agreement }: QualifyRules,
): Readiness {
  if (hasOpenHandRaise(lead)) return 'hand-raiser';
  const isOver = score >= scoring.bands.call && hasNewPoints(lead, agreement);
  return isOver || Object.keys(scores).length > 0 ? 'ready' : 'not-ready';
}

/** The scores beside the total that are over their thresholds, each with new points of its own after a return. */
function reachedScores(
  lead: Lead,
  { scoring, agreement }: QualifyRules,
  now: Instant,
): Record<string, number> {
  const reached = Object.entries(scoring.scores ?? {}).flatMap(([name, { threshold }]) => {
    const total = totalPoints(pointsFor(name, lead.points), scoring, now);
    return total >= threshold && hasNewPoints(lead, agreement, name) ? [[name, total] as const] : [];
  });
  return Object.fromEntries(reached);
}

/** The lead in the stage that its proofs and the time call for, while marketing has it. */
function inProvenStage(stored: Lead, agreement: Agreement, now: Instant): Lead {
  const reopens = reopensAt(stored, agreement);
  const isBack = reopens !== undefined && now >= reopens && isInStage(stored, transitions.reopen.from);
  const lead = isBack ? move('reopen', stored, now) : stored;
  const isProven = Object.values(leadProofsOf(lead)).every(Boolean);
  if (isInStage(lead, transitions.recognise.from)) return isProven ? move('recognise', lead, now) : lead;
  if (!isInStage(lead, transitions.doubt.from)) return lead;
  return isProven || hasOpenHandover(lead) ? lead : move('doubt', lead, now);
}

/** When a lost lead goes back to marketing; undefined when it is not lost. */
export function reopensAt({ stage, lost }: Lead, { lostBackAfterDays }: Agreement): Instant | undefined {
  return stage === 'lost' && lost !== undefined ? plus(lost.at, lostBackAfterDays * DAY_MS) : undefined;
}

/**
 * Why a lead goes to sales now; undefined when it does not. One that crosses the threshold or raises its hand while its
 * offer is open gets a hand-over that replaces the offer: marketing has no lead with another open hand-over.
 */
function reasonToHandOver(
  lead: LeadIn<HandOverStage>,
  agreement: Agreement,
  { offer, now }: DecisionContext,
): HandoverReason | undefined {
  if (hasOpenHandRaise(lead)) return 'hand-raiser';
  if (lead.stage === 'lost') return undefined;
  if (lead.readiness === 'ready') return 'threshold';
  return offer && isStalled(lead, agreement, now) ? 'stalled' : undefined;
}

/** An offer leaves the stage alone: marketing goes on if nobody accepts it. */
function withNewHandover(
  lead: LeadIn<HandOverStage>,
  reason: HandoverReason,
  { now, newToken, offer }: DecisionContext,
  scores: Readonly<Record<string, number>>,
): Lead {
  const handover: Handover = {
    ...{ number: (lead.handover?.number ?? 0) + 1, reason, status: 'open', openedAt: now },
    ...{ token: newToken(), score: lead.score, playbook: lead.playbook },
    ...(Object.keys(scores).length > 0 && { scores }),
  };
  if (reason === 'stalled') return { ...lead, handover: { ...handover, ...(offer && { ranked: offer }) } };
  return { ...move('hand-over', lead, now), handover };
}

import { bandOf } from '../scoring/score.ts';
import type { Scoring } from '../scoring/scoring.ts';
import { totalOf } from '../scoring/tally.ts';
import type { Instant } from '../time.ts';
import type { Handover, HandoverReason, Lead, Readiness, Stage } from './lead.ts';

/** The four proofs that make a name a lead. Direct contact data is not asked here: nothing is kept without it. */
export interface Proofs {
  targetGroup: boolean;
  interest: boolean;
  permission: boolean;
}

/**
 * The proofs a lead has. Who raised its hand asked for a person, which is interest and permission to be
 * called in one, and is worth following up even when the fit turns out bad.
 */
export function proofsOf(lead: Lead): Proofs {
  const raised = lead.raisedAt !== undefined;
  return {
    targetGroup: raised || lead.fit !== 'bad',
    interest: raised || lead.interest,
    permission: raised || lead.mail === 'granted' || lead.mail === 'pending',
  };
}

/**
 * The lead with everything that follows from its points, fit, consent and hand: score, band, readiness and
 * stage, and the hand-over that this opens, if any.
 * @param newToken makes the secret of a hand-over's page; called only when one is opened.
 */
export function qualify(lead: Lead, scoring: Scoring, now: Instant, newToken: () => string): Lead {
  const score = totalOf(lead.points, scoring, now);
  const band = bandOf(score, scoring);
  const current: Lead = { ...lead, score, band, readiness: readinessOf(lead, score, scoring) };
  current.stage = isWithMarketing(lead.stage) ? stageByProofs(current) : lead.stage;
  const reason = reasonToHandOver(current);
  if (reason === undefined) return current;
  const handover: Handover = {
    number: (lead.handover?.number ?? 0) + 1,
    reason,
    status: 'open',
    openedAt: now,
    token: newToken(),
    score,
    playbook: lead.playbook,
  };
  return { ...current, stage: 'mql', handover };
}

function readinessOf(lead: Lead, score: number, scoring: Scoring): Readiness {
  if (lead.raisedAt !== undefined) return 'hand-raiser';
  return score >= scoring.bands.call ? 'ready' : 'not-ready';
}

function isWithMarketing(stage: Stage): boolean {
  return stage === 'name' || stage === 'lead';
}

function stageByProofs(lead: Lead): Stage {
  return Object.values(proofsOf(lead)).every(Boolean) ? 'lead' : 'name';
}

/** Why a lead goes to sales now; undefined when it does not. A name never does. */
function reasonToHandOver(lead: Lead): HandoverReason | undefined {
  if (lead.stage !== 'lead' || lead.handover?.status === 'open') return undefined;
  switch (lead.readiness) {
    case 'hand-raiser':
      return 'hand-raiser';
    case 'ready':
      return 'threshold';
    case 'not-ready':
      return undefined;
  }
}

import type { LeadId } from '../../identity/ids.ts';
import type { Agreement } from '../agreement.ts';
import type { RankBasis } from '../handover.ts';
import { chanceOf } from './chance.ts';
import { type Outcomes, outcomesUnder } from './outcomes.ts';
import type { Traits } from './traits.ts';

/** With fewer wins or losses than this the chance says nothing. */
const ENOUGH_OF_EACH = 5;

/** A lead in the list of stalled leads. */
export interface Candidate {
  lead: LeadId;
  score: number;
  traits: Traits;
}

/** From 0 to 9999, the best highest. Ranks by chance and by score cannot be compared. */
export interface Rank {
  rank: number;
  ranked: RankBasis;
}

type RankRules = Pick<Agreement['stalled'], 'enoughOutcomes'>;

const FITS: Record<string, number> = { good: 2, unknown: 1 };
const FIT_STEP = 2000;
const BEST = 9999;

/** Whether there are enough outcomes to estimate a chance. */
function hasEnoughOutcomes(outcomes: Outcomes, { enoughOutcomes }: RankRules): boolean {
  const { won, lost } = outcomesUnder(outcomes);
  return won + lost >= enoughOutcomes && Math.min(won, lost) >= ENOUGH_OF_EACH;
}

/** The rank of a lead: by its chance once there are enough outcomes, until then by fit and score. */
export function rankOf(
  { score, traits }: Omit<Candidate, 'lead'>,
  outcomes: Outcomes,
  rules: RankRules,
): Rank {
  if (hasEnoughOutcomes(outcomes, rules)) {
    const chance = chanceOf(traits, outcomes);
    return { rank: Math.round(chance * BEST), ranked: { chance: Math.round(chance * 1000) / 1000 } };
  }
  const rank = (FITS[traits.fit ?? ''] ?? 0) * FIT_STEP + Math.min(score, FIT_STEP - 1);
  return { rank, ranked: { ...outcomesUnder(outcomes), enough: rules.enoughOutcomes } };
}

/** The candidates to offer this week: the highest ranks, as many as the agreement allows. */
export function chooseCandidates(
  candidates: readonly Candidate[],
  outcomes: Outcomes,
  rules: Agreement['stalled'],
): { lead: LeadId; ranked: RankBasis }[] {
  return candidates
    .map((candidate) => ({ candidate, ...rankOf(candidate, outcomes, rules) }))
    .sort((a, b) => b.rank - a.rank || (a.candidate.lead < b.candidate.lead ? -1 : 1))
    .slice(0, rules.aWeek)
    .map(({ candidate, ranked }) => ({ lead: candidate.lead, ranked }));
}

import type { Cut, LedgerEntry, Score } from '../../scoring/score.ts';
import { otherScores } from '../../scoring/scores.ts';
import type { Scoring } from '../../scoring/scoring.ts';
import type { Handover } from '../handover.ts';

/** What a dossier says of the score. */
export interface DossierScore {
  total: number;
  cap: number;
  threshold: number;
  /** What the cap and the floor cut. */
  cut?: Cut;
  unconfirmed: number;
  rules: RulePoints[];
  /** The scores beside the total. */
  others: ReachedScore[];
}

/** A score beside the total, with its points. */
export interface ReachedScore {
  name: string;
  points: number;
  threshold: number;
}

/** The points of one rule in the score. */
interface RulePoints {
  rule: string;
  /** Below 0 when it takes points off. */
  points: number;
  times: number;
  /** How many of these come from forms and browsers that nobody confirmed. */
  unconfirmed: number;
}

/** @param confirmed the score without what nobody confirmed */
export function scorePart({ total, ledger, cut }: Score, confirmed: Score, scoring: Scoring): DossierScore {
  return {
    ...{ total, cap: scoring.cap, threshold: scoring.bands.call },
    ...(cut && { cut }),
    unconfirmed: Math.max(0, total - confirmed.total),
    rules: pointsByRule(ledger, confirmed.ledger),
    others: Object.values(otherScores(ledger, scoring)).map((other) => {
      const { name, threshold } = other;
      return { name, points: other.total, threshold };
    }),
  };
}

/** The scores beside the total that opened a hand-over, as far as the playbook still has them. */
export function reachedIn(
  { scores: reached = {} }: Pick<Handover, 'scores'>,
  { scores = {} }: Scoring,
): ReachedScore[] {
  return Object.entries(scores).flatMap(([key, { name, threshold }]) => {
    const points = reached[key];
    return points === undefined ? [] : [{ name, points, threshold }];
  });
}

function pointsByRule(ledger: readonly LedgerEntry[], confirmed: readonly LedgerEntry[]): RulePoints[] {
  const sums = new Map<string, RulePoints>();
  for (const { rule, points } of ledger) {
    const sum = sums.get(rule) ?? { rule, points: 0, times: 0, unconfirmed: 0 };
    const unconfirmed = sum.unconfirmed + points;
    sums.set(rule, { rule, points: sum.points + points, times: sum.times + 1, unconfirmed });
  }
  for (const { rule, points } of confirmed) {
    const sum = sums.get(rule);
    if (sum) sum.unconfirmed -= points;
  }
  return [...sums.values()].sort((a, b) => b.points - a.points);
}

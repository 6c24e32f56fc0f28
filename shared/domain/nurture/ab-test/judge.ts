import type { AbTest } from './ab-test-rules.ts';
import { chancesToBeHighest, posteriorOf, quantileOf } from './beta.ts';
import type { Measure } from './measures.ts';
import { FIRST } from './variants.ts';

/** How many got a variant, and how many of them did what is measured. */
export interface VariantCount {
  variant: string;
  recipients: number;
  reached: number;
}

/** What is known of a variant: the share lies between `low` and `high` with 95 % certainty, and is the highest with `best`. */
export interface VariantStanding extends VariantCount {
  low: number;
  high: number;
  best: number;
}

/** What the numbers of a test say, and what goes to everybody from now on. */
export interface Verdict {
  chosen: string;
  /** Whether a difference was seen; if not, the first goes on. */
  isSeen: boolean;
  standings: VariantStanding[];
}

/** Of fewer than this in a variant nothing is said: three of three are no proof. */
export const FEWEST = 20;
const OUTSIDE = 0.025;

/**
 * What the counts of a test say. The share of each variant has the Beta posterior of a uniform prior, its interval holds
 * the middle 95 % of it, and a variant is better when it is the highest with the certainty that the test asks for. The
 * same counts always give the same verdict.
 * @param counts the first variant first
 */
export function judge(counts: readonly VariantCount[], { certainty }: Pick<AbTest, 'certainty'>): Verdict {
  const posteriors = counts.map(posteriorOf);
  const chances = chancesToBeHighest(posteriors);
  const standings = counts.map((count, n): VariantStanding => {
    const posterior = posteriors[n] ?? posteriorOf(count);
    const [low, high] = [quantileOf(OUTSIDE, posterior), quantileOf(1 - OUTSIDE, posterior)];
    return { ...count, low: rounded(low), high: rounded(high), best: rounded(chances[n] ?? 0) };
  });
  const [leader] = standings.toSorted((a, b) => b.best - a.best);
  const isEnough = counts.every(({ recipients }) => recipients >= FEWEST);
  const isSeen = leader !== undefined && isEnough && leader.best >= certainty;
  return { chosen: isSeen ? leader.variant : (counts[0]?.variant ?? FIRST), isSeen, standings };
}

/** The share that usually does what is measured, and a difference that is worth a test. */
const USUAL: Record<Measure, { share: number; more: number }> = {
  opened: { share: 0.3, more: 0.05 },
  clicked: { share: 0.05, more: 0.02 },
  'handed-over': { share: 0.02, more: 0.015 },
};
/** Of tests with such a difference, eight in ten see it: the normal deviate of 80 %. */
const POWER = 0.8416;

/**
 * How many have to get each variant, so that a usual difference is seen eight times in ten: the sample size for two
 * proportions, (z₁ + z₂)² (p₁q₁ + p₂q₂) / (p₂ − p₁)² (Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions,
 * 3rd edition, 4.2), with z₁ for the certainty of the test.
 */
export function neededForEach({ measure, certainty }: Pick<AbTest, 'measure' | 'certainty'>): number {
  const { share: p, more } = USUAL[measure];
  const q = p + more;
  return Math.ceil(((normalDeviate(certainty) + POWER) ** 2 * (p * (1 - p) + q * (1 - q))) / more ** 2);
}

/** The difference that `neededForEach` reckons with: from which share to which. */
export function usualDifference(measure: Measure): { from: number; to: number } {
  const { share, more } = USUAL[measure];
  return { from: share, to: rounded(share + more) };
}

/** The normal deviate of a probability above a half, to three digits: Abramowitz and Stegun 26.2.23. */
function normalDeviate(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(1 - probability));
  const above = 2.515517 + 0.802853 * t + 0.010328 * t * t;
  return t - above / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
}

/** To four digits: more is not known, and is not stored. */
function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}

import { nameOf, type Outcomes, outcomesOfTrait, outcomesUnder } from './outcomes.ts';
import { TRAITS, type Traits } from './traits.ts';

/**
 * The chance that a lead becomes a customer, from the outcomes of leads like it; between 0 and 1, exclusive.
 *
 * Naive Bayes: P(won | traits) ∝ P(won) · ∏ P(trait | won), and the same for lost, with Laplace smoothing over the values
 * seen plus one, so that an unseen value is unlikely but not impossible. Unknown traits are left out. Manning, Raghavan and Schütze, Introduction to Information Retrieval (2008),
 * chapter 13; why it ranks well though traits depend on each other: Domingos and Pazzani, Machine Learning 29 (1997).
 */
export function chanceOf(traits: Traits, outcomes: Outcomes): number {
  const all = outcomesUnder(outcomes);
  let logOdds = Math.log(all.won + 1) - Math.log(all.lost + 1);
  for (const trait of TRAITS) {
    const value = traits[trait];
    if (value === undefined) continue;
    const like = outcomesUnder(outcomes, nameOf(trait, value));
    const known = outcomesOfTrait(outcomes, trait);
    const options = known.values + 1;
    logOdds += Math.log((like.won + 1) / (known.won + options));
    logOdds -= Math.log((like.lost + 1) / (known.lost + options));
  }
  return 1 / (1 + Math.exp(-logOdds));
}

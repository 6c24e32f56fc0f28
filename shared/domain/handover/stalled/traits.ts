import { readAmount } from '../../amount.ts';
import { clean } from '../../clean-text.ts';
import type { FitVerdict } from '../../fit/fit.ts';

/** What makes leads alike. Few, so that each outcome says something about each trait. */
export const TRAITS = ['fit', 'score', 'form', 'campaign', 'employees', 'sector'] as const;
export type Trait = (typeof TRAITS)[number];

/** Unknown traits are absent. */
export type Traits = Partial<Record<Trait, string>>;

/** The classes of the European Commission: micro, small, medium and large (recommendation 2003/361/EC). */
const SIZES = [250, 50, 10, 1];
const SCORE_STEP = 20;
/** Fits in the name of a counter, after the name of the trait. */
const LENGTH = 30;

/**
 * The traits of a lead.
 * @param score when sales got it, or its current score if sales has not had it
 * @param values of its profile
 */
export function traitsOf(
  { fit, origin }: { fit: FitVerdict; origin?: { form?: string; campaign?: string } },
  score: number,
  values: Readonly<Record<string, string>>,
): Traits {
  const count = readAmount(values.employees ?? '')?.from;
  const size = count === undefined ? undefined : SIZES.find((from) => count >= from);
  const known: Traits = {
    fit,
    score: String(Math.floor(score / SCORE_STEP) * SCORE_STEP),
    form: short(origin?.form),
    campaign: short(origin?.campaign),
    employees: size === undefined ? '' : String(size),
    sector: short(values.sector).toLowerCase(),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
}

/** A name from outside, without the separator of counter names. */
function short(name = ''): string {
  return clean(name.replaceAll('|', ' '), LENGTH);
}

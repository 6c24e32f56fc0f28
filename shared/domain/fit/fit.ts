import { type Criterion, criteriaOf } from './criteria.ts';
import type { FitRules } from './fit-rules.ts';
import { emailReason } from './mail-reason.ts';
import type { FitReason, FitVerdict } from './reasons.ts';

export type { FitReason, FitVerdict } from './reasons.ts';

export interface Fit {
  verdict: FitVerdict;
  reasons: FitReason[];
  /** The questions to which an answer could still decide, the first first. */
  ask: string[];
}

/**
 * Whether a lead matches the ideal customer profile, and why. One bad sign outweighs all; good takes a good sign of
 * the address and of each criterion that is required.
 */
export function fitOf(email: string, values: Readonly<Record<string, string>>, rules: FitRules): Fit {
  const reasons = [emailReason(email, rules)];
  const ask: string[] = [];
  let isGood = reasons[0]?.says === 'good';
  for (const criterion of criteriaOf(rules)) {
    const says = verdictBy(criterion, values);
    if (criterion.isRequired) isGood &&= says === 'good';
    if (criterion.isRequired && says === undefined) ask.push(criterion.field);
    const reason = reasonOf(criterion, values[criterion.field], says);
    if (reason !== undefined) reasons.push(reason);
  }
  if (reasons.some(({ says }) => says === 'bad')) return { verdict: 'bad', reasons, ask: [] };
  return { verdict: isGood ? 'good' : 'unknown', reasons, ask };
}

/** The fit with what sales said of it, which outweighs all. */
export function withSalesVerdict(fit: Fit, verdict: 'bad' | undefined): Fit {
  if (verdict === undefined) return fit;
  return { verdict, reasons: [{ code: 'sales', says: verdict }, ...fit.reasons], ask: [] };
}

/** Undefined when there is no answer, or none that can be read. */
function verdictBy({ field, judge }: Criterion, values: Readonly<Record<string, string>>) {
  const answer = values[field]?.trim();
  return answer ? judge(answer) : undefined;
}

/** Of what is not required, only what tells something: nobody has to hear all that does not matter. */
function reasonOf(
  { isRequired, reason, unknown }: Criterion,
  value: string | undefined,
  says: FitVerdict | undefined,
): FitReason | undefined {
  if (value === undefined || says === undefined) return isRequired ? unknown : undefined;
  return isRequired || says !== 'unknown' ? reason(value, says) : undefined;
}

import { type Criterion, criteriaOf } from './criteria.ts';
import type { FitRules } from './fit-rules.ts';
import { emailReason } from './mail-reason.ts';
import type { FitReason, FitVerdict } from './reasons.ts';

export type { FitReason, FitVerdict } from './reasons.ts';

export interface Fit {
  verdict: FitVerdict;
  reasons: FitReason[];
  /** The fields whose answer could still decide, in order. */
  ask: string[];
}

/**
 * Whether a lead matches the ideal customer profile, and why. One bad sign outweighs everything; a good fit needs a
 * good sign from the address and from each required criterion.
 */
export function fitOf(email: string, values: Readonly<Record<string, string>>, rules: FitRules): Fit {
  const mail = emailReason(email, rules);
  const reasons = [mail];
  const ask: string[] = [];
  let isGood = mail.says === 'good';
  for (const criterion of criteriaOf(rules)) {
    const says = verdictBy(criterion, values);
    if (criterion.isRequired) isGood &&= says === 'good';
    if (criterion.isRequired && says === undefined) ask.push(criterion.field);
    const reason = reasonOf(criterion, values[criterion.field] ?? '', says);
    if (reason !== undefined) reasons.push(reason);
  }
  if (reasons.some(({ says }) => says === 'bad')) return { verdict: 'bad', reasons, ask: [] };
  return { verdict: isGood ? 'good' : 'unknown', reasons, ask };
}

/** The fit with the verdict of sales, which overrules everything else. */
export function withSalesVerdict(fit: Fit, verdict: 'bad' | undefined): Fit {
  if (verdict === undefined) return fit;
  return { verdict, reasons: [{ code: 'sales', says: verdict }, ...fit.reasons], ask: [] };
}

/** The verdict of an answer; undefined without a readable one. */
function verdictBy({ field, judge }: Criterion, values: Readonly<Record<string, string>>) {
  const answer = values[field]?.trim();
  return answer ? judge(answer) : undefined;
}

/** The reason to show. A criterion that is not required is left out when it says nothing. */
function reasonOf(
  { isRequired, reason, unknown }: Criterion,
  value: string,
  says: FitVerdict | undefined,
): FitReason | undefined {
  if (says === undefined) return isRequired ? unknown : undefined;
  return isRequired || says !== 'unknown' ? reason(value, says) : undefined;
}

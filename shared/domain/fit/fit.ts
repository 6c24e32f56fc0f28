import { domainOf } from '../identity/email.ts';
import { employeeCount } from './employee-count.ts';
import type { FitRules } from './fit-rules.ts';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.ts';

export type Verdict = 'good' | 'bad' | 'unknown';

/** A reason as a code with its value, so that each screen can say it in its own language. */
export type FitReason =
  | { code: 'free-mail' | 'business-mail' | 'excluded-domain'; value: string; says: Verdict }
  | { code: 'employees'; value: string; says: Verdict }
  | { code: 'employees-unknown'; says: 'unknown' }
  /** Sales spoke with it, and said so. */
  | { code: 'sales'; says: 'bad' };

export interface Fit {
  verdict: Verdict;
  reasons: FitReason[];
}

/** Whether a lead matches the ideal customer profile, and why. One bad reason outweighs all; good takes all good. */
export function fitOf(email: string, values: Readonly<Record<string, string>>, rules: FitRules): Fit {
  const reasons = [mailReason(email, rules), employeesReason(values.employees, rules)];
  if (reasons.some((reason) => reason.says === 'bad')) return { verdict: 'bad', reasons };
  const good = reasons.every((reason) => reason.says === 'good');
  return { verdict: good ? 'good' : 'unknown', reasons };
}

/** The fit with what sales said of it, which outweighs all. */
export function judged(fit: Fit, verdict: 'bad' | undefined): Fit {
  if (verdict === undefined) return fit;
  return { verdict, reasons: [{ code: 'sales', says: verdict }, ...fit.reasons] };
}

function mailReason(email: string, rules: FitRules): FitReason {
  const domain = domainOf(email);
  if (rules.excludedDomains.includes(domain)) return { code: 'excluded-domain', value: domain, says: 'bad' };
  if (FREE_MAIL_DOMAINS.has(domain)) return { code: 'free-mail', value: domain, says: rules.freeMail };
  return { code: 'business-mail', value: domain, says: 'good' };
}

function employeesReason(value: string | undefined, rules: FitRules): FitReason {
  const count = employeeCount(value);
  if (value === undefined || count === undefined) return { code: 'employees-unknown', says: 'unknown' };
  const { badBelow, goodFrom, goodTo } = rules.employees;
  if (count < badBelow) return { code: 'employees', value, says: 'bad' };
  return { code: 'employees', value, says: count >= goodFrom && count <= goodTo ? 'good' : 'unknown' };
}

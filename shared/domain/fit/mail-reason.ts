import { domainOf } from '../identity/email.ts';
import type { FitRules } from './fit-rules.ts';
import { isFreeMail } from './free-mail.ts';
import type { FitReason } from './reasons.ts';

/** What the domain of an e-mail address says about the fit. */
export function emailReason(email: string, rules: FitRules): FitReason {
  const { freeMail, excludedDomains, studentDomains = [] } = rules;
  const value = domainOf(email);
  if (isAmong(excludedDomains, value)) return { code: 'excluded-domain', value, says: 'bad' };
  if (isAmong(studentDomains, value)) return { code: 'student-domain', value, says: 'bad' };
  if (isFreeMail(value)) return { code: 'free-mail', value, says: freeMail };
  return { code: 'business-mail', value, says: 'good' };
}

/** An entry includes its subdomains: `acme.nl` matches `mail.acme.nl`. */
function isAmong(domains: readonly string[], domain: string): boolean {
  return domains.some((entry) =>
    entry.endsWith('.*')
      ? domain.startsWith(entry.slice(0, -1))
      : domain === entry || domain.endsWith(`.${entry}`),
  );
}

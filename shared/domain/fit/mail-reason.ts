import { domainOf } from '../identity/email.ts';
import type { FitRules } from './fit-rules.ts';
import { FREE_MAIL_DOMAINS } from './free-mail-domains.ts';
import type { FitReason } from './reasons.ts';

/** What an address says of the fit. */
export function emailReason(email: string, rules: FitRules): FitReason {
  const { freeMail, excludedDomains, studentDomains = [] } = rules;
  const value = domainOf(email);
  if (isAmong(excludedDomains, value)) return { code: 'excluded-domain', value, says: 'bad' };
  if (isAmong(studentDomains, value)) return { code: 'student-domain', value, says: 'bad' };
  if (FREE_MAIL_DOMAINS.has(value)) return { code: 'free-mail', value, says: freeMail };
  return { code: 'business-mail', value, says: 'good' };
}

/** A domain has all below it: of `acme.nl` also `mail.acme.nl`. */
function isAmong(domains: readonly string[], domain: string): boolean {
  return domains.some((entry) =>
    entry.endsWith('.*')
      ? domain.startsWith(entry.slice(0, -1))
      : domain === entry || domain.endsWith(`.${entry}`),
  );
}

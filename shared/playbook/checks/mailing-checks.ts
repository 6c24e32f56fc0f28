import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import type { Finding } from '../mistake.ts';
import type { KnownNames } from './unknown-name.ts';
import { unknownTimeZone } from './value-findings.ts';

/** Rules under which no mail would be sent, or at another time than intended. */
export function mailingFindings({ timeZone, hours: { from, to } }: MailingRules): Finding[] {
  const found = unknownTimeZone(timeZone, ['timeZone']);
  if (to <= from) {
    found.push({
      path: ['hours', 'to'],
      problem: `${to} is not after ${from}, so no mail could be sent`,
      remedy: `make it later than ${from}`,
    });
  }
  return found;
}

/** Issues that repeat a mail. */
export function newsletterFindings(issues: readonly Issue[], names: KnownNames): Finding[] {
  const found = issues.flatMap(({ mail }, index): Finding[] => {
    const path = [index, 'mail'];
    if (!issues.slice(0, index).some((other) => other.mail === mail)) return [];
    return [{ path, problem: `"${mail}" is sent by an issue above`, remedy: 'write a mail for each issue' }];
  });
  if (issues.length > 0 && names.subjects?.includes('newsletter') === false) {
    found.push({
      path: [],
      problem: 'people could not unsubscribe from the newsletter, because mailing.yaml has no such subject',
      remedy: 'add newsletter under subjects in mailing.yaml',
    });
  }
  return found;
}

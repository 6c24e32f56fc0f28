import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import type { Finding } from '../mistake.ts';
import { laterThan } from '../remedies.ts';
import { unknownTimeZone } from './value-findings.ts';

/** Rules under which no mail would be sent, or at another time than intended. */
export function mailingFindings({ timeZone, hours: { from, to } }: MailingRules): Finding[] {
  const found = unknownTimeZone(timeZone, ['timeZone']);
  if (to <= from) {
    found.push({
      path: ['hours', 'to'],
      problem: {
        nl: `${to} is niet na ${from}, dus er kan geen mail uit`,
        en: `${to} is not after ${from}, so no mail could be sent`,
      },
      remedy: laterThan(from),
    });
  }
  return found;
}

import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import type { Finding } from '../mistake.ts';
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

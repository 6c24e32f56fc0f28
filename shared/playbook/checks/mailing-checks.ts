import type { MailingRules } from '../../domain/nurture/mailing-rules.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import type { Finding } from '../mistake.ts';
import { nearest } from '../suggestion.ts';
import type { KnownNames } from './file-checks.ts';
import { unknown } from './sequence-checks.ts';

/** The rules by which no mail would ever go out, or at another time than meant. */
export function mailingFindings({ timeZone, hours: { from, to } }: MailingRules): Finding[] {
  const found: Finding[] = [];
  if (!isTimeZone(timeZone)) {
    const meant = nearest(timeZone, Intl.supportedValuesOf('timeZone'));
    found.push({
      path: ['timeZone'],
      problem: `there is no time zone "${timeZone}"`,
      remedy: meant === undefined ? 'write a place, such as Europe/Amsterdam' : `did you mean "${meant}"?`,
    });
  }
  if (to <= from) {
    found.push({
      path: ['hours', 'to'],
      problem: `${to} is not after ${from}, so no mail could go out`,
      remedy: `make it later than ${from}`,
    });
  }
  return found;
}

/** The issues that name a mail there is not, or repeat one. */
export function newsletterFindings(issues: readonly Issue[], { mails, subjects }: KnownNames): Finding[] {
  const found = issues.flatMap(({ mail }, index): Finding[] => {
    const path = [index, 'mail'];
    if (!issues.slice(0, index).some((other) => other.mail === mail)) {
      return unknown(path, mail, mails, 'mail', 'the folder mails');
    }
    return [{ path, problem: `"${mail}" is sent by an issue above`, remedy: 'write a mail for each issue' }];
  });
  if (issues.length > 0 && !subjects.includes('newsletter')) {
    found.push({
      path: [],
      problem: 'people could not leave the newsletter, because it is no subject in mailing.yaml',
      remedy: 'add newsletter under subjects in mailing.yaml',
    });
  }
  return found;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

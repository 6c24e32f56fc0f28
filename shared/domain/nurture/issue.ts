import type { Decision } from './decide.ts';
import type { NurtureRules } from './plan.ts';
import type { Issue, Sequence } from './sequence.ts';

/** What a playbook has for the newsletter. */
export interface NewsletterRules extends NurtureRules {
  newsletter: readonly Issue[];
}

/** The subject people leave to get no newsletter any more. */
const SUBJECT = 'newsletter';
/** No sequence of a marketer has a colon in its name. */
const PREFIX = 'newsletter:';

/** The name under which an issue is an enrolment; with the day of the issue it is that issue alone. */
export function issueName({ mail }: Pick<Issue, 'mail'>): string {
  return PREFIX + mail;
}

export function isIssue(sequence: string): boolean {
  return sequence.startsWith(PREFIX);
}

/**
 * The rules by which an enrolment goes on. An issue of the newsletter is a sequence of one mail to people in some
 * bands, as long as the playbook has it.
 */
export function rulesFor(sequence: string, rules: NewsletterRules): NurtureRules {
  if (!isIssue(sequence)) return rules;
  const issue = rules.newsletter.find((one) => issueName(one) === sequence);
  return { ...rules, sequences: issue === undefined ? {} : { [sequence]: sequenceOf(issue) } };
}

/** Old news is no news: somebody who cannot have an issue now does not get it weeks later. */
export function withoutWaiting(decision: Decision): Decision {
  if (decision.do !== 'wait') return decision;
  if (decision.why === 'pending') return { do: 'end', why: 'not-confirmed' };
  return decision.why === 'paused' ? { do: 'end', why: 'paused' } : decision;
}

function sequenceOf({ mail, bands }: Issue): Sequence {
  return {
    title: { nl: 'Nieuwsbrief', en: 'Newsletter' },
    subject: SUBJECT,
    start: { form: '' },
    again: 'never',
    paused: false,
    steps: [{ id: mail, mail, after: '0d', kind: 'marketing', when: { bands }, late: 'send' }],
  };
}

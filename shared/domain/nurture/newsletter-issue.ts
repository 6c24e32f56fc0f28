import { type Day, type Instant, plus } from '../time.ts';
import { instantAt } from '../time-zone.ts';
import type { Decision } from './decide.ts';
import type { NurtureRules } from './plan.ts';
import { nextSendingTime, type SendingHours } from './sending-times.ts';
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
export function issueSequenceName({ mail }: Pick<Issue, 'mail'>): string {
  return PREFIX + mail;
}

export function isIssueSequence(sequence: string): boolean {
  return sequence.startsWith(PREFIX);
}

/**
 * The rules by which an enrolment goes on. An issue of the newsletter is a sequence of one mail to people in some
 * bands, as long as the playbook has it.
 */
export function rulesFor(sequence: string, rules: NewsletterRules): NurtureRules {
  if (!isIssueSequence(sequence)) return rules;
  const issue = rules.newsletter.find((one) => issueSequenceName(one) === sequence);
  return { ...rules, sequences: issue === undefined ? {} : { [sequence]: issueSequence(issue) } };
}

/** The clocks that are furthest ahead of UTC, those of Kiritimati, begin a day so much earlier. */
const AHEAD_MS = 14 * 3_600_000;

/** When the day of an issue begins somewhere on earth: the start of everybody's enrolment in it. */
export function issueDayStart({ on }: { on: Day }): Instant {
  return plus(`${on}T00:00:00.000Z`, -AHEAD_MS);
}

/** When a person gets an issue: at the first sending hour of its day where the person is. */
export function issueSendTime({ on }: { on: Day }, hours: SendingHours, timeZone: string): Instant {
  return nextSendingTime(instantAt({ day: on, ms: 0 }, timeZone), hours, timeZone);
}

/** Old news is no news: somebody who cannot have an issue now does not get it weeks later. */
export function endInsteadOfWaiting(decision: Decision): Decision {
  if (decision.do !== 'wait') return decision;
  if (decision.why === 'with-sales') return { do: 'end', why: 'handed-over' };
  if (decision.why === 'pending') return { do: 'end', why: 'not-confirmed' };
  return decision.why === 'paused' ? { do: 'end', why: 'paused' } : decision;
}

function issueSequence({ mail, bands }: Issue): Sequence {
  return {
    title: { nl: 'Nieuwsbrief', en: 'Newsletter' },
    subject: SUBJECT,
    start: { form: '' },
    again: 'never',
    paused: false,
    steps: [{ id: mail, mail, after: '0d', kind: 'marketing', when: { bands }, late: 'send' }],
  };
}

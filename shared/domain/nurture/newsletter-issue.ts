import { type Day, type Instant, plus } from '../time.ts';
import { instantAt } from '../time-zone.ts';
import { type Decision, decide, type Situation } from './decide.ts';
import { nextSendingTime, type SendingHours } from './pace/sending-times.ts';
import type { NurtureRules } from './plan.ts';
import type { Issue, Sequence } from './sequence.ts';

/** The rules of nurture with the issues of the newsletter. */
export interface NewsletterRules extends NurtureRules {
  newsletter: readonly Issue[];
}

/** The subject people unsubscribe from to stop the newsletter. */
const SUBJECT = 'newsletter';
/** The schema allows no colon in the name of a sequence. */
const PREFIX = 'newsletter:';

/** The sequence name of an issue in enrolments; unique together with the day of the issue. */
export function issueSequenceName({ mail }: Pick<Issue, 'mail'>): string {
  return PREFIX + mail;
}

export function isIssueSequence(sequence: string): boolean {
  return sequence.startsWith(PREFIX);
}

/**
 * The rules for an enrolment. An issue of the newsletter is treated as a sequence of one mail to people in some
 * bands, as long as it is in the playbook.
 */
export function rulesFor(sequence: string, rules: NewsletterRules): NurtureRules {
  if (!isIssueSequence(sequence)) return rules;
  const issue = rules.newsletter.find((one) => issueSequenceName(one) === sequence);
  return { ...rules, sequences: issue === undefined ? {} : { [sequence]: issueSequence(issue) } };
}

/** A day starts this much earlier in the time zone furthest ahead of UTC, Kiritimati. */
const AHEAD_MS = 14 * 3_600_000;

/** From its start anywhere, a day is over everywhere on earth after this time. */
const DAY_EVERYWHERE_MS = 50 * 3_600_000;

/** The issues whose day is not over yet. */
export function upcomingIssues<T extends { on: Day }>(newsletter: readonly T[], now: Instant): T[] {
  return newsletter.filter((issue) => plus(issueDayStart(issue), DAY_EVERYWHERE_MS) > now);
}

/** When the day of an issue starts anywhere on earth: the start of everybody's enrolment in it. */
export function issueDayStart({ on }: { on: Day }): Instant {
  return plus(`${on}T00:00:00.000Z`, -AHEAD_MS);
}

/** When a person gets an issue: at the first sending hour of its day in the person's time zone. */
export function issueSendTime({ on }: { on: Day }, hours: SendingHours, timeZone: string): Instant {
  return nextSendingTime(instantAt({ day: on, ms: 0 }, timeZone), hours, timeZone);
}

/** What to do for an enrolment now, in a sequence or in an issue of the newsletter. */
export function decideMail(situation: Situation): Decision {
  const decision = decide(situation);
  return isIssueSequence(situation.enrolment.sequence) ? endInsteadOfWaiting(decision) : decision;
}

/** Ends where a sequence would wait: an issue is not sent weeks later. */
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

import { type Day, dayOf, type Instant, plus, plusDays } from '../time.ts';
import { instantAt } from '../time-zone.ts';
import { conditionsWhenSent, readerStages } from './audience/audience.ts';
import type { Audience } from './audience/audience-rules.ts';
import { type Decision, decide, type Situation } from './decide.ts';
import type { EnrolmentBase } from './enrolment/enrolment.ts';
import { msOfDay, nextSendingTime, type SendingHours } from './pace/sending-times.ts';
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

/** Names one issue: its mail, and its day. */
export type IssueKey = Pick<Issue, 'mail' | 'on'>;

/** The issue that an enrolment is in; undefined in a sequence. */
export function issueKeyOf({
  sequence,
  startedAt,
}: Pick<EnrolmentBase, 'sequence' | 'startedAt'>): IssueKey | undefined {
  if (!isIssueSequence(sequence)) return undefined;
  return { mail: sequence.slice(PREFIX.length), on: plusDays(dayOf(startedAt), 1) };
}

/** The subject that people unsubscribe from to stop it. */
export function subjectOf({ subject }: Pick<Issue, 'subject'>): string {
  return subject ?? SUBJECT;
}

/** Who gets an issue. */
export function audienceOf({ bands, audience }: Pick<Issue, 'bands' | 'audience'>): Audience {
  return { ...audience, ...(bands && { bands }) };
}

/**
 * The rules for an enrolment. An issue of the newsletter is treated as a sequence of one mail to its audience, as long
 * as it is in the playbook.
 */
export function rulesFor(sequence: string, rules: NewsletterRules): NurtureRules {
  if (!isIssueSequence(sequence)) return rules;
  const issue = rules.newsletter.find((one) => issueSequenceName(one) === sequence);
  if (issue === undefined) return { ...rules, sequences: {} };
  const sequences = { [sequence]: issueSequence(issue) };
  return { ...rules, sequences, readers: readerStages(audienceOf(issue)) };
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

/** When a person gets an issue: at its time of day in the person's time zone, or at the first sending hour. */
export function issueSendTime(
  { on, at }: Pick<Issue, 'on' | 'at'>,
  hours: SendingHours,
  timeZone: string,
): Instant {
  const ms = at === undefined ? 0 : msOfDay(at);
  return nextSendingTime(instantAt({ day: on, ms }, timeZone), hours, timeZone);
}

/** What to do for an enrolment now, in a sequence or in an issue of the newsletter, which a colleague may have stopped. */
export function decideMail(situation: Situation): Decision {
  if (situation.isStopped) return { do: 'end', why: 'stopped' };
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

function issueSequence(issue: Issue): Sequence {
  const { mail, subject, test } = issue;
  const when = conditionsWhenSent(audienceOf(issue));
  const step = { id: mail, mail, after: '0d', kind: 'marketing', when, late: 'send' } as const;
  return {
    title:
      subject === undefined
        ? { nl: 'Nieuwsbrief', en: 'Newsletter' }
        : { nl: 'Eenmalige mail', en: 'One-time mail' },
    subject: subjectOf(issue),
    start: { form: '' },
    again: 'never',
    paused: false,
    steps: [{ ...step, ...(test && { test }) }],
  };
}

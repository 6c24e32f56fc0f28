import { deriveLead, type LeadRules } from '../handover/derive-lead.ts';
import type { Lead } from '../identity/lead.ts';
import { consentFor } from '../identity/mail-consent.ts';
import type { Profile } from '../identity/profile.ts';
import { dayOf, type Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import { isInAudience } from './audience/audience.ts';
import type { ActiveEnrolment, Enrolment } from './enrolment/enrolment.ts';
import { applyDecision, claimMail, confirmClaim, startEnrolment } from './enrolment/enrolment-changes.ts';
import { enrolmentScope } from './enrolment/start.ts';
import type { Mailing } from './mailing.ts';
import {
  audienceOf,
  decideMail,
  type IssueKey,
  issueDayStart,
  issueKeyOf,
  issueSendTime,
  issueSequenceName,
  type NewsletterRules,
  rulesFor,
  upcomingIssues,
} from './newsletter-issue.ts';
import { timeZoneOf } from './pace/sending-times.ts';
import { type Plan, planOf } from './plan.ts';
import type { Issue } from './sequence.ts';
import { hasRequestedOffer } from './stop-conditions.ts';

/** The parts of the playbook that decide which mails go out. */
export type AheadRules = LeadRules & NewsletterRules;

/** A person as they stand at the beginning of the time ahead. */
export interface AheadPerson {
  lead: Lead;
  /** When each sequence was started that is among the enrolments. */
  started: Lead['started'];
  profile: Profile | undefined;
  mailing: Mailing;
  enrolments: readonly Enrolment[];
  /** What they did while points count; needed only if conditions or audiences name pages. */
  history?: readonly AnyEvent[] | undefined;
}

export interface TimeAhead {
  from: Instant;
  until: Instant;
  /** Issues whose readers are all enrolled. */
  enrolled: readonly IssueKey[];
  /** Issues that a colleague stopped. */
  stopped: readonly IssueKey[];
}

/** A mail that goes out if nothing else happens. */
export interface MailAhead {
  sequence: string;
  mail: string;
  at: Instant;
}

/** No sequence has so many steps; what goes round in circles ends. */
const MOST_TURNS = 500;

/**
 * The mails that a person gets in the time ahead if they do nothing and nobody does anything with them. Each decision is
 * the one that sending makes when the mail is due; what only sending knows is left out: quotas, brakes, budgets, and which
 * of several mails of one moment is first when the frequency cap lets only some through.
 */
export function mailsAhead(person: AheadPerson, rules: AheadRules, time: TimeAhead): MailAhead[] {
  const ongoing = person.enrolments.flatMap((one) => (one.status === 'active' && !one.held ? [one] : []));
  const active = [...ongoing, ...startsNow(person, rules), ...issuesAhead(person, rules, time)];
  const mails: MailAhead[] = [];
  let { mailing } = person;
  let now = time.from;
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const next = active.reduce<ActiveEnrolment | undefined>((first, one) => earlier(first, one), undefined);
    if (next === undefined || next.due > time.until) break;
    if (next.due > now) now = next.due;
    const { claim: _, ...enrolment } = next;
    const after = turnOf({ ...person, mailing }, enrolment, rules, { ...time, from: now });
    if (after.mail !== undefined) mails.push(after.mail);
    mailing = after.mailing;
    active.splice(active.indexOf(next), 1);
    // What would wait without end is left.
    if (after.enrolment?.status === 'active' && isFurther(after, next)) active.push(after.enrolment);
  }
  return mails;
}

interface Turn {
  enrolment?: Enrolment;
  mailing: Mailing;
  mail?: MailAhead;
}

/** What becomes of an enrolment that is due at a moment. */
function turnOf(
  { lead: known, profile, mailing, history = [] }: AheadPerson,
  enrolment: ActiveEnrolment,
  all: AheadRules,
  { from: now, stopped }: TimeAhead,
): Turn {
  const { sequence, startedAt } = enrolment;
  const rules = rulesFor(sequence, all);
  const lead = leadAt(known, all, now);
  const issue = issueKeyOf(enrolment);
  const isStopped = issue !== undefined && stopped.some((one) => isSameIssue(one, issue));
  const since = history.filter(({ at }) => at >= startedAt);
  const decision = decideMail({ enrolment, lead, profile, mailing, rules, now, isStopped, history: since });
  const plan = planOf(sequence, profile, rules);
  if (decision.do !== 'send') return { enrolment: applyDecision(enrolment, decision, plan), mailing };
  const claimed = claimMail(enrolment, decision, { mail: '', at: now }, plan as Plan);
  const isRequested = decision.step.kind === 'requested';
  return {
    enrolment: isRequested ? confirmClaim(claimed, plan) : claimed,
    mailing: isRequested ? mailing : { ...mailing, recent: [...mailing.recent, now] },
    mail: { sequence, mail: decision.step.mail, at: now },
  };
}

/** The enrolments that sequences begin which the lead has just started. */
function startsNow(
  { lead, started = {}, profile, enrolments }: AheadPerson,
  rules: AheadRules,
): ActiveEnrolment[] {
  return Object.entries(lead.started ?? {}).flatMap(([sequence, startedAt]) => {
    if (started[sequence] === startedAt) return [];
    const plan = planOf(sequence, profile, rules);
    if (plan === undefined || hasRequestedOffer(plan.sequence, profile)) return [];
    const before = enrolments.filter((one) => one.sequence === sequence);
    const scope = enrolmentScope(startedAt, before, plan.sequence);
    const isTaken = before.some((one) => !one.repeats && dayOf(one.startedAt) === dayOf(startedAt));
    if (scope === undefined || isTaken) return [];
    const enrolment = startEnrolment({ lead: lead.id, sequence, startedAt }, plan, scope);
    return enrolment.status === 'active' ? [enrolment] : [];
  });
}

/** The enrolments that issues will begin whose readers are not enrolled yet. */
function issuesAhead(person: AheadPerson, rules: AheadRules, time: TimeAhead): ActiveEnrolment[] {
  return upcomingIssues(rules.newsletter, time.from).flatMap((issue) => {
    const start = issueDayStart(issue);
    const isOver = [...time.enrolled, ...time.stopped].some((one) => isSameIssue(one, issue));
    if (isOver || start > time.until) return [];
    return enrolmentInIssue(person, issue, rules, start > time.from ? start : time.from) ?? [];
  });
}

function enrolmentInIssue(
  { lead: known, profile, history = [], enrolments }: AheadPerson,
  issue: Issue,
  rules: AheadRules,
  now: Instant,
): ActiveEnrolment | undefined {
  const sequence = issueSequenceName(issue);
  const plan = planOf(sequence, profile, rulesFor(sequence, rules));
  const lead = leadAt(known, rules, now);
  if (plan === undefined || profile === undefined) return undefined;
  const consent = consentFor(lead, plan.sequence.subject);
  if (consent !== 'granted' && consent !== 'pending') return undefined;
  const { scoring, mailing } = rules;
  if (!isInAudience(audienceOf(issue), { lead, profile, history, scoring, now })) return undefined;
  const startedAt = issueDayStart(issue);
  const isEnrolled = enrolments.some(
    (one) => one.sequence === sequence && dayOf(one.startedAt) === dayOf(startedAt),
  );
  const sendAt = issueSendTime(issue, mailing.hours, timeZoneOf(profile, mailing));
  const enrolment = startEnrolment({ lead: lead.id, sequence, startedAt }, plan);
  if (isEnrolled || enrolment.status !== 'active') return undefined;
  return { ...enrolment, due: sendAt, planned: sendAt };
}

/** Time alone changes a lead too: its points expire, and a lost one comes back. */
function leadAt(lead: Lead, rules: AheadRules, now: Instant): Lead {
  return lead.due === undefined || lead.due > now
    ? lead
    : deriveLead(lead, [], rules, { now, newToken: () => '' });
}

function isFurther({ enrolment, mail }: Turn, before: ActiveEnrolment): boolean {
  if (mail !== undefined || enrolment?.status !== 'active') return true;
  const steps = ({ sent, skipped }: Enrolment) => Object.keys(sent).length + Object.keys(skipped).length;
  return enrolment.due > before.due || steps(enrolment) > steps(before);
}

function earlier(first: ActiveEnrolment | undefined, one: ActiveEnrolment): ActiveEnrolment {
  if (first === undefined || one.due < first.due) return one;
  return one.due === first.due && one.sequence < first.sequence ? one : first;
}

function isSameIssue(a: IssueKey, b: IssueKey): boolean {
  return a.mail === b.mail && a.on === b.on;
}

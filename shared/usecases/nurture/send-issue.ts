import { LEAD_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { consentFor } from '../../domain/identity/mail-consent.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import { takesPart } from '../../domain/nurture/ab-test/assign-variant.ts';
import { type AudienceFacts, dependsOnPages, isInAudience } from '../../domain/nurture/audience/audience.ts';
import type { Audience } from '../../domain/nurture/audience/audience-rules.ts';
import { mayRun } from '../../domain/nurture/audience/issue-stop.ts';
import type { ActiveEnrolment, EnrolmentKey } from '../../domain/nurture/enrolment/enrolment.ts';
import { reopenStopped, startEnrolment } from '../../domain/nurture/enrolment/enrolment-changes.ts';
import {
  audienceOf,
  type IssueKey,
  issueDayStart,
  issueSendTime,
  issueSequenceName,
  rulesFor,
  upcomingIssues,
} from '../../domain/nurture/newsletter-issue.ts';
import { timeZoneOf } from '../../domain/nurture/pace/sending-times.ts';
import { type Plan, planOf } from '../../domain/nurture/plan.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import { windowStart } from '../../domain/scoring/score.ts';
import { type Instant, plus } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { allLeadsOfShard, getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { getEnrolment, putEnrolment } from '../../store/nurture/enrolments.ts';
import { getIssueStop } from '../../store/nurture/issue-stops.ts';
import type { Table } from '../../store/table.ts';
import { historyOf } from '../../store/tracking/history.ts';
import type { JobProgress } from '../jobs/perform-job.ts';
import { firstDecision, type IssuePart, issuePart } from './ab-test/issue-part.ts';

export interface IssueSystem {
  table: Table;
  now: () => Instant;
  playbook: () => Promise<Playbook>;
}

/** An issue that is being sent, and how far it is in the list of leads. */
export interface IssueRun extends IssueKey {
  /** How often a colleague had let it go on when this run was ordered; left out: never. */
  resumed?: number;
  /** Those who take part in its test are enrolled: the others wait for the decision. */
  isTested?: true;
  shard?: number;
  after?: string;
  /** Who could not be enrolled so far. */
  left?: readonly LeadId[];
}

const PAGE = 100;
const CONCURRENCY = 10;
/** When so many cannot be enrolled it is not they who are broken. */
const MOST_LEFT = 1_000;
const LOOK_AGAIN_MS = 3_600_000;
const SOON_MS = 60_000;

/**
 * Enrols the audience of an issue in it, page by page through the list of all leads, until all are enrolled, time is up or
 * a colleague stops it. That list is in an order that never changes, so nobody is missed who moves meanwhile. The
 * enrolment's key follows from the issue, so repeating a page changes nothing; a run after a stop reopens what ended because
 * of it. With a test of its mail it goes through the list twice: for those who take part, and after the decision for all
 * others. An issue that the playbook no longer has waits until its day is over, as somebody may put it back.
 * @throws NotDone when somebody could not be enrolled: the others are
 */
export async function sendIssue(
  system: IssueSystem,
  run: IssueRun,
  isTimeUp: () => boolean,
): Promise<JobProgress | undefined> {
  const now = system.now();
  const content = contentOf(await system.playbook(), run);
  if (content === undefined && upcomingIssues([run], now).length > 0)
    return { again: plus(now, LOOK_AGAIN_MS), data: run };
  if (content === undefined) return undefined;
  const part = await issuePart(system, content.issue, run.isTested ?? false);
  if (typeof part === 'object') return { again: part.until, data: run };
  let { shard = 0, after = '' } = run;
  const waiting = [...(run.left ?? [])];
  const left: LeadId[] = [];
  while (waiting.length > 0 || (shard < LEAD_SHARDS && left.length < MOST_LEFT)) {
    const so = mayRun(await getIssueStop(system.table, run), run.resumed ?? 0);
    if (so === 'over') return undefined;
    const data = { ...run, shard, after, left: [...left, ...waiting] };
    if (so === 'wait' && upcomingIssues([run], now).length === 0) return undefined;
    if (so === 'wait') return { again: plus(now, SOON_MS), data };
    if (isTimeUp()) return { again: system.now(), data };
    if (waiting.length > 0) {
      left.push(...(await enrolReaders(system, waiting.splice(0, PAGE), { ...content, part })));
      continue;
    }
    const page = await allLeadsOfShard(system.table, { shard, after, limit: PAGE });
    const { bands } = content.audience;
    const readers = page.filter(({ band }) => bands?.includes(band) ?? true).map(({ id }) => id);
    left.push(...(await enrolReaders(system, readers, { ...content, part })));
    after = page.at(-1)?.place ?? '';
    if (page.length < PAGE) [shard, after] = [shard + 1, ''];
  }
  if (part === 'tested' && shard === LEAD_SHARDS) return afterTested(system, run, content);
  if (left.length > 0) throw new NotDone('reader-not-enrolled', { data: { ...run, shard, after, left } });
  return undefined;
}

/** Goes through the list anew once the test may be decided: also for those who take part and could not be enrolled. */
function afterTested(
  { now }: IssueSystem,
  { shard: _, after: __, left: ___, ...run }: IssueRun,
  { issue, playbook }: IssueContent,
): JobProgress {
  return { again: firstDecision(issue, playbook, now()), data: { ...run, isTested: true } };
}

/** What the enrolments of an issue need. */
interface IssueContent {
  issue: Issue;
  audience: Audience;
  name: string;
  plan: Plan;
  playbook: Playbook;
}

/** The same, for those who are enrolled now. */
type PartContent = IssueContent & { part: IssuePart };

/** Undefined if the playbook no longer has the issue on that day. */
function contentOf(playbook: Playbook, { mail, on }: IssueRun): IssueContent | undefined {
  const issue = playbook.newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return undefined;
  const name = issueSequenceName(issue);
  const plan = planOf(name, undefined, rulesFor(name, playbook));
  return plan && { issue, audience: audienceOf(issue), name, plan, playbook };
}

/** @returns those who could not be enrolled */
async function enrolReaders(
  system: IssueSystem,
  readers: readonly LeadId[],
  content: PartContent,
): Promise<LeadId[]> {
  const left: LeadId[] = [];
  for (let start = 0; start < readers.length; start += CONCURRENCY) {
    const batch = readers.slice(start, start + CONCURRENCY);
    const enrolled = await Promise.allSettled(batch.map((lead) => enrolReader(system, lead, content)));
    left.push(...batch.filter((_, n) => enrolled[n]?.status === 'rejected'));
  }
  return left;
}

/** Who gave no permission for it or is not in its audience gets no issue. A lead without a profile has no address, and is skipped. */
async function enrolReader({ table, now }: IssueSystem, lead: LeadId, content: PartContent): Promise<void> {
  const { issue, part, audience, name, plan, playbook } = content;
  const [stored, profile] = await Promise.all([getLead(table, lead), getProfile(table, lead)]);
  if (profile === undefined || stored === undefined || isErased(stored)) return;
  const consent = consentFor(stored, plan.sequence.subject);
  if (consent !== 'granted' && consent !== 'pending') return;
  const recipient = { lead, isTracked: stored.tracking === 'granted' };
  if (part === 'tested' && issue.test && !takesPart(issue.test, recipient)) return;
  const { mailing, scoring } = playbook;
  const facts = { lead: stored, profile, scoring, now: now() };
  if (!(await isReader(table, audience, facts))) return;
  const sendAt = issueSendTime(issue, mailing.hours, timeZoneOf(profile, mailing));
  const start = { lead, sequence: name, startedAt: issueDayStart(issue) };
  const enrolment = startEnrolment(start, plan) as ActiveEnrolment;
  const written = await putEnrolment(table, { ...enrolment, due: sendAt, planned: sendAt });
  if (written === 'conflict') await reopen(table, start, sendAt > now() ? sendAt : now());
}

/** Whether a lead is in the audience. Its events are read only when all else holds. */
export async function isReader(table: Table, audience: Audience, facts: AudienceFacts): Promise<boolean> {
  if (!dependsOnPages(audience)) return isInAudience(audience, facts);
  const { visited: _, notVisited: __, ...others } = audience;
  if (!isInAudience(others, facts)) return false;
  const history = await historyOf(table, facts.lead.id, windowStart(facts.now, facts.scoring));
  return isInAudience(audience, { ...facts, history });
}

/** Lets an enrolment go on that ended because its issue was stopped. */
async function reopen(table: Table, of: EnrolmentKey, due: Instant): Promise<void> {
  const enrolment = await getEnrolment(table, of);
  const reopened = enrolment && reopenStopped(enrolment, due);
  // Who changed it meanwhile reopened it, or it is being sent.
  if (reopened !== undefined) await putEnrolment(table, reopened);
}

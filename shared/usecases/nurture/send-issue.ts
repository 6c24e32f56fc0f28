import { LEAD_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased, type Stage } from '../../domain/identity/lead.ts';
import { consentFor } from '../../domain/identity/mail-consent.ts';
import { NotDone } from '../../domain/jobs/next-try.ts';
import type { ActiveEnrolment } from '../../domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../domain/nurture/enrolment/enrolment-changes.ts';
import {
  issueDayStart,
  issueSendTime,
  issueSequenceName,
  rulesFor,
  upcomingIssues,
} from '../../domain/nurture/newsletter-issue.ts';
import { timeZoneOf } from '../../domain/nurture/pace/sending-times.ts';
import { type Plan, planOf } from '../../domain/nurture/plan.ts';
import type { Issue } from '../../domain/nurture/sequence.ts';
import { type Day, type Instant, plus } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { allLeadsOfShard, getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { putEnrolment } from '../../store/nurture/enrolments.ts';
import type { Table } from '../../store/table.ts';
import type { JobProgress } from '../jobs/perform-job.ts';

export interface IssueSystem {
  table: Table;
  now: () => Instant;
  playbook: () => Promise<Playbook>;
}

/** An issue that is being sent, and how far it is in the list of leads. */
export interface IssueRun extends Pick<Issue, 'mail'> {
  on: Day;
  shard?: number;
  after?: string;
  /** Who could not be enrolled so far. */
  left?: readonly LeadId[];
}

/** The stages in which marketing writes to people. */
const READER_STAGES: readonly Stage[] = ['lead', 'name'];
const PAGE = 100;
const CONCURRENCY = 10;
/** When so many cannot be enrolled it is not they who are broken. */
const MOST_LEFT = 1_000;
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Enrols everybody in an issue's bands in the issue, page by page through the list of all leads, until all are enrolled or
 * time is up. That list is in an order that never changes, so nobody is missed who moves meanwhile. The enrolment's key
 * follows from the issue, so repeating a page changes nothing. An issue that the playbook no longer has waits until its
 * day is over, as somebody may put it back.
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
  let { shard = 0, after = '' } = run;
  const left = await enrolReaders(system.table, run.left ?? [], content);
  while (shard < LEAD_SHARDS && left.length < MOST_LEFT) {
    if (isTimeUp()) return { again: system.now(), data: { ...run, shard, after, left } };
    const page = await allLeadsOfShard(system.table, { shard, after, limit: PAGE });
    const readers = page.filter(({ band }) => content.issue.bands.includes(band)).map(({ id }) => id);
    left.push(...(await enrolReaders(system.table, readers, content)));
    after = page.at(-1)?.place ?? '';
    if (page.length < PAGE) [shard, after] = [shard + 1, ''];
  }
  if (left.length > 0) throw new NotDone('reader-not-enrolled', { data: { ...run, shard, after, left } });
  return undefined;
}

/** What the enrolments of an issue need. */
interface IssueContent {
  issue: Issue;
  name: string;
  plan: Plan;
  playbook: Playbook;
}

/** Undefined if the playbook no longer has the issue on that day. */
function contentOf(playbook: Playbook, { mail, on }: IssueRun): IssueContent | undefined {
  const issue = playbook.newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return undefined;
  const name = issueSequenceName(issue);
  const plan = planOf(name, undefined, rulesFor(name, playbook));
  return plan && { issue, name, plan, playbook };
}

/** @returns those who could not be enrolled */
async function enrolReaders(
  table: Table,
  readers: readonly LeadId[],
  content: IssueContent,
): Promise<LeadId[]> {
  const left: LeadId[] = [];
  for (let start = 0; start < readers.length; start += CONCURRENCY) {
    const batch = readers.slice(start, start + CONCURRENCY);
    const enrolled = await Promise.allSettled(batch.map((lead) => enrolReader(table, lead, content)));
    left.push(...batch.filter((_, n) => enrolled[n]?.status === 'rejected'));
  }
  return left;
}

/** Leads that are with sales or beyond, or gave no permission for the newsletter, get no issue. A lead without a profile has no address, and is skipped. */
async function enrolReader(table: Table, lead: LeadId, { issue, name, plan, playbook }: IssueContent) {
  const [stored, profile] = await Promise.all([getLead(table, lead), getProfile(table, lead)]);
  if (profile === undefined || stored === undefined || isErased(stored)) return;
  if (!READER_STAGES.includes(stored.stage)) return;
  const consent = consentFor(stored, plan.sequence.subject);
  if (consent !== 'granted' && consent !== 'pending') return;
  const { mailing } = playbook;
  const due = issueSendTime(issue, mailing.hours, timeZoneOf(profile, mailing));
  const start = { lead, sequence: name, startedAt: issueDayStart(issue) };
  const enrolment = startEnrolment(start, plan) as ActiveEnrolment;
  await putEnrolment(table, { ...enrolment, due, planned: due });
}

import { STAGE_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Stage } from '../../domain/identity/lead.ts';
import type { ActiveEnrolment } from '../../domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../domain/nurture/enrolment/enrolment-changes.ts';
import {
  issueDayStart,
  issueSendTime,
  issueSequenceName,
  rulesFor,
} from '../../domain/nurture/newsletter-issue.ts';
import { type Plan, planOf } from '../../domain/nurture/plan.ts';
import { timeZoneOf } from '../../domain/nurture/sending-times.ts';
import { bandOf } from '../../domain/scoring/score.ts';
import type { Instant } from '../../domain/time.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { type ListedLead, leadsOfShard } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { putEnrolment } from '../../store/nurture/enrolments.ts';
import { getIssueRun, type IssueKey, type IssueRun, putIssueRun } from '../../store/nurture/issues.ts';
import type { Table } from '../../store/table.ts';

export interface IssueSystem {
  table: Table;
  now: () => Instant;
  playbook: () => Promise<Playbook>;
}

/** The stages in which marketing sends mail. */
const STAGES: readonly Stage[] = ['lead', 'name'];
const PAGE = 100;
const CONCURRENCY = 10;

/**
 * Enrols everybody in an issue's bands in the issue, page by page through the lists of leads, until all are enrolled
 * or time is up: the run stores how far it got. The enrolment's key follows from the issue, so repeating a page
 * changes nothing.
 */
export async function sendIssue(system: IssueSystem, key: IssueKey, isTimeUp: () => boolean): Promise<void> {
  const { table, now } = system;
  let run = await getIssueRun(table, key);
  const content = run && (await contentOf(await system.playbook(), run));
  while (run?.due !== undefined && run.due <= now() && !isTimeUp()) {
    const next = content ? await enrolPage(system, run, content) : { ...run, due: undefined };
    const { due, ...rest } = { ...next, version: run.version + 1 };
    const written = { ...rest, ...(due !== undefined && { due }) };
    if ((await putIssueRun(table, written)) === 'conflict') return;
    run = written;
  }
}

/** What the enrolments of an issue need. */
interface IssueContent {
  name: string;
  bands: readonly string[];
  plan: Plan;
  playbook: Playbook;
}

/** Undefined if the playbook no longer has the issue on that day. */
async function contentOf(playbook: Playbook, { mail, on }: IssueRun): Promise<IssueContent | undefined> {
  const issue = playbook.newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return undefined;
  const name = issueSequenceName(issue);
  const plan = planOf(name, undefined, rulesFor(name, playbook));
  return plan && { name, bands: issue.bands, plan, playbook };
}

/** @returns the run as it goes on; without `due` when everybody is enrolled. */
async function enrolPage({ table }: IssueSystem, run: IssueRun, content: IssueContent) {
  const { stage = STAGES[0] as Stage, shard = 0, after } = run;
  const where = { stage, shard, limit: PAGE, ...(after !== undefined && { after }) };
  const page = await leadsOfShard(table, where);
  const readers = page.filter((lead) => isReader(lead, content));
  for (let start = 0; start < readers.length; start += CONCURRENCY) {
    const batch = readers.slice(start, start + CONCURRENCY);
    await Promise.all(batch.map(({ id }) => enrolReader(table, id, run, content)));
  }
  const last = page.at(-1);
  if (last !== undefined && page.length === PAGE) return { ...run, stage, shard, after: last.place };
  const { after: _, ...rest } = run;
  if (shard + 1 < STAGE_SHARDS) return { ...rest, stage, shard: shard + 1 };
  const following = STAGES[STAGES.indexOf(stage) + 1];
  return following ? { ...rest, stage: following, shard: 0 } : { ...rest, due: undefined };
}

/** A lead without a profile has no address, and is skipped. */
async function enrolReader(table: Table, lead: LeadId, run: IssueRun, content: IssueContent) {
  const { name, plan, playbook } = content;
  const profile = await getProfile(table, lead);
  if (profile === undefined) return;
  const { mailing } = playbook;
  const due = issueSendTime(run, mailing.hours, timeZoneOf(profile, mailing));
  const start = { lead, sequence: name, startedAt: issueDayStart(run) };
  const enrolment = startEnrolment(start, plan) as ActiveEnrolment;
  await putEnrolment(table, { ...enrolment, due, planned: due });
}

/** A lead's place in the list starts with its score. */
function isReader({ place }: ListedLead, { bands, playbook }: IssueContent): boolean {
  return bands.includes(bandOf(Number(place.slice(0, place.indexOf('#'))), playbook.scoring));
}

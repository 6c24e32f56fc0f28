import { STAGE_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Stage } from '../../domain/identity/lead.ts';
import type { ActiveEnrolment } from '../../domain/nurture/enrolment.ts';
import { startEnrolment } from '../../domain/nurture/enrolment-changes.ts';
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
import { getIssueRun, type IssueRun, putIssueRun } from '../../store/nurture/issues.ts';
import type { Table } from '../../store/table.ts';

export interface IssueSystem {
  table: Table;
  now: () => Instant;
  playbook: () => Promise<Playbook>;
}

/** Leads that marketing still writes to. */
const STAGES: readonly Stage[] = ['lead', 'name'];
const PAGE = 100;
const TOGETHER = 10;

/**
 * Gives an issue of the newsletter to everybody in its bands, page by page through the lists of leads, until all
 * have it or time is up: the order remembers how far it got. Each person gets an enrolment of its own, with one
 * mail and by a key that the issue decides: giving it again gives nothing twice.
 * @param key of the item that orders it
 */
export async function sendIssue(system: IssueSystem, key: string, isTimeUp: () => boolean): Promise<void> {
  const { table, now } = system;
  let order = await getIssueRun(table, key);
  const issue = order && (await issueOf(await system.playbook(), order));
  while (order?.due !== undefined && order.due <= now() && !isTimeUp()) {
    const next = issue ? await givePage(system, order, issue) : { ...order, due: undefined };
    const { due, ...rest } = { ...next, version: order.version + 1 };
    const written = { ...rest, ...(due !== undefined && { due }) };
    if ((await putIssueRun(table, written)) === 'conflict') return;
    order = written;
  }
}

interface Giving {
  name: string;
  bands: readonly string[];
  plan: Plan;
  playbook: Playbook;
}

/** What is given; undefined when the playbook no longer has the issue on that day. */
async function issueOf(playbook: Playbook, { mail, on }: IssueRun): Promise<Giving | undefined> {
  const issue = playbook.newsletter.find((one) => one.mail === mail && one.on === on);
  if (issue === undefined) return undefined;
  const name = issueSequenceName(issue);
  const plan = planOf(name, undefined, rulesFor(name, playbook));
  return plan && { name, bands: issue.bands, plan, playbook };
}

/** @returns the order as it goes on; without `due` when everybody has it. */
async function givePage({ table }: IssueSystem, order: IssueRun, giving: Giving) {
  const { stage = STAGES[0] as Stage, shard = 0, after } = order;
  const where = { stage, shard, limit: PAGE, ...(after !== undefined && { after }) };
  const page = await leadsOfShard(table, where);
  const readers = page.filter((lead) => isReader(lead, giving));
  for (let start = 0; start < readers.length; start += TOGETHER) {
    const some = readers.slice(start, start + TOGETHER);
    await Promise.all(some.map(({ id }) => give(table, id, order, giving)));
  }
  const last = page.at(-1);
  if (last !== undefined && page.length === PAGE) return { ...order, stage, shard, after: last.place };
  const { after: _, ...rest } = order;
  if (shard + 1 < STAGE_SHARDS) return { ...rest, stage, shard: shard + 1 };
  const following = STAGES[STAGES.indexOf(stage) + 1];
  return following ? { ...rest, stage: following, shard: 0 } : { ...rest, due: undefined };
}

/** Somebody whose address nobody knows gets nothing. */
async function give(table: Table, lead: LeadId, order: IssueRun, { name, plan, playbook }: Giving) {
  const profile = await getProfile(table, lead);
  if (profile === undefined) return;
  const { mailing } = playbook;
  const due = issueSendTime(order, mailing.hours, timeZoneOf(profile, mailing));
  const enrolment = startEnrolment(
    { lead, sequence: name, startedAt: issueDayStart(order) },
    plan,
  ) as ActiveEnrolment;
  await putEnrolment(table, { ...enrolment, due, planned: due });
}

/** The list is in order of score, which stands in each place. */
function isReader({ place }: ListedLead, { bands, playbook }: Giving): boolean {
  return bands.includes(bandOf(Number(place.slice(0, place.indexOf('#'))), playbook.scoring));
}

import { DUE_SHARDS } from '../../contract/table.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { LEASE_MS, NotDone } from '../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { dueItems, dueShard } from '../../store/due.ts';
import { addToJob, jobEntity } from '../../store/jobs/jobs.ts';
import type { Table } from '../../store/table.ts';

// When many people ask for contact within an hour, sales gets one message each quarter that names them all: somebody who
// sends forms by the hundred can neither bury the others nor use up what sales may be sent.

/** The raised hands that this process told sales of, or gathered. */
export type RecentHands = Instant[];

/** So many in an hour are told one by one. */
const ONE_BY_ONE = 10;
const HOUR_MS = 3_600_000;
const QUARTER_MS = 900_000;
/** What fits one message to Slack. */
const IN_A_MESSAGE = 40;
const MESSAGES = 50;
/** How the key of such a message begins. */
const CROWD = 'crowd-';

/**
 * Whether a raised hand is one of many: this process has told of many within the hour, many are being told or wait, or any
 * process gathers others at this moment. Counts it. Half a read unit, and nothing to write for the few.
 */
export async function isInCrowd(table: Table, recent: RecentHands, now: Instant): Promise<boolean> {
  const old = recent.findIndex((at) => at > plus(now, -HOUR_MS));
  recent.splice(0, old < 0 ? recent.length : old);
  recent.push(now);
  return recent.length > ONE_BY_ONE || (await areMany(table, now));
}

async function areMany(table: Table, now: Instant): Promise<boolean> {
  const shards = Array.from({ length: DUE_SHARDS.notify }, (_, shard) => dueShard('notify', shard));
  const before = plus(now, QUARTER_MS + 1);
  const found = (await Promise.all(shards.map((shard) => dueItems(table, shard, before)))).flat();
  if (found.some((due) => due.tries === 0 && jobEntity.match(due)?.key.startsWith(CROWD))) return true;
  // Only raised hands have no rank.
  const underWay = found.filter(({ at, rank }) => rank === 0 && at <= plus(now, LEASE_MS));
  return underWay.filter((due) => jobEntity.match(due)?.kind === 'notice').length > ONE_BY_ONE;
}

/**
 * Gathers a raised hand with others until the quarter of the hour is over; one that waited for long, for a minute. Doing
 * it again changes nothing.
 * @param name of what is to be told
 * @throws NotDone when more were gathered than sales could read
 */
export async function joinCrowd(
  table: Table,
  { name, trigger }: { name: string; trigger: { lead: LeadId; at: Instant } },
  now: Instant,
): Promise<undefined> {
  const step = now > plus(trigger.at, QUARTER_MS) ? 60_000 : QUARTER_MS;
  const at = new Date((Math.floor(Date.parse(now) / step) + 1) * step).toISOString();
  for (let n = 0; n < MESSAGES; n++) {
    const job = {
      of: 'SALES',
      kind: 'notice',
      key: `${CROWD}${at}-${n}`,
      by: 'notify',
      about: 'crowd',
    } as const;
    const entry = { list: 'crowd', name: `${trigger.lead} ${name}`, value: trigger, most: IN_A_MESSAGE };
    if (await addToJob(table, job, at, entry)) return undefined;
  }
  throw new NotDone('crowd-full', { after: QUARTER_MS });
}

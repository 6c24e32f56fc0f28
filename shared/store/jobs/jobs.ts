import * as z from 'zod/mini';
import { table as contract, DUE_SHARDS, type Sweeper } from '../../contract/table.ts';
import type { JobKindName } from '../../domain/jobs/job-kinds.ts';
import type { Instant } from '../../domain/time.ts';
import { type Change, changeItem } from '../change-item.ts';
import { type Due, deadShard, dueIn, dueItems, dueKeys, dueShard } from '../due.ts';
import { Entity } from '../entity.ts';
import { type Attributes, type FoundItem, queryPage } from '../query.ts';
import type { ReadOptions, Table } from '../table.ts';

const { partitionKey, sortKey } = contract.indexes.byDue;

/** How long a job that is done stays, so that who is told again does not begin anew. Dead letters stay 14 days. */
const KEPT_SECONDS = 30 * 86_400;
/** How many of what was given up are shown of each shard. */
const DEAD_PAGE = 1_000;

/** Names a job. */
export interface JobKey {
  /** The partition that it belongs to, such as its lead's, with which it is erased. */
  of: string;
  kind: JobKindName;
  key: string;
}

/** A job to begin. */
export interface NewJob extends JobKey {
  by: Sweeper;
  /** What it is about, such as a lead: jobs about the same take turns. */
  about: string;
  /** The lower, the sooner somebody needs it; 0 by default. */
  rank?: number;
  data: object;
}

/**
 * A job that is an item of its own. What waits in an item of another kind, such as an enrolment, is due there; the
 * functions below are for both, except where they say otherwise.
 */
export const jobEntity = new Entity({
  kind: 'job',
  key: '{of} / J#{kind}#{key}',
  holds: () => z.object({ data: z.optional(z.custom<object>()) }),
  written: 'once',
  lives: 'while it waits, and 30 days after it was done',
  largest: { bytes: 60_000, why: 'the detail of one domain event' },
});

/**
 * Stores a job. Two write units.
 * @param claimed whether it is tried at once, until `at`
 * @returns where it is; undefined when there is one already, even if it is done
 */
export async function putJob(
  table: Table,
  job: NewJob,
  { at, since, claimed = false }: { at: Instant; since: Instant; claimed?: boolean },
): Promise<Due | undefined> {
  const { by, about, rank = 0, data } = job;
  const trying = claimed && { claimed, tries: 1, dueSince: since };
  const also = { ...dueKeys(by, about, at, nameOf(job)), ...(rank > 0 && { rank }), ...trying };
  const written = await jobEntity.put(table, pick(job), { data }, { also });
  return written === 'written' ? dueIn({ ...jobEntity.keyOf(pick(job)), ...also }) : undefined;
}

/**
 * Adds something to a job that waits for a moment, or begins the job with it. Adding it again changes nothing. Two write
 * units for the first, one for each other.
 * @returns false when the job was tried by now, or has as much as it may
 */
export async function addToJob(
  table: Table,
  job: Omit<NewJob, 'data'>,
  at: Instant,
  { list, name, value, most }: { list: string; name: string; value: object; most: number },
): Promise<boolean> {
  const first = { ...job, data: { [list]: { [name]: value } } };
  if (await putJob(table, first, { at, since: at })) return true;
  const waits = `attribute_exists(${sortKey}) AND attribute_not_exists(dueSince)`;
  const added = await jobEntity.update(table, pick(job), {
    set: '#data.#list.#name = :value',
    onlyIf: `${waits} AND (attribute_exists(#data.#list.#name) OR size(#data.#list) < :most)`,
    names: { '#data': 'data', '#list': list, '#name': name },
    values: { ':value': value, ':most': most },
    isRepeatable: true,
  });
  return added === 'written';
}

const pick = ({ of, kind, key }: JobKey) => ({ of, kind, key });
const nameOf = ({ kind, key }: JobKey) => `J#${kind}#${key}`;

/**
 * Claims a job of its own until a moment, at which another attempt may begin if this one dies. Three write units.
 * @returns the job as it is then; undefined when somebody changed it since it was found
 */
export async function claimJob(
  table: Table,
  due: Due,
  until: Instant,
): Promise<{ due: Due; data: object } | undefined> {
  const trying = { claimed: true, tries: due.tries + 1, dueSince: due.since };
  const item = await move(table, due, { at: until, ...trying }, 'ALL_NEW');
  return item && { due: dueIn(item), data: jobEntity.read(item).data ?? {} };
}

/** Why the last attempt failed, while one is under way in an item of another kind. */
export const BEGUN = 'begun';

/** Counts a try in an item of another kind before it is made. @returns whether it is still where it was found */
export async function beginJob(table: Table, due: Due): Promise<boolean> {
  const trying = { tries: due.tries, dueSince: due.since, failure: BEGUN };
  return (await write(table, due, trying)) !== undefined;
}

/** Puts off what could not be done, and counts the tries. Nothing happens if it changed meanwhile. */
export async function postponeJob(
  table: Table,
  due: Due,
  { isDead = false, ...to }: { at: Instant; failure: string; isDead?: boolean; data?: object },
): Promise<void> {
  const { tries, since, claimed, partition } = due;
  await move(table, due, {
    ...{ ...to, tries, claimed, dueSince: since },
    // What is given up stays, but is not tried again by itself.
    partition: isDead ? deadShard(partition) : partition,
  });
}

/** Lets a job of its own go on at another time, as if it had not been tried yet. */
export async function continueJob(table: Table, due: Due, at: Instant, data: object): Promise<void> {
  await move(table, due, { at, data });
}

/** Marks a job of its own as done. It stays for a month, without its data. Two write units. */
export async function finishJob(table: Table, due: Due, now: Instant): Promise<void> {
  const expiresAt = Math.floor(Date.parse(now) / 1000) + KEPT_SECONDS;
  await write(table, due, { ...NOT_DUE, data: undefined, expiresAt });
}

/** Moves a job of its own that waits for its time to another. One that is due, or is being tried, stays. */
export async function rescheduleJob(table: Table, job: NewJob, at: Instant, now: Instant): Promise<void> {
  const place = dueKeys(job.by, job.about, at, nameOf(job))[sortKey];
  await jobEntity.update(table, pick(job), {
    set: `${sortKey} = :place`,
    onlyIf: `${sortKey} > :now AND ${sortKey} <> :place AND attribute_not_exists(dueSince)`,
    // Places of this very moment sort before it.
    values: { ':place': place, ':now': `${now}~` },
    isRepeatable: true,
  });
}

/** What a job of its own needs and how far it is; undefined when there is no such job. */
export async function jobData(table: Table, job: JobKey, options?: ReadOptions): Promise<object | undefined> {
  return (await jobEntity.get(table, pick(job), options))?.data;
}

/**
 * What was given up before a moment and has a text in its place, longest ago first; a thousand of each shard at most.
 */
export async function deadJobs(table: Table, before: Instant, like = ''): Promise<Due[]> {
  const found = await Promise.all(
    deadPartitions().map((partition) => deadIn(table, partition, before, like)),
  );
  return inOrder(found.flat());
}

/** What was given up before a moment, longest ago first: of each shard the first few. Half a read unit for each shard. */
export async function oldestDeadJobs(table: Table, before: Instant, each: number): Promise<Due[]> {
  const found = await Promise.all(
    deadPartitions().map((partition) => dueItems(table, partition, before, { limit: each })),
  );
  return inOrder(found.flat());
}

/** What was given up, by its keys in the index; undefined when it is not there any more. Half a read unit. */
export async function deadJob(table: Table, partition: string, place: string): Promise<Due | undefined> {
  if (!deadPartitions().includes(partition) || place === '') return undefined;
  const range = { partition, between: [place, place] } as const;
  const [item] = await queryPage(table, range, { index: 'byDue', limit: 1 });
  return item && dueIn(item);
}

function deadPartitions(): string[] {
  return Object.entries(DUE_SHARDS).flatMap(([by, shards]) =>
    Array.from({ length: shards }, (_, shard) => deadShard(dueShard(by as Sweeper, shard))),
  );
}

const inOrder = (dead: Due[]) => dead.sort((a, b) => (a.place < b.place ? -1 : 1));

async function deadIn(table: Table, partition: string, before: Instant, like: string): Promise<Due[]> {
  const meant: Due[] = [];
  for (let after: string | undefined = ''; after !== undefined && meant.length < DEAD_PAGE; ) {
    const page = await dueItems(table, partition, before, { limit: DEAD_PAGE, after });
    meant.push(...page.filter(({ place }) => place.includes(like)));
    after = page[DEAD_PAGE - 1]?.place;
  }
  return meant.slice(0, DEAD_PAGE);
}

/** Makes due again what was given up, as if it had not been tried yet. */
export async function reviveJob(table: Table, dead: Due, now: Instant): Promise<void> {
  const partition = dead.partition.slice(deadShard('').length);
  await move(table, dead, { at: now, partition, claimed: dead.claimed });
}

/** Takes off the list what was given up, for good. */
export async function dropJob(table: Table, dead: Due, now: Instant): Promise<void> {
  if (jobEntity.match(dead)) return finishJob(table, dead, now);
  await move(table, dead, { at: dead.at, partition: `dropped#${dead.partition}` });
}

const NOT_TRIED = { claimed: false, tries: 0, dueSince: undefined, failure: undefined };
const NOT_DUE = { ...NOT_TRIED, [partitionKey]: undefined, [sortKey]: undefined };
const ifStill = ({ place }: Due) => ({ onlyIf: `${sortKey} = :found`, values: { ':found': place } });

/** Moves what is due in the index, with what is known of its tries from then on. */
function move(
  table: Table,
  due: Due,
  { at, partition = due.partition, ...attributes }: Attributes & { at: Instant; partition?: string },
  returned?: 'ALL_NEW',
): Promise<FoundItem | undefined> {
  const keys = { [partitionKey]: partition, [sortKey]: at + due.place.slice(due.at.length) };
  return write(table, due, { ...NOT_TRIED, ...attributes, ...keys }, returned);
}

/** Sets attributes of what is due, or removes them, if it is still where it was found. */
function write(
  table: Table,
  due: Due,
  attributes: Attributes,
  returned?: 'ALL_NEW',
): Promise<FoundItem | undefined> {
  const names = Object.keys(attributes);
  const { set = [], remove = [] } = Object.groupBy(names, (name) => (attributes[name] ? 'set' : 'remove'));
  const { onlyIf, values } = ifStill(due);
  const change: Change = {
    ...{ onlyIf, isRepeatable: true },
    set: set.map((name) => `#${name} = :${name}`).join(', '),
    remove: remove.map((name) => `#${name}`).join(', '),
    names: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    values: { ...values, ...Object.fromEntries(set.map((name) => [`:${name}`, attributes[name]])) },
  };
  return changeItem(table, due, change, returned);
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import { plus } from '../../../shared/domain/time.ts';
import { type Due, dueItems } from '../../../shared/store/due.ts';
import {
  claimJob,
  continueJob,
  deadJobs,
  dropJob,
  finishJob,
  jobData,
  jobEntity,
  type NewJob,
  postponeJob,
  putJob,
  rescheduleJob,
  reviveJob,
} from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { repeatingTable } from '../../usecases/faulty-table.ts';
import { newTable } from '../new-table.ts';
import { allDue, someJob } from './some-job.ts';

const LATER = plus(NOW, 60_000);
const LEASE = plus(NOW, 90_000);

let table: Table;
beforeEach(async () => {
  table = await newTable();
});

const put = (job: NewJob, at = NOW) => putJob(table, job, { at, since: at });
const due = (at = NOW) => allDue(table, 'notify', at);

/** A job that is due now. */
async function waiting(more: Partial<NewJob> = {}): Promise<{ job: NewJob; due: Due }> {
  const job = someJob(more);
  return { job, due: (await put(job)) as Due };
}

async function claimed(more: Partial<NewJob> = {}): Promise<{ job: NewJob; due: Due }> {
  const { job, due } = await waiting(more);
  return { job, due: (await claimJob(table, due, LEASE))?.due as Due };
}

async function raw({ PK, SK }: { PK: string; SK: string }): Promise<string[]> {
  const { Item = {} } = await table.call('GetItem', {
    ...{ TableName: table.name, Key: { PK: { S: PK }, SK: { S: SK } }, ConsistentRead: true },
  });
  return Object.keys(Item).sort();
}

describe('a job', () => {
  it('is due from its moment on, with what it needs', async () => {
    const job = someJob({ rank: 2 });
    await put(job, LATER);
    expect(await due()).toEqual([]);
    expect(await due(LATER)).toMatchObject([
      { at: LATER, id: job.about, tries: 0, since: LATER, claimed: false, rank: 2, failure: '' },
    ]);
    expect(await jobData(table, job)).toEqual(job.data);
  });

  it('stays as it is when it is put again', async () => {
    const { job } = await waiting();
    expect(await put({ ...job, data: { about: 'another' } }, LATER)).toBeUndefined();
    expect(await jobData(table, job)).toEqual(job.data);
    expect(await due()).toHaveLength(1);
  });

  it('of twenty who put it at once has one', async () => {
    const job = someJob();
    const put20 = Array.from({ length: 20 }, (_, n) => put({ ...job, data: { n } }));
    const won = (await Promise.all(put20)).flatMap((one, n) => (one ? [n] : []));
    expect(won).toHaveLength(1);
    expect(await jobData(table, job)).toEqual({ n: won[0] });
  });

  it('is claimed by one of twenty at once', async () => {
    const { due: found } = await waiting();
    const claims = Array.from({ length: 20 }, (_, n) => claimJob(table, found, plus(LEASE, n)));
    const won = (await Promise.all(claims)).filter(Boolean);
    expect(won).toMatchObject([{ due: { tries: 1, claimed: true, since: NOW } }]);
    expect(await due()).toEqual([]);
    expect(await due(LATER)).toEqual([]);
  });

  it('whose claim ran out is claimed by another, who sees that somebody died', async () => {
    const { due: first } = await claimed();
    const [found] = await due(LEASE);
    expect(found).toEqual(first);
    const second = await claimJob(table, found as Due, plus(LEASE, 90_000));
    expect(second?.due).toMatchObject({ tries: 2, since: NOW });
    await finishJob(table, first, LEASE);
    expect(await due(plus(LEASE, 90_000))).toHaveLength(1);
  });

  it('is found again at its next try, with how often it was tried and why', async () => {
    const { job, due: claim } = await claimed();
    await postponeJob(table, { ...claim, claimed: false }, { at: LATER, failure: 'busy', data: { left: 1 } });
    expect(await due(LATER)).toMatchObject([
      { at: LATER, tries: 1, since: NOW, failure: 'busy', claimed: false },
    ]);
    expect(await jobData(table, job)).toEqual({ left: 1 });
  });

  it('keeps what it needs when it is put off without anything new', async () => {
    const { job, due: claim } = await claimed();
    await postponeJob(table, claim, { at: LATER, failure: 'busy' });
    expect(await jobData(table, job)).toEqual(job.data);
  });

  it('goes on with other data as if it had not been tried', async () => {
    const { job, due: claim } = await claimed();
    await continueJob(table, claim, LATER, { page: 2 });
    expect(await due(LATER)).toMatchObject([{ tries: 0, since: LATER, claimed: false, failure: '' }]);
    expect(await jobData(table, job)).toEqual({ page: 2 });
  });

  it('leaves only that it was done, for a month, and is not begun anew meanwhile', async () => {
    const { job, due: claim } = await claimed({ rank: 1 });
    await finishJob(table, claim, NOW);
    expect(await due(plus(LEASE, 9e9))).toEqual([]);
    expect(await raw(jobEntity.keyOf(job))).toEqual(['PK', 'SK', 'expiresAt', 'mark', 'rank']);
    expect(await put(job)).toBeUndefined();
  });
});

describe('a job of which an attempt was overtaken', () => {
  it.each([
    ['postponed', (found: Due) => postponeJob(table, found, { at: LATER, failure: 'busy' })],
    ['given up', (found: Due) => postponeJob(table, found, { at: LATER, failure: 'busy', isDead: true })],
    ['continued', (found: Due) => continueJob(table, found, LATER, {})],
    ['done', (found: Due) => finishJob(table, found, LATER)],
    ['claimed', (found: Due) => claimJob(table, found, LATER)],
    ['revived', (found: Due) => reviveJob(table, found, LATER)],
    ['dropped', (found: Due) => dropJob(table, found, LATER)],
  ])('is not %s', async (_, change) => {
    const { job, due: found } = await waiting();
    await claimJob(table, found, LEASE);
    await change(found);
    expect(await due(LEASE)).toMatchObject([{ at: LEASE, tries: 1, claimed: true }]);
    expect(await jobData(table, job)).toEqual(job.data);
  });
});

describe('a job that was given up', () => {
  async function given(more: Partial<NewJob> = {}): Promise<{ job: NewJob; dead: Due }> {
    const { job, due: claim } = await claimed(more);
    await postponeJob(table, claim, { at: LATER, failure: 'gone', isDead: true, data: { left: 1 } });
    const dead = (await deadJobs(table, plus(LATER, 1))).find(({ PK }) => PK === job.of);
    return { job, dead: dead as Due };
  }

  it('is not due, and is listed with its tries and its last failure', async () => {
    const { dead } = await given();
    expect(await due(plus(LATER, 9e9))).toEqual([]);
    expect(dead).toMatchObject({ at: LATER, tries: 1, since: NOW, failure: 'gone' });
  });

  it('of each function is listed, longest ago first', async () => {
    await given({ by: 'webhooks' });
    await given({ by: 'timers' });
    await given();
    expect(await deadJobs(table, plus(LATER, 1))).toHaveLength(3);
    expect(await deadJobs(table, LATER)).toEqual([]);
  });

  it('is tried again as if it were new, with what was left of it; an attempt that died is not forgotten', async () => {
    const { job, dead } = await given();
    await reviveJob(table, dead, LEASE);
    expect(await due(LEASE)).toMatchObject([{ at: LEASE, tries: 0, since: LEASE, claimed: true }]);
    expect(await jobData(table, job)).toEqual({ left: 1 });
    expect(await deadJobs(table, LEASE)).toEqual([]);
  });

  it('is no longer listed once it is dropped, and goes like what was done', async () => {
    const { job, dead } = await given();
    await dropJob(table, dead, LEASE);
    expect(await deadJobs(table, plus(LEASE, 1))).toEqual([]);
    expect(await raw(jobEntity.keyOf(job))).toEqual(['PK', 'SK', 'expiresAt', 'mark']);
  });
});

describe('a job that is moved to another time', () => {
  it('is due then, and not before', async () => {
    const job = someJob();
    await put(job, LATER);
    await rescheduleJob(table, job, LEASE, NOW);
    expect(await due(LATER)).toEqual([]);
    expect(await due(LEASE)).toHaveLength(1);
    await rescheduleJob(table, job, LATER, NOW);
    expect(await due(LATER)).toHaveLength(1);
  });

  it('stays where it is when it is due, claimed, done, given up or unknown', async () => {
    const far = plus(NOW, 86_400_000);
    const at = async ({ job }: { job: NewJob }) => {
      await rescheduleJob(table, job, far, NOW);
      return (await due(far)).find(({ PK }) => PK === job.of)?.at;
    };
    expect(await at(await waiting())).toBe(NOW);
    expect(await at(await claimed())).toBe(LEASE);
    const done = await claimed();
    await finishJob(table, done.due, NOW);
    expect(await at(done)).toBeUndefined();
    const dead = await waiting();
    await postponeJob(table, dead.due, { at: NOW, failure: 'gone', isDead: true });
    expect(await at(dead)).toBeUndefined();
    expect(await at({ job: someJob() })).toBeUndefined();
  });
});

describe('when the number of shards is raised', () => {
  const before = DUE_SHARDS.notify;
  const raise = (shards: number) => Object.assign(DUE_SHARDS, { notify: shards });
  afterEach(() => void raise(before));

  it('all that waits is found, whatever happens to it meanwhile', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => waiting()));
    const later = someJob();
    await put(later, LATER);
    raise(8);
    expect(await due()).toHaveLength(20);
    for (const { due: found } of all.slice(0, 10)) {
      const claim = await claimJob(table, found, LEASE);
      await postponeJob(table, claim?.due as Due, { at: LATER, failure: 'busy' });
    }
    await rescheduleJob(table, later, LEASE, NOW);
    await Promise.all(Array.from({ length: 20 }, () => waiting()));
    const found = await due(LEASE);
    expect(found).toHaveLength(41);
    expect(new Set(found.map(({ partition }) => partition)).size).toBeGreaterThan(4);
    expect(new Set(found.map(({ PK }) => PK)).size).toBe(41);
  });
});

describe('a page of what is due', () => {
  it('goes on after a place, and leaves nobody out who has the same moment', async () => {
    for (let n = 0; n < 7; n++) await waiting({ of: `L#${n}`, about: 'ann' });
    const found: Due[] = [];
    for (let after = ''; ; after = found.at(-1)?.place ?? '') {
      const page = await dueItems(table, 'notify#0', LATER, { limit: 3, after });
      found.push(...page);
      if (page.length < 3) break;
    }
    expect(new Set(found.map(({ PK }) => PK)).size).toBe(7);
  });
});

describe('somebody whose answer is lost, and who repeats every call', () => {
  it('claims, puts and ends a job like anybody else', async () => {
    table = repeatingTable(table);
    const { job, due: claim } = await claimed();
    expect(claim).toMatchObject({ tries: 1 });
    await postponeJob(table, claim, { at: LATER, failure: 'busy', isDead: true });
    const [dead] = await deadJobs(table, LEASE);
    await reviveJob(table, dead as Due, NOW);
    const [found] = await due();
    const again = await claimJob(table, found as Due, LEASE);
    expect(again?.due).toMatchObject({ tries: 1 });
    await finishJob(table, again?.due as Due, NOW);
    expect(await put(job)).toBeUndefined();
  });
});

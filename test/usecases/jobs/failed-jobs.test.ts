import { beforeEach, describe, expect, it } from 'vitest';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { logPage } from '../../../shared/store/console/log.ts';
import { dueItems, dueShard } from '../../../shared/store/due.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { claimJob, postponeJob, putJob } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { handleFailedJob, listFailedJobs } from '../../../shared/usecases/jobs/failed-jobs.ts';
import { NOW } from '../../domain/builders.ts';
import { someone } from '../../domain/reports/builders.ts';
import { viewers } from '../../functions/console/test-console.ts';
import { allDue, someJob } from '../../store/jobs/some-job.ts';
import { memoryTable } from '../../store/memory-table.ts';

const { admin, marketing, sales } = viewers;
let table: Table;
const system = () => ({ table, now: () => NOW });
beforeEach(async () => {
  table = await memoryTable();
});

async function failed(id: LeadId = someone(1)) {
  const job = someJob({ of: `L#${id}`, about: id });
  const due = await putJob(table, job, { at: NOW, since: NOW });
  const claimed = due && (await claimJob(table, due, plus(NOW, 1)));
  if (!claimed) throw new Error('not claimed');
  await postponeJob(table, claimed.due, { at: NOW, failure: 'slack-404', isDead: true });
  const [first] = await listFailedJobs(system(), admin);
  if (!first) throw new Error('not given up');
  return first;
}

const logged = async () => {
  const { entries } = await logPage(table, { from: '2026', before: '2027' }, { limit: 9 });
  return entries.map(({ kind, about, detail }) => [kind, about, detail]);
};

describe('what failed for good', () => {
  it('says what it is, about whom, and why', async () => {
    expect(await failed()).toMatchObject({
      ...{ kind: 'notice', lead: someone(1), failure: 'slack-404', tries: 1, mustBeDone: false },
    });
    expect(await listFailedJobs(system(), marketing)).toHaveLength(1);
    expect(await listFailedJobs(system(), sales)).toEqual([]);
  });

  it('is due again at once when an admin tries it again, and then no more on the list', async () => {
    const job = await failed();
    expect(await handleFailedJob(system(), admin, job, 'again')).toBe('done');
    expect(await allDue(table, 'notify')).toHaveLength(1);
    expect(await listFailedJobs(system(), admin)).toEqual([]);
    expect(await logged()).toEqual([['job-retried', someone(1), 'notice']]);
  });

  it('is gone when an admin gives it up', async () => {
    const job = await failed();
    expect(await handleFailedJob(system(), admin, job, 'drop')).toBe('done');
    expect(await allDue(table, 'notify')).toEqual([]);
    expect(await listFailedJobs(system(), admin)).toEqual([]);
    expect(await logged()).toEqual([['job-dropped', someone(1), 'notice']]);
  });

  it('is handled once, whoever presses what how often', async () => {
    const job = await failed();
    await handleFailedJob(system(), admin, job, 'drop');
    for (const order of ['again', 'drop'] as const)
      expect(await handleFailedJob(system(), admin, job, order)).toBe('gone');
    expect(await allDue(table, 'notify')).toEqual([]);
    expect(await logged()).toHaveLength(1);
  });

  it('is left alone when the place is not one of what was given up', async () => {
    const job = someJob();
    const due = await putJob(table, job, { at: NOW, since: NOW });
    const place = { partition: due?.partition ?? '', place: due?.place ?? '' };
    expect(await handleFailedJob(system(), admin, place, 'drop')).toBe('gone');
    expect(await allDue(table, 'notify')).toHaveLength(1);
  });

  it('cannot be given up when a person asked to be erased', async () => {
    await putLead(table, { id: someone(2), version: 1, erasedAt: NOW, due: NOW });
    const shards = await Promise.all(
      [0, 1, 2, 3].map((shard) => dueItems(table, dueShard('timers', shard), plus(NOW, 1))),
    );
    const [due] = shards.flat();
    if (due) await postponeJob(table, due, { at: NOW, failure: 'Error', isDead: true });
    const [job] = await listFailedJobs(system(), admin);
    if (!job) throw new Error('not given up');
    expect(job).toMatchObject({ kind: 'erase', mustBeDone: true });
    expect(await handleFailedJob(system(), admin, job, 'drop')).toBe('must-be-done');
    expect(await handleFailedJob(system(), admin, job, 'again')).toBe('done');
  });

  it('is handled by admins only', async () => {
    const job = await failed();
    for (const viewer of [sales, marketing])
      await expect(handleFailedJob(system(), viewer, job, 'again')).rejects.toThrow(NotAllowed);
    expect(await listFailedJobs(system(), admin)).toHaveLength(1);
  });
});

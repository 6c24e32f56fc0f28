import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotDone } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import { deadShard, dueKeys } from '../../../shared/store/due.ts';
import { clearLinkDue, linkEntity, linkVisitor } from '../../../shared/store/identity/links.ts';
import { jobEntity, type NewJob } from '../../../shared/store/jobs/jobs.ts';
import type { Table } from '../../../shared/store/table.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { type Handler, jobsIn } from '../../../shared/usecases/jobs/sweep.ts';
import { LEAD, NOW } from '../../domain/builders.ts';
import { allDue, someJob } from '../../store/jobs/some-job.ts';
import { someVisitor } from '../../store/new-table.ts';
import { countingTable } from '../faulty-table.ts';
import { HOUR, MINUTE, newSweeps, type Sweeps } from './sweeps.ts';

let sweeps: Sweeps;
beforeEach(async () => {
  sweeps = await newSweeps();
});

/** Fills the table with jobs, far faster than one by one. */
async function putMany(table: Table, count: number, more: Partial<NewJob>, isDead = false): Promise<void> {
  const items = Array.from({ length: count }, (_, n) => {
    const job = someJob(more);
    const { duePK = '', ...keys } = dueKeys(
      job.by,
      job.about,
      plus(NOW, n - count),
      `J#${job.kind}#${job.key}`,
    );
    const also = { ...keys, duePK: isDead ? deadShard(duePK) : duePK, rank: job.rank };
    return jobEntity.itemOf(job, { data: job.data }, also);
  });
  for (let from = 0; from < count; from += 25) {
    const batch = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    await table.call('BatchWriteItem', { RequestItems: { [table.name]: batch } });
  }
}

describe('a sweep', () => {
  it('does what is due, and leaves what is not', async () => {
    await sweeps.put(someJob());
    await sweeps.put(someJob(), plus(NOW, 1));
    expect(await sweeps.sweep()).toEqual([{ done: 1, failed: 0 }]);
    expect(await sweeps.sweep()).toEqual([{ done: 0, failed: 0 }]);
    expect(sweeps.tries).toHaveLength(1);
  });

  it('costs one call when nothing is due, whatever waits or was given up', async () => {
    await sweeps.put(someJob(), plus(NOW, 1));
    await putMany(sweeps.table, 25, {}, true);
    const table = countingTable(sweeps.table);
    await sweeps.sweep(undefined, { table });
    expect(table.calls).toBe(1);
  });

  it('does each job once, however many sweeps there are at once', async () => {
    for (let n = 0; n < 30; n++) await sweeps.put(someJob());
    await Promise.all(Array.from({ length: 5 }, () => sweeps.sweep()));
    expect(new Set(sweeps.tries.map(({ key }) => key)).size).toBe(30);
    expect(sweeps.tries).toHaveLength(30);
  });

  it('begins nothing when its time is up', async () => {
    for (let n = 0; n < 30; n++) await sweeps.put(someJob());
    sweeps.perform = async () => {
      sweeps.now = plus(NOW, 40_000);
      return undefined;
    };
    await sweeps.sweep();
    expect(sweeps.tries.length).toBeLessThanOrEqual(10);
  });

  it('reports what nobody handles, leaves it due, and does the rest', async () => {
    const keys = { ...dueKeys('notify', 'X', plus(NOW, -1), 'Y'), PK: 'X#1', SK: 'Y' };
    await sweeps.table.call('PutItem', { TableName: sweeps.table.name, Item: marshall(keys) });
    await sweeps.put(someJob({ kind: 'webhook' }), plus(NOW, -1));
    await sweeps.put(someJob());
    expect(await sweeps.sweep()).toEqual([{ done: 1, failed: 0 }]);
    expect(sweeps.jobs.news).toHaveLength(2);
    expect(sweeps.jobs.news[0]).toMatchObject({ news: 'job-failed', about: { kind: 'unknown' } });
    expect(await allDue(sweeps.table, 'notify')).toHaveLength(2);
  });

  it('goes on when the table refuses one item, and says so in the end', async () => {
    const broken = someJob();
    for (const job of [broken, someJob(), someJob()]) await sweeps.put(job);
    const table: Table = {
      name: sweeps.table.name,
      call: (operation, input) =>
        operation === 'UpdateItem' && JSON.stringify(input).includes(`"${broken.of}"`)
          ? Promise.reject(new Error('ValidationException'))
          : sweeps.table.call(operation, input),
    };
    await expect(sweeps.sweep(undefined, { table })).rejects.toThrow('ValidationException');
    expect(sweeps.tries).toHaveLength(2);
  });
});

describe('a job that never ends', () => {
  it('has failed soon after the time of its sweep is up, and may have been done', async () => {
    await sweeps.put(someJob());
    // 20 milliseconds before the sweep stops waiting for it.
    sweeps.perform = () => {
      sweeps.now = plus(NOW, 51_980);
      return new Promise(() => {});
    };
    expect(await sweeps.sweep()).toEqual([{ done: 0, failed: 1 }]);
    expect(sweeps.jobs.news).toMatchObject([
      { news: 'job-failed', about: { failure: 'took-too-long', tries: 1 } },
    ]);
    sweeps.perform = async () => undefined;
    await sweeps.run(2);
    expect(sweeps.tries.map(({ isRepeat }) => isRepeat)).toEqual([false, true]);
  });

  it('holds up no other kind, however many there are of it', async () => {
    for (let n = 0; n < 50; n++) await sweeps.put(someJob({ kind: 'webhook' }), plus(NOW, -MINUTE));
    for (let n = 0; n < 30; n++) await sweeps.put(someJob());
    sweeps.perform = async () => {
      if (sweeps.tries.length === 30) sweeps.now = plus(NOW, 40_000);
      return undefined;
    };
    const hanging: Handler = {
      ...sweeps.handler('webhook'),
      async run() {
        await expect.poll(() => sweeps.now, { interval: 5 }).not.toBe(NOW);
        return 'failed';
      },
    };
    expect(await sweeps.sweep([hanging, sweeps.handler('notice')])).toMatchObject([{ done: 30 }]);
  });
});

describe('a flood', () => {
  const FLOOD = 10_000;
  const MORE_THAN_A_PAGE = 1_500;
  const urgent = { key: 'urgent', about: 'ann' };

  /** Everything fails but what is urgent, and each try takes a tenth of a second, as when a service does not answer. */
  function failSlowly(): void {
    sweeps.perform = async ({ key }) => {
      if (key === 'urgent') return undefined;
      sweeps.now = plus(sweeps.now, 100);
      throw new NotDone('silent');
    };
  }

  it('of jobs that always fail holds up nothing more urgent of its own kind', async () => {
    await putMany(sweeps.table, FLOOD, { rank: 1 });
    await sweeps.put(someJob(urgent));
    failSlowly();
    await sweeps.sweep();
    expect(sweeps.tries[0]).toMatchObject({ key: 'urgent', at: NOW });
    expect(sweeps.tries.length).toBeLessThan(FLOOD);
  });

  it('of one kind holds up no other kind', async () => {
    await putMany(sweeps.table, MORE_THAN_A_PAGE, { kind: 'webhook' });
    await sweeps.put(someJob(urgent));
    failSlowly();
    await sweeps.sweep([sweeps.handler('webhook'), sweeps.handler('notice')]);
    expect(sweeps.tries.slice(0, 11).map(({ key }) => key)).toContain('urgent');
  });

  it('about one lead holds up no other lead', async () => {
    await putMany(sweeps.table, MORE_THAN_A_PAGE, { about: 'bob' });
    await sweeps.put(someJob(urgent));
    failSlowly();
    await sweeps.sweep();
    expect(sweeps.tries.slice(0, 2).map(({ key }) => key)).toContain('urgent');
  });

  it('of jobs that were given up costs nothing and holds up nothing', async () => {
    await putMany(sweeps.table, FLOOD, {}, true);
    await sweeps.put(someJob(urgent));
    const table = countingTable(sweeps.table);
    await sweeps.sweep(undefined, { table });
    expect(sweeps.tries).toMatchObject([{ key: 'urgent', at: NOW }]);
    // The list, the claim and the end.
    expect(table.calls).toBe(3);
  });

  it('of jobs that were given up hides no other from who looks for that', async () => {
    await putMany(sweeps.table, MORE_THAN_A_PAGE, {}, true);
    await sweeps.put(someJob(urgent));
    sweeps.perform = async () => Promise.reject(new NotDone('gone', { isFinal: true }));
    await sweeps.sweep();
    const system = { table: sweeps.table, now: () => sweeps.now };
    const found = await handleDeadJobs(system, { dead: 'list', like: '#urgent' });
    expect(found).toMatchObject([{ failure: 'gone' }]);
  });
});

describe('what is due in an item of another kind', () => {
  const visitor = someVisitor();
  const handler = (perform: () => Promise<unknown>) => jobsIn(linkEntity, 'link', perform);
  const sweepLinks = (perform: () => Promise<unknown>) =>
    sweeps.sweep([handler(perform)], { by: 'timers', shards: 4 });
  const due = () => allDue(sweeps.table, 'timers', plus(NOW, 1e11));
  const sum = (results: { done: number; failed: number }[]) =>
    results.reduce((all, { done, failed }) => ({ done: all.done + done, failed: all.failed + failed }));
  beforeEach(async () => {
    await linkVisitor(sweeps.table, visitor, LEAD, { at: NOW, due: NOW });
  });

  it('is done when its own write takes it off', async () => {
    expect(sum(await sweepLinks(() => clearLinkDue(sweeps.table, visitor)))).toEqual({ done: 1, failed: 0 });
    expect(await due()).toEqual([]);
  });

  it('stays due as it was when there is no turn for it', async () => {
    expect(sum(await sweepLinks(async () => 'left'))).toEqual({ done: 0, failed: 0 });
    expect(await due()).toMatchObject([{ at: NOW, tries: 0 }]);
  });

  it('is tried at the pauses of its kind, and given up when its patience ends', async () => {
    let tries = 0;
    const fail = async () => {
      tries += 1;
      throw new TypeError('broken template');
    };
    for (let [found] = await due(); found; [found] = await due()) {
      sweeps.now = found.at;
      await sweepLinks(fail);
    }
    // 45 seconds, 5 minutes, 30 minutes, 2 hours, then every 6 hours for a week.
    expect(tries).toBe(1 + 4 + 26);
    expect(sweeps.jobs.news.at(-1)).toMatchObject({
      news: 'job-given-up',
      about: { kind: 'link', tries, since: NOW, failure: 'TypeError' },
    });
    expect(await linkEntity.get(sweeps.table, { visitor })).toMatchObject({ lead: LEAD });
  });

  it('has the whole patience of its kind, however late it is tried for the first time', async () => {
    sweeps.now = plus(NOW, 30 * 24 * HOUR);
    await sweepLinks(async () => Promise.reject(new NotDone('busy')));
    expect(await due()).toMatchObject([{ tries: 1, since: sweeps.now }]);
    expect(sweeps.jobs.news).toMatchObject([{ news: 'job-failed' }]);
  });

  it('forgets how often it failed when it gets on', async () => {
    await sweepLinks(async () => Promise.reject(new NotDone('busy')));
    await linkEntity.remove(sweeps.table, { visitor });
    await linkVisitor(sweeps.table, visitor, LEAD, { at: NOW, due: NOW });
    expect(await due()).toMatchObject([{ tries: 0, since: NOW, failure: '' }]);
  });

  it('that changed during a try that failed stays as it became', async () => {
    await sweepLinks(async () => {
      await clearLinkDue(sweeps.table, visitor);
      throw new NotDone('busy');
    });
    expect(await due()).toEqual([]);
  });
});

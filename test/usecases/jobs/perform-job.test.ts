import { beforeEach, describe, expect, it } from 'vitest';
import { LEASE_MS, NotDone } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import { Refused } from '../../../shared/gateways/refused.ts';
import { deadJobs, jobData } from '../../../shared/store/jobs/jobs.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { NOW } from '../../domain/builders.ts';
import { allDue, someJob } from '../../store/jobs/some-job.ts';
import { HOUR, MINUTE, newSweeps, type Sweeps } from './sweeps.ts';

let sweeps: Sweeps;
beforeEach(async () => {
  sweeps = await newSweeps();
});

const waits = () => allDue(sweeps.table, 'notify', plus(sweeps.now, 1e11));
const fails = (error: Error) => {
  sweeps.perform = async () => {
    throw error;
  };
};

describe('a function that is told of something', () => {
  it('does it at once, and no sweep does it again', async () => {
    expect(await sweeps.tell(someJob())).toBe('done');
    await sweeps.run(3);
    expect(sweeps.tries).toHaveLength(1);
  });

  it('does it once when it is told twice, at once, or days later', async () => {
    const job = someJob();
    await Promise.all([sweeps.tell(job), sweeps.tell(job), sweeps.tell(job)]);
    expect(await sweeps.tell(job)).toBe('busy');
    sweeps.now = plus(NOW, 20 * 24 * HOUR);
    expect(await sweeps.tell(job)).toBe('busy');
    expect(sweeps.tries).toHaveLength(1);
  });

  it('leaves to the sweeps what it could not do', async () => {
    fails(new NotDone('busy'));
    expect(await sweeps.tell(someJob())).toBe('failed');
    sweeps.perform = async () => undefined;
    await sweeps.run(5);
    expect(sweeps.tries.map(({ at, isRepeat }) => ({ at, isRepeat }))).toEqual([
      { at: NOW, isRepeat: false },
      { at: plus(NOW, MINUTE), isRepeat: false },
    ]);
  });
});

describe('an attempt that dies', () => {
  it('is followed by another after its lease, which knows that it is a repeat', async () => {
    sweeps.perform = () => new Promise(() => {});
    void sweeps.tell(someJob());
    await expect.poll(() => sweeps.tries).toHaveLength(1);
    sweeps.perform = async () => undefined;
    sweeps.now = plus(NOW, LEASE_MS - 1);
    await sweeps.sweep();
    expect(sweeps.tries).toHaveLength(1);
    sweeps.now = plus(NOW, LEASE_MS);
    await sweeps.sweep();
    expect(sweeps.tries[1]).toMatchObject({ isRepeat: true });
    expect(await waits()).toEqual([]);
  });

  it('is not forgotten when the next one fails', async () => {
    const job = someJob();
    await sweeps.put(job);
    const late = sweeps.now;
    sweeps.perform = () => new Promise(() => {});
    void sweeps.sweep();
    await expect.poll(() => sweeps.tries).toHaveLength(1);
    sweeps.now = plus(late, LEASE_MS);
    fails(new TypeError('broken'));
    await sweeps.sweep();
    sweeps.perform = async () => undefined;
    await sweeps.run(2);
    expect(sweeps.tries.map(({ isRepeat }) => isRepeat)).toEqual([false, true, true]);
  });

  it('each time is given up after its patience, as interrupted', async () => {
    await sweeps.put(someJob());
    sweeps.perform = () => new Promise(() => {});
    for (const at of [0, 2 * HOUR, 71 * HOUR]) {
      sweeps.now = plus(NOW, at);
      void sweeps.sweep();
      await expect.poll(() => sweeps.tries.at(-1)?.at).toBe(sweeps.now);
    }
    sweeps.now = plus(NOW, 73 * HOUR);
    await sweeps.sweep();
    expect(sweeps.tries).toHaveLength(3);
    expect(await deadJobs(sweeps.table, plus(sweeps.now, 1))).toMatchObject([
      { tries: 3, since: NOW, failure: 'interrupted', claimed: true },
    ]);
  });
});

describe('a job that fails', () => {
  it('says why by a code, never by the message of an error that may quote somebody', async () => {
    const errors = [
      new TypeError('anna@acme.nl'),
      new Refused('MailFromDomainNotVerified', { isPermanent: true }),
    ];
    for (const error of errors) {
      fails(error);
      await sweeps.tell(someJob());
    }
    expect(sweeps.jobs.news.map(({ about }) => about.failure)).toEqual([
      'TypeError',
      'MailFromDomainNotVerified',
    ]);
    expect(JSON.stringify(sweeps.jobs.news)).not.toContain('anna');
  });

  it('goes on with what is left of it', async () => {
    const job = someJob();
    fails(new NotDone('slack Timeout', { data: { told: ['mail'] } }));
    await sweeps.tell(job);
    expect(await jobData(sweeps.table, job)).toEqual({ told: ['mail'] });
  });

  it('is given up at once when no other try can help', async () => {
    fails(new NotDone('status-410', { isFinal: true, data: { left: 1 } }));
    const job = someJob();
    await sweeps.tell(job);
    expect(await waits()).toEqual([]);
    expect(sweeps.jobs.news).toMatchObject([
      { news: 'job-given-up', about: { tries: 1, failure: 'status-410' } },
    ]);
    expect(await jobData(sweeps.table, job)).toEqual({ left: 1 });
  });

  it('always, is tried at the pauses of its kind, and given up when its patience ends', async () => {
    const webhook = sweeps.handler('webhook');
    await sweeps.put(someJob({ kind: 'webhook' }));
    fails(new NotDone('status-500'));
    let [due] = await waits();
    for (; due; [due] = await waits()) {
      sweeps.now = plus(due.at, -1);
      await sweeps.sweep([webhook]);
      sweeps.now = due.at;
      await sweeps.sweep([webhook]);
    }
    const hours = sweeps.tries.map(({ at }) => (Date.parse(at) - Date.parse(NOW)) / HOUR / 1.05);
    expect(hours.map(Math.floor)).toEqual([0, 0, 0, 0, 2, 7, 17, 31, 51, 75]);
    const news = sweeps.jobs.news.map((one) => one.news);
    expect(news).toEqual([...Array(9).fill('job-failed'), 'job-given-up']);
    expect(await deadJobs(sweeps.table, plus(sweeps.now, 1))).toMatchObject([
      { tries: 10, since: NOW, failure: 'status-500' },
    ]);
  });

  it('because it was not its turn waits without a try, however long that takes, and nobody is alarmed', async () => {
    const notice = sweeps.handler('notice');
    await sweeps.put(someJob());
    fails(new NotDone('busy'));
    await sweeps.sweep([notice]);
    sweeps.jobs.news.length = 0;
    fails(new NotDone('quota', { after: 20 * HOUR, isHeld: true }));
    for (let turn = 0; turn < 10; turn++) {
      const [due] = await waits();
      sweeps.now = due?.at ?? '';
      await sweeps.sweep([notice]);
      const [held] = await waits();
      expect(held).toMatchObject({
        tries: 1,
        at: plus(sweeps.now, 21 * HOUR),
        since: plus(sweeps.now, 21 * HOUR),
      });
    }
    expect(sweeps.jobs.news).toEqual([]);
  });

  it('to be marked as done, because the table refuses, is a repeat the next time', async () => {
    await sweeps.put(someJob());
    const refusing = {
      name: sweeps.table.name,
      call: ((operation, input) => {
        if (sweeps.tries.length > 0) throw new Error('ThrottlingException');
        return sweeps.table.call(operation, input);
      }) as typeof sweeps.table.call,
    };
    await expect(sweeps.sweep(undefined, { table: refusing })).rejects.toThrow('ThrottlingException');
    await sweeps.run(3);
    expect(sweeps.tries.map(({ isRepeat }) => isRepeat)).toEqual([false, true]);
  });
});

describe('a job that is done in parts', () => {
  it('goes on with the next part, and counts no try for it', async () => {
    const job = someJob();
    let page = 0;
    sweeps.perform = async () => {
      page += 1;
      return page === 4 ? undefined : { again: sweeps.now, data: { page } };
    };
    await sweeps.put(job);
    for (let part = 1; part < 4; part++) {
      await sweeps.sweep();
      expect(await jobData(sweeps.table, job)).toEqual({ page: part });
      expect(await waits()).toMatchObject([{ tries: 0, claimed: false }]);
    }
    await sweeps.sweep();
    expect(await waits()).toEqual([]);
  });
});

describe('a person who looks at what was given up', () => {
  it('sees it, tries it again, or drops it', async () => {
    fails(new NotDone('gone', { isFinal: true }));
    for (const about of ['ann', 'bob']) await sweeps.tell(someJob({ about }));
    const order = (dead: 'list' | 'again' | 'drop', like?: string) =>
      handleDeadJobs({ table: sweeps.table, now: () => sweeps.now }, { dead, ...(like && { like }) });
    expect(await order('list')).toMatchObject([
      { failure: 'gone', tries: 1, since: NOW },
      { failure: 'gone', tries: 1, since: NOW },
    ]);
    sweeps.perform = async () => undefined;
    sweeps.now = plus(NOW, HOUR);
    expect(await order('again', '#ann#')).toHaveLength(1);
    await order('drop', '#bob#');
    expect(await order('list')).toEqual([]);
    await sweeps.sweep();
    expect(sweeps.tries).toHaveLength(3);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { Viewer } from '../../../shared/domain/console/viewer.ts';
import { NotAllowed } from '../../../shared/domain/console/viewer.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { putJob } from '../../../shared/store/jobs/jobs.ts';
import { getIssueStop } from '../../../shared/store/nurture/issue-stops.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ownJobs, sweep } from '../../../shared/usecases/jobs/sweep.ts';
import { type IssueRun, sendIssue } from '../../../shared/usecases/nurture/send-issue.ts';
import { changeIssue } from '../../../shared/usecases/nurture/stop-issue.ts';
import { countingTable, dyingTable } from '../faulty-table.ts';
import { newSending, type Sending, playbook as small, somebody } from './sending.ts';

const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const issue = { mail: 'news', on: '2026-11-23', bands: ['newsletter' as const] };
const BEGINS = '2026-11-22T10:00:00.000Z';
const SENT = '2026-11-23T08:00:00.000Z';

let sending: Sending;
let playbook: Playbook;
beforeEach(async () => {
  sending = await newSending();
  sending.now = BEGINS;
  playbook = { ...small, newsletter: [issue] };
  const job = { of: 'JOBS', kind: 'issue', key: 'first', by: 'timers', about: 'issue-news' } as const;
  await putJob(sending.table, { ...job, data: issue satisfies IssueRun }, { at: BEGINS, since: BEGINS });
});

const system = (table: Table = sending.table) => ({
  table,
  now: () => sending.now,
  playbook: async () => playbook,
});
const change = (to: 'stop' | 'go-on', table?: Table, key = issue) =>
  changeIssue(system(table), sanne, key, to);
const readers = (count: number) =>
  Promise.all(Array.from({ length: count }, () => somebody(sending.table, { lead: { band: 'newsletter' } })));
const runJobs = async (at: Instant, table?: Table) => {
  sending.now = at;
  for (let shard = 0; shard < 4; shard++) {
    const handler = ownJobs('issue', ({ data }, { isTimeUp }) =>
      sendIssue(system(table), data as IssueRun, isTimeUp),
    );
    await sweep(sending.jobs, { by: 'timers', shard, until: plus(at, 40_000) }, [handler]);
  }
};
const sendAll = (at: Instant, more: object = {}) => {
  sending.now = at;
  return sending.sweepAll({ playbook: async () => playbook, ...more });
};
const got = (people: readonly { email: string }[]) =>
  people.map(({ email }) => sending.counts(email).news ?? 0);
const each = (people: readonly object[], times: number) => people.map(() => times);

describe('an issue that a colleague stops', () => {
  it('before its day begins anywhere goes to nobody, and to all when it goes on', async () => {
    const people = await readers(5);
    sending.now = '2026-11-20T10:00:00.000Z';
    expect(await change('stop')).toBe('done');
    await runJobs(BEGINS);
    await sendAll(SENT);
    expect(got(people)).toEqual(each(people, 0));
    expect(await change('go-on')).toBe('done');
    await runJobs(plus(SENT, 60_000));
    await sendAll(plus(SENT, 60_000));
    expect(got(people)).toEqual(each(people, 1));
  });

  it('while it is going out goes to nobody else, and later only to those who did not get it', async () => {
    const people = await readers(40);
    await runJobs(BEGINS);
    let mails = 0;
    sending.after = async () => {
      if (++mails === 5) await change('stop');
    };
    await sendAll(SENT);
    // Some were with the mail service in the moment that it was stopped.
    const { length } = sending.sent;
    expect(length).toBeLessThan(people.length);
    await sendAll(plus(SENT, 60_000));
    expect(sending.sent).toHaveLength(length);
    const late = await readers(1);
    expect(await change('go-on')).toBe('done');
    await runJobs(plus(SENT, 120_000));
    await sendAll(plus(SENT, 180_000));
    expect(got([...people, ...late])).toEqual(each([...people, ...late], 1));
  });

  it('between the claim of a mail and its sending does not send that mail', async () => {
    const people = await readers(1);
    await runJobs(BEGINS);
    sending.now = SENT;
    const { table } = sending;
    let isClaimed = false;
    const stopsAtClaim: Table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        const { SK, claim } = ('Item' in input && input.Item) || {};
        if (!isClaimed && claim !== undefined && SK?.S?.startsWith('S#')) {
          isClaimed = true;
          await change('stop');
        }
        return output;
      },
    };
    await sendAll(SENT, { table: stopsAtClaim });
    expect(isClaimed).toBe(true);
    expect(got(people)).toEqual([0]);
    await change('go-on');
    await runJobs(plus(SENT, 60_000));
    await sendAll(plus(SENT, 60_000));
    expect(got(people)).toEqual([1]);
  });

  it('twice goes on twice, and still goes to everybody once', async () => {
    const people = await readers(4);
    await runJobs(BEGINS);
    for (const hour of [0, 1, 2]) {
      const at = plus(SENT, hour * 3_600_000);
      sending.now = at;
      let mails = 0;
      sending.after = async () => {
        if (++mails === 1) await change('stop');
      };
      await sendAll(at);
      await change('go-on');
      await runJobs(plus(at, 60_000));
    }
    sending.after = () => {};
    await sendAll(plus(SENT, 4 * 3_600_000));
    expect(got(people)).toEqual(each(people, 1));
  });

  it('is stopped by the first of two, and repeating it changes nothing', async () => {
    expect((await Promise.all([change('stop'), change('stop')])).sort()).toEqual(['done', 'repeated']);
    expect((await Promise.all([change('go-on'), change('go-on')])).sort()).toEqual(['done', 'repeated']);
    expect(await getIssueStop(sending.table, issue)).toMatchObject({
      state: 'going',
      resumed: 1,
      version: 2,
    });
  });

  it('cannot be changed when its day is over, by others, or when there is none', async () => {
    expect(await change('stop', undefined, { ...issue, on: '2026-11-24' })).toBe('unknown');
    sending.now = '2026-11-26T10:00:00.000Z';
    expect(await change('stop')).toBe('over');
    const anna: Viewer = { ...sanne, role: 'sales' };
    await expect(changeIssue(system(), anna, issue, 'stop')).rejects.toThrow(NotAllowed);
  });
});

describe('whichever call the process dies at', () => {
  /** Does something, and dies at each of its calls in turn; then `check` looks. */
  async function dies(
    act: (table: Table) => Promise<unknown>,
    check: () => Promise<void>,
    prepare: () => Promise<void>,
  ) {
    await prepare();
    const counting = countingTable(sending.table);
    await act(counting);
    await check();
    for (let call = 1; call <= counting.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        sending = await newSending();
        sending.now = BEGINS;
        await prepare();
        await act(dyingTable(sending.table, call, when)).catch(() => {});
        await check();
      }
    }
  }

  it('a stop that is pressed again holds', async () => {
    await dies(
      (table) => change('stop', table),
      async () => {
        expect(await change('stop')).toBeOneOf(['done', 'repeated']);
        expect(await getIssueStop(sending.table, issue)).toMatchObject({ state: 'stopped', version: 1 });
      },
      async () => {},
    );
  });

  it('letting it go on, pressed again, reaches everybody once', async () => {
    let people: { email: string }[] = [];
    await dies(
      (table) => change('go-on', table),
      async () => {
        await runJobs(plus(SENT, 60_000));
        await change('go-on');
        for (const minutes of [2, 3, 4]) await runJobs(plus(SENT, minutes * 60_000));
        await sendAll(plus(SENT, 5 * 60_000));
        expect(got(people)).toEqual(each(people, 1));
      },
      async () => {
        people = await readers(2);
        await change('stop');
        sending.now = SENT;
      },
    );
  });

  it('a run after a stop reaches everybody once', async () => {
    let people: { email: string }[] = [];
    const run: IssueRun = { ...issue, resumed: 1 };
    await dies(
      (table) => sendIssue(system(table), run, () => false),
      async () => {
        await sendIssue(system(), run, () => false);
        await sendAll(plus(SENT, 60_000));
        expect(got(people)).toEqual(each(people, 1));
      },
      async () => {
        people = await readers(2);
        await sendIssue(system(), issue, () => false);
        sending.now = SENT;
        await change('stop');
        await sendAll(SENT);
        people.push(...(await readers(1)));
        await change('go-on');
      },
    );
  });
});

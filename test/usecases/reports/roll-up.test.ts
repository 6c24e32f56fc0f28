import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, type Instant, plus, plusDays } from '../../../shared/domain/time.ts';
import { continueJob, jobData } from '../../../shared/store/jobs/jobs.ts';
import { ROLL_UP, type RollUp } from '../../../shared/store/reports/report-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { ownJobs } from '../../../shared/usecases/jobs/sweep.ts';
import { startJobs } from '../../../shared/usecases/playbook/publish-playbook/start-jobs.ts';
import { readFramework } from '../../../shared/usecases/reports/read-framework.ts';
import { readFunnel } from '../../../shared/usecases/reports/read-funnel.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { rollUpSoon } from '../../../shared/usecases/reports/roll-up-soon.ts';
import { handover, reported, someone } from '../../domain/reports/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, dyingTable } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';
import { playbook } from '../playbook.ts';
import { dueOfTimers, sweepTimers } from '../sweep-timers.ts';

/** A Wednesday. */
const BEGIN = '2026-09-02';
const noon = (day: string) => `${day}T12:00:00.000Z`;

let table: Table;
let now: Instant;
const system = () => ({ table, now: () => now });
const isInTime = () => false;
const summed = async () => ((await jobData(table, ROLL_UP)) as RollUp).summed;

beforeEach(async () => {
  table = await memoryTable();
  now = noon(BEGIN);
  await startJobs(system(), playbook);
});

/** Does what is due of the roll-up. */
function runDue(over = table, isTimeUp = isInTime): Promise<unknown> {
  const jobs = jobsOf(over, () => now);
  return sweepTimers(jobs, [ownJobs('roll-up', ({ data }) => rollUp(jobs, data as RollUp, isTimeUp))]);
}

/** What died goes on when its claim has ended, and is not taken for what kills each attempt. */
async function letGoOn(): Promise<void> {
  const all = await dueOfTimers(table, plus(now, 7 * 86_400_000));
  const due = all.find(({ SK }) => SK.startsWith('J#roll-up#'));
  const data = await jobData(table, ROLL_UP);
  if (due?.claimed && data) await continueJob(table, due, now, data);
}

/** One more lead each day, which is handed over on the next. */
async function live(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    const [at, next] = [plus(now, day * 86_400_000), plus(now, (day + 1) * 86_400_000)];
    const before = reported({
      id: someone(day),
      changedAt: at,
      fit: day % 2 ? 'good' : 'unknown',
      stageAt: at,
    });
    await recordReportMetrics(system(), undefined, before);
    if (day + 1 === days) continue;
    const opened = handover({ openedAt: next });
    const after = {
      ...before,
      stage: 'mql',
      stageAt: next,
      changedAt: next,
      version: 2,
      handover: opened,
    } as const;
    await recordReportMetrics(system(), before, after);
  }
}

async function night(): Promise<void> {
  now = `${dayOf(plus(now, 86_400_000))}T00:10:00.000Z`;
  await runDue();
}

async function figures() {
  const period = { from: BEGIN, to: dayOf(now) };
  const { cells } = await readFramework(system());
  const weeks = await readFunnel(system(), { ...period, by: 'week' });
  const campaigns = await readFunnel(system(), { ...period, by: 'campaign' });
  const part = await readFunnel(system(), { from: plusDays(BEGIN, 3), to: plusDays(BEGIN, 15), by: 'form' });
  return {
    all: cells,
    cells: cells.flatMap(({ fit, readiness, leads, stages: { lead, mql } }) =>
      leads === 0 ? [] : [`${fit} ${readiness}: ${lead} + ${mql}`],
    ),
    total: weeks.total,
    weeks: weeks.rows.map(({ of, leads, entered }) => `${of}: ${leads}, ${entered.total}`),
    campaigns: campaigns.rows.map(({ of, leads, entered }) => `${of}: ${leads}, ${entered.total}`),
    part: part.rows.map(({ of, leads, entered }) => `${of}: ${leads}, ${entered.total}`),
  };
}

describe('the totals of twenty days', () => {
  const expected = {
    cells: ['good not-ready: 1 + 9', 'unknown not-ready: 0 + 10'],
    weeks: ['2026-08-31: 5, 4', '2026-09-07: 7, 7', '2026-09-14: 7, 7', '2026-09-21: 1, 1'],
    campaigns: ['spring: 20, 19'],
    part: ['whitepaper: 13, 13'],
  };

  it('are the same before the roll-up and after each night', async () => {
    await live(20);
    now = plus(now, 19 * 86_400_000);
    const counted = await figures();
    expect(counted).toMatchObject(expected);
    expect(counted.total.times['lead>mql']).toEqual({ count: 19, mean: 24, median: 36 });
    const end = now;
    now = noon(BEGIN);
    for (let day = 0; day < 19; day++) {
      await night();
      if (day % 9 !== 5) continue;
      const today = now;
      now = end;
      expect(await figures()).toEqual(counted);
      now = today;
    }
    now = end;
    expect(await figures()).toEqual(counted);
    expect(await summed()).toBe(plusDays(dayOf(end), -2));
  });

  it('are the same after more than a week without a roll-up, and when two run at once', async () => {
    await live(20);
    now = plus(now, 19 * 86_400_000);
    const counted = await figures();
    const two = [0, 1].map(() => rollUp(system(), { summed: plusDays(BEGIN, -1) }, isInTime));
    await Promise.all(two);
    await Promise.all([runDue(), runDue()]);
    expect(await summed()).toBe(plusDays(dayOf(now), -2));
    expect(await figures()).toEqual(counted);
  });

  it.each(['before', 'after'] as const)(
    'are the same wherever the process dies during a roll-up (%s a call)',
    async (when) => {
      await live(4);
      now = plus(now, 3 * 86_400_000);
      const counted = await figures();
      let isDone = false;
      for (let call = 1; !isDone; call++) {
        isDone = await runDue(dyingTable(table, call, when)).then(
          () => true,
          (error) => {
            if (error instanceof Crash) return false;
            throw error;
          },
        );
        if (call % 9 === 0) expect((await readFramework(system())).cells).toMatchObject(counted.all);
        // Until then the attempt that died holds it.
        now = plus(now, 91_000);
        await letGoOn();
      }
      expect(await summed()).toBe(plusDays(BEGIN, 1));
      expect(await figures()).toEqual(counted);
    },
  );
});

describe('the job of the roll-up', () => {
  const due = async () => (await dueOfTimers(table, now)).filter(({ SK }) => SK === 'J#roll-up#days');

  it('is due every night, once', async () => {
    const [first, second] = [1, 2].map((days) => `${plusDays(BEGIN, days)}T00:10:00.000Z`);
    now = plus(first ?? '', -1);
    expect(await due()).toEqual([]);
    now = first ?? '';
    expect(await due()).toMatchObject([{ PK: 'JOBS' }]);
    await runDue();
    expect(await due()).toEqual([]);
    now = second ?? '';
    expect(await due()).toMatchObject([{ at: now, tries: 0 }]);
  });

  it('is due within ten minutes after every thousand changes, and at night again after that', async () => {
    const count = rollUpSoon(table, () => now);
    await count(999);
    now = `${BEGIN}T12:34:00.000Z`;
    await count(1);
    await count(5_000);
    now = `${BEGIN}T12:40:00.000Z`;
    expect(await due()).toMatchObject([{ at: now, tries: 0 }]);
    await runDue();
    now = `${BEGIN}T23:59:00.000Z`;
    expect(await due()).toEqual([]);
  });

  it('is due after fewer changes where many processes store a part', async () => {
    const count = rollUpSoon(table, () => now, 200);
    now = `${BEGIN}T12:34:00.000Z`;
    for (let mails = 0; mails < 199; mails++) await count(1);
    now = `${BEGIN}T12:40:00.000Z`;
    expect(await due()).toEqual([]);
    now = `${BEGIN}T12:34:00.000Z`;
    await count(1);
    now = `${BEGIN}T12:40:00.000Z`;
    expect(await due()).toMatchObject([{ at: now }]);
  });

  it('is left alone by changes while it is due, and when the table refuses', async () => {
    now = `${plusDays(BEGIN, 1)}T00:10:00.000Z`;
    await rollUpSoon(table, () => now)(1_000);
    expect(await due()).toMatchObject([{ at: now }]);
    const refusing: Table = { name: table.name, call: () => Promise.reject(new Error('down')) };
    await expect(rollUpSoon(refusing, () => now)(1_000)).resolves.toBeUndefined();
  });

  it('stays the same when the playbook is published again', async () => {
    for (let n = 0; n < 3; n++) await night();
    const before = await dueOfTimers(table, '2027');
    await startJobs(system(), playbook);
    expect(await dueOfTimers(table, '2027')).toEqual(before);
    expect(await summed()).toBe(plusDays(BEGIN, 1));
  });

  it('continues where it stopped when time was up', async () => {
    now = noon(plusDays(BEGIN, 9));
    let asked = 0;
    await runDue(table, () => ++asked > 6);
    expect(await summed()).toBe(plusDays(BEGIN, 2));
    await runDue();
    expect(await summed()).toBe(plusDays(BEGIN, 7));
  });

  it('sums up everything since once the table works again after a week', async () => {
    await live(7);
    now = noon(plusDays(BEGIN, 1));
    const refusing: Table = {
      name: table.name,
      call: (operation, input) =>
        operation === 'PutItem' ? Promise.reject(new Error('down')) : table.call(operation, input),
    };
    for (let hour = 0; hour < 150; hour += 5) {
      await runDue(refusing);
      now = plus(now, 5 * 3_600_000);
    }
    expect(await summed()).toBe(plusDays(BEGIN, -1));
    now = plus(now, 6.6 * 3_600_000);
    const counted = await figures();
    await runDue();
    expect(await summed()).toBe(plusDays(dayOf(now), -2));
    expect(await figures()).toEqual(counted);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { dayOf, type Instant, plus, plusDays } from '../../../shared/domain/time.ts';
import { dueItems } from '../../../shared/store/due.ts';
import { getReportSchedule } from '../../../shared/store/reports/report-schedule.ts';
import type { Table } from '../../../shared/store/table.ts';
import { scheduleRollUp } from '../../../shared/usecases/playbook/publish-playbook/schedules.ts';
import { readFramework } from '../../../shared/usecases/reports/read-framework.ts';
import { readFunnel } from '../../../shared/usecases/reports/read-funnel.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { handover, reported, someone } from '../../domain/reports/builders.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';

/** A Wednesday. */
const BEGIN = '2026-09-02';
const noon = (day: string) => `${day}T12:00:00.000Z`;

let table: Table;
let now: Instant;
const system = () => ({ table, now: () => now });
const isInTime = () => false;

beforeEach(async () => {
  table = await newSignedTable();
  now = noon(BEGIN);
  await scheduleRollUp(system());
});

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
    await recordReportMetrics(table, undefined, before);
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
    await recordReportMetrics(table, before, after);
  }
}

async function night(over = table): Promise<void> {
  now = `${dayOf(plus(now, 86_400_000))}T00:10:00.000Z`;
  await rollUp({ ...system(), table: over }, isInTime);
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
    expect((await getReportSchedule(table))?.summed).toBe(plusDays(dayOf(end), -2));
  });

  it('are the same after more than a week without a roll-up, and when two run at once', async () => {
    await live(20);
    now = plus(now, 19 * 86_400_000);
    const counted = await figures();
    await Promise.all([rollUp(system(), isInTime), rollUp(system(), isInTime)]);
    await rollUp(system(), isInTime);
    expect((await getReportSchedule(table))?.summed).toBe(plusDays(dayOf(now), -2));
    expect(await figures()).toEqual(counted);
  });

  it('are the same wherever the process dies during a roll-up', async () => {
    await live(9);
    now = plus(now, 8 * 86_400_000);
    const counted = await figures();
    let isDone = false;
    for (let call = 1; !isDone; call++) {
      const dying = crashingTable(table, call, call % 2 ? 'before' : 'after');
      isDone = await rollUp({ ...system(), table: dying }, isInTime).then(
        () => true,
        (error) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      if (call % 5 === 0) expect((await readFramework(system())).cells).toMatchObject(counted.all);
    }
    expect(await figures()).toEqual(counted);
  });
});

describe('the schedule of the roll-up', () => {
  it('is due at night, once, and then the next night', async () => {
    const shards = [0, 1, 2, 3];
    const due = async () =>
      (await Promise.all(shards.map((shard) => dueItems(table, shard, plus(now, 1))))).flat();
    expect(await due()).toEqual([]);
    now = `${plusDays(BEGIN, 1)}T00:10:00.000Z`;
    expect(await due()).toMatchObject([{ PK: 'REPORT', SK: 'ORDER' }]);
    await rollUp(system(), isInTime);
    expect(await due()).toEqual([]);
    expect((await getReportSchedule(table))?.due).toBe(`${plusDays(BEGIN, 2)}T00:10:00.000Z`);
  });

  it('stays the same when the playbook is published again', async () => {
    await night();
    await night();
    await night();
    const before = await getReportSchedule(table);
    await scheduleRollUp(system());
    expect(await getReportSchedule(table)).toEqual(before);
    expect(before?.summed).toBe(plusDays(BEGIN, 1));
  });

  it('continues where it stopped when time was up', async () => {
    now = noon(plusDays(BEGIN, 9));
    let asked = 0;
    await rollUp(system(), () => ++asked > 3);
    expect((await getReportSchedule(table))?.summed).toBe(plusDays(BEGIN, 2));
    await rollUp(system(), isInTime);
    expect((await getReportSchedule(table))?.summed).toBe(plusDays(BEGIN, 7));
  });
});

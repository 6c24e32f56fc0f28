import type { UsageReport } from '../../../infra/local/gateway/usage.ts';
import type { DynamoDb } from '../../../infra/local/services/dynamodb/dynamodb.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { mondayOf } from '../../../shared/domain/reports/period.ts';
import {
  DIMENSIONS,
  type Increment,
  keepLargest,
  mergeTotals,
  OPEN_ENDED,
  type TotalsByName,
  totalsOf,
} from '../../../shared/domain/reports/totals.ts';
import { type Day, dayOf, plusDays } from '../../../shared/domain/time.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import { putSum } from '../../../shared/store/reports/report-sums.ts';
import { ROLL_UP } from '../../../shared/store/reports/report-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { type System, startSystem } from '../../journeys/system.ts';
import { type Measurement, median, rounded } from '../measurement.ts';
import { type Change, lifeOf } from './report-life.ts';

const SIZES = [1_000, 100_000];
/** Today and yesterday; one more in the ten minutes after midnight. */
const OPEN_DAYS = 2;
const NAMES = 40;
const ROUNDS = 7;
const TOGETHER = 16;

/** What the most expensive report costs and how long the slowest takes, with few leads and with many. */
export async function measureReports(): Promise<Measurement[]> {
  const each: Measurement[] = [];
  for (const leads of SIZES) each.push(...(await measureWith(leads)));
  return each;
}

async function measureWith(leads: number): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    const today = dayOf(new Date().toISOString());
    const writes = await fill(tableOf(system), system, leads, today);
    const year = `from=${plusDays(today, -370)}&to=${today}`;
    const paths = [
      'framework',
      'funnel',
      'returns',
      ...['week', 'form', 'campaign', 'playbook'].map((by) => `funnel?by=${by}&${year}`),
    ];
    const asked: { units: number; ms: number; path: string }[] = [];
    for (const path of paths) asked.push({ path, ...(await cost(system, `/api/reports/${path}`)) });
    const dearest = asked.reduce((a, b) => (a.units >= b.units ? a : b));
    const slowest = asked.reduce((a, b) => (a.ms >= b.ms ? a : b));
    const say = ({ path }: { path: string }) => path.replace(/&from.*/, ' of 53 weeks');
    return [
      {
        what: `dearest report with ${leads} leads`,
        value: dearest.units,
        unit: 'read units',
        reach: 50,
        detail: `${say(dearest)}; ${asked.map(({ units }) => units).join(', ')}`,
      },
      {
        what: `slowest report with ${leads} leads`,
        value: rounded(slowest.ms),
        unit: 'ms',
        reach: 300,
        detail: say(slowest),
      },
      {
        what: `counting a change, on a day with ${writes.changes}`,
        value: rounded(writes.units),
        unit: 'write units',
        reach: 2,
      },
    ];
  } finally {
    await system.stop();
  }
}

function tableOf({ twin }: System): Table {
  const service = twin.services.list.find(({ name }) => name === 'dynamodb') as DynamoDb;
  const [name = ''] = service.tables.keys();
  return { name, call: (operation, input) => service.call(operation, input) as Promise<never> };
}

/** A year of leads: closed days and weeks as sums, open days by the hour, and ten minutes change by change. */
async function fill(table: Table, system: System, leads: number, today: Day): Promise<Written> {
  const summed = plusDays(today, -OPEN_DAYS);
  const closed = new Map<Day, Increment[]>();
  const open: Change[] = [];
  for (const change of lifeOf(leads, `${today}T23:00:00.000Z`)) {
    const [before, after] = change;
    const day = dayOf(after.changedAt);
    if (day > summed) open.push(change);
    else append(closed, day, incrementsOfChange(before, after));
  }
  await putSums(table, closed, summed);
  await jobEntity.update(table, ROLL_UP, {
    set: '#data = :data',
    names: { '#data': 'data' },
    values: { ':data': { summed } },
  });

  const counted = open.filter((change) => incrementsOfChange(...change).length > 0);
  await system.local('/usage', { method: 'DELETE' });
  await inParallel(counted, ([before, after]) =>
    recordReportMetrics({ table, now: () => after.changedAt }, before, after),
  );
  const { units } = await system.local<UsageReport>('/usage');
  const now = () => `${today}T22:50:00.000Z`;
  await rollUp({ table, now }, { summed }, () => false);
  const write = Object.values(units).reduce((sum, part) => sum + part.write, 0);
  return { changes: Math.round(counted.length / OPEN_DAYS), units: write / Math.max(1, counted.length) };
}

interface Written {
  /** A day. */
  changes: number;
  /** Of writing, for each of them. */
  units: number;
}

async function putSums(
  table: Table,
  closed: ReadonlyMap<Day, readonly Increment[]>,
  summed: Day,
): Promise<void> {
  let cells: TotalsByName = {};
  const weeks = new Map<Day, Increment[]>();
  const sums: (() => Promise<void>)[] = [];
  for (const [day, counts] of [...closed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const figures = totalsOf(counts);
    cells = mergeTotals([cells, figures.cell]);
    const monday = mondayOf(day);
    append(weeks, monday, counts);
    for (const kind of DIMENSIONS) {
      const tallies = kind === 'cell' ? cells : inBounds(kind, figures[kind]);
      sums.push(() => putSum(table, { span: 'day', dimension: kind, from: day, totals: tallies }));
    }
  }
  for (const [from, counts] of weeks) {
    if (plusDays(from, 6) > summed) continue;
    const figures = totalsOf(counts);
    for (const kind of DIMENSIONS) {
      if (kind === 'cell') continue;
      sums.push(() =>
        putSum(table, { span: 'week', dimension: kind, from, totals: inBounds(kind, figures[kind]) }),
      );
    }
  }
  await inParallel(sums, (put) => put());
}

function append(to: Map<Day, Increment[]>, day: Day, counts: readonly Increment[]): void {
  const all = to.get(day) ?? [];
  for (const count of counts) all.push(count);
  to.set(day, all);
}

function inBounds(kind: Increment['dimension'], tallies: TotalsByName): TotalsByName {
  return OPEN_ENDED.includes(kind) ? keepLargest(tallies, NAMES) : tallies;
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
}

async function cost(system: System, path: string): Promise<{ units: number; ms: number }> {
  await system.api(path);
  await system.local('/usage', { method: 'DELETE' });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    await system.api(path);
    times.push(performance.now() - start);
  }
  const { units } = await system.local<UsageReport>('/usage');
  const read = Object.values(units).reduce((sum, part) => sum + part.read, 0);
  return { units: rounded(read / ROUNDS), ms: median(times) };
}

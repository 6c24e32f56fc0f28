import { applyChanges, emptyDirectory } from '../../../shared/domain/identity/directory/directory.ts';
import { rowOf } from '../../../shared/domain/identity/directory/row.ts';
import { type Day, dayOf, plusDays } from '../../../shared/domain/time.ts';
import { jobEntity } from '../../../shared/store/jobs/jobs.ts';
import { ROLL_UP } from '../../../shared/store/reports/report-totals.ts';
import { readLeadsBehind } from '../../../shared/usecases/reports/read-leads-behind.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { rollUp } from '../../../shared/usecases/reports/roll-up.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { metered } from '../../usecases/metered-table.ts';
import { type Measurement, rounded } from '../measurement.ts';
import { lifeOf } from './report-life.ts';

const LEADS = 10_000;
const NOW = '2026-11-30T12:00:00.000Z';
const DAYS = 84;

/** What it costs to find the leads behind a number of twelve weeks, of a company with 10,000 leads a year. In process. */
export async function measureLeadsBehind(): Promise<Measurement[]> {
  const table = metered(await memoryTable());
  const system = { table, now: () => NOW };
  const today = dayOf(NOW);
  const period = { from: plusDays(today, 1 - DAYS), to: today };
  const directory = emptyDirectory();
  for (const [before, after] of lifeOf(LEADS, NOW)) {
    applyChanges(directory, [rowOf(after)]);
    if (after.changedAt < period.from || after.changedAt > NOW) continue;
    await recordReportMetrics({ table, now: () => after.changedAt }, before, after);
  }
  const { data } = await rollUp(system, { summed: plusDays(period.from, -1) as Day }, () => false);
  const change = { set: '#data = :data', names: { '#data': 'data' }, values: { ':data': data } };
  await jobEntity.update(table, ROLL_UP, change);
  const cost = async (counted: string) => {
    table.read = 0;
    const begin = performance.now();
    const { ids } = await readLeadsBehind(system, { counted, period }, directory.rows.values());
    return { units: table.read, detail: `${ids.size} leads, ${rounded(performance.now() - begin)} ms` };
  };
  const [rare, common] = [await cost('funnel.won'), await cost('funnel.leads')];
  const of = `of 12 weeks, ${LEADS} leads a year`;
  return [
    {
      what: `leads behind a rare number ${of}`,
      value: rare.units,
      unit: 'read units',
      reach: 300,
      detail: rare.detail,
    },
    {
      what: `leads behind a common number ${of}`,
      value: common.units,
      unit: 'read units',
      reach: 450,
      detail: common.detail,
    },
  ];
}

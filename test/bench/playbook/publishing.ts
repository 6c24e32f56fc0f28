import { performance } from 'node:perf_hooks';
import { type System, startSystem } from '../../journeys/system.ts';
import { playbook } from '../../usecases/playbook.ts';
import { RescoredLeads } from '../../usecases/scoring/rescored-leads.ts';
import { type Measurement, median, rounded } from '../measurement.ts';

const ROUNDS = 7;
const LEADS = 400;

/** What whoever changes the playbook waits for, over HTTP on the twin, and how fast its leads are scored again. */
export async function measurePublishing(): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    const { files } = await system.api<{ files: Record<string, string> }>('/api/playbook');
    const scoring = files['scoring.yaml'] ?? '';
    const change = (n: number) => scoring.replace(/windowDays: \d+/, `windowDays: ${60 + n}`);
    const check = await milliseconds(system, '/api/playbook/check', (n) => ({
      ...{ file: 'scoring.yaml', text: change(n) },
    }));
    const publish = await milliseconds(system, '/api/playbook/publish', (n) => ({
      ...{ note: `Bench ${n}`, files: { ...files, 'scoring.yaml': change(n) } },
    }));
    return [
      row('check of a draft while typing', check, 'milliseconds', 300),
      row('publishing', publish / 1_000, 'seconds', 5),
      await rescoring(),
    ];
  } finally {
    await system.stop();
  }
}

function row(what: string, value: number, unit: string, reach: number): Measurement {
  return { what, value: rounded(value), unit, reach };
}

/** The median time of an answer, after one that warms everything up. */
async function milliseconds(system: System, path: string, bodyOf: (n: number) => object): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n <= ROUNDS; n++) {
    const start = performance.now();
    await system.api(path, { method: 'POST', body: JSON.stringify(bodyOf(n)) });
    times.push(performance.now() - start);
  }
  return median(times.slice(1));
}

/** Leads that one process scores again after a new playbook; the table of the tests is in the same process. */
async function rescoring(): Promise<Measurement> {
  const all = await RescoredLeads.begin(LEADS);
  await all.publish({ scoring: { ...playbook.scoring, cap: 90 } });
  const start = process.cpuUsage();
  await all.runDue();
  const { user, system } = process.cpuUsage(start);
  const perSecond = LEADS / ((user + system) / 1e6);
  const what = 'leads scored again after publishing';
  return {
    what,
    value: rounded(perSecond),
    unit: 'a second of processor time, with the table',
    reach: 100,
    atLeast: true,
  };
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { measureAnswers } from './answers.ts';
import { measureColdLoads } from './cold.ts';
import { measureConsole } from './console.ts';
import { measureDirectory } from './directory.ts';
import { measureEmptyRuns } from './empty-run.ts';
import { measureMailUnits } from './mail-units.ts';
import { isReached, type Measurement } from './measurement.ts';
import { measureNoticeUnits } from './notice-units.ts';
import { measureMails } from './nurture.ts';
import { measurePlaybook } from './playbook/playbook.ts';
import { measurePublishing } from './playbook/publishing.ts';
import { measureTryOut } from './playbook/try-out.ts';
import { measureLeadsBehind } from './reports/leads-behind.ts';
import { measureReports } from './reports/reports.ts';
import { measureScoreSpeed } from './score-speed.ts';
import { measureSearch } from './search.ts';
import { measureUnits } from './units.ts';
import { measureWarmTrack } from './warm.ts';

type Measured = Measurement | Measurement[];

// Outside the repository, whose package.json would make ES modules of the bundles.
const build = async () => (await bundle(mkdtempSync(join(tmpdir(), 'bench-')))).folder;
const parts: Record<string, () => Measured | Promise<Measured>> = {
  cold: async () => measureColdLoads(await build()),
  warm: async () => measureWarmTrack(await build()),
  score: measureScoreSpeed,
  mails: measureMails,
  'mail-units': measureMailUnits,
  notices: measureNoticeUnits,
  empty: measureEmptyRuns,
  playbook: measurePlaybook,
  publishing: measurePublishing,
  units: measureUnits,
  reports: measureReports,
  'leads-behind': measureLeadsBehind,
  answers: measureAnswers,
  search: measureSearch,
  directory: measureDirectory,
  'try-out': measureTryOut,
  console: measureConsole,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`No such part: ${unknown}. There are ${Object.keys(parts).join(', ')}`);

const measurements: Measurement[] = [];
for (const [name, measure] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) measurements.push(...[await measure()].flat());

console.table(
  measurements.map((measurement) => ({
    what: measurement.what,
    value: measurement.value,
    unit: measurement.unit,
    reach: measurement.reach === undefined ? '' : `${measurement.atLeast ? '≥' : '≤'} ${measurement.reach}`,
    reached: isReached(measurement) ? 'yes' : 'NO',
    detail: measurement.detail ?? '',
  })),
);
if (asked.length === 0) writeFileSync('bench-results.json', `${JSON.stringify(measurements, null, 2)}\n`);
process.exit(0);

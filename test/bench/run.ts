import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { measureAnswers } from './answers.ts';
import { measureColdLoads } from './cold.ts';
import { measureDirectory } from './directory.ts';
import { measureEmptyRuns } from './empty-run.ts';
import { measureMailUnits } from './mail-units.ts';
import { isReached, type Measurement } from './measurement.ts';
import { measureNoticeUnits } from './notice-units.ts';
import { measureMails } from './nurture.ts';
import { measurePlaybook } from './playbook.ts';
import { measureReports } from './reports.ts';
import { measureScoreSpeed } from './score-speed.ts';
import { measureSearch } from './search.ts';
import { measureUnits } from './units.ts';
import { measureWarmTrack } from './warm.ts';

// Outside the repository, whose package.json would make ES modules of the bundles.
const { folder } = await bundle(mkdtempSync(join(tmpdir(), 'bench-')));
const measurements: Measurement[] = [
  ...(await measureColdLoads(folder)),
  await measureWarmTrack(folder),
  measureScoreSpeed(),
  await measureMails(),
  ...(await measureMailUnits()),
  ...(await measureNoticeUnits()),
  ...(await measureEmptyRuns()),
  ...(await measurePlaybook()),
  ...(await measureUnits()),
  ...(await measureReports()),
  ...(await measureAnswers()),
  ...(await measureSearch()),
  ...(await measureDirectory()),
];

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
writeFileSync('bench-results.json', `${JSON.stringify(measurements, null, 2)}\n`);
process.exit(0);

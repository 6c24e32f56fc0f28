import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environments, type FunctionName } from '../../shared/contract/environment.ts';
import { environment } from './environment.ts';
import { type Measurement, median, rounded } from './measurement.ts';

const ROUNDS = 25;
const names = Object.keys(environments) as FunctionName[];

/** Loads a bundle in a process of its own and prints how long that took after Node itself was ready. */
const LOADER = `require(process.argv[1]);
const { performance } = require('node:perf_hooks');
console.log(performance.now() - performance.nodeTiming.bootstrapComplete);`;

/**
 * How long each bundle takes to load in a fresh process, as a ratio to an empty handler. The processes take
 * turns, so that a busy moment of the machine hits all of them.
 */
export function measureColdLoads(buildFolder: string): Measurement[] {
  const empty = join(mkdtempSync(join(tmpdir(), 'bench-')), 'index.js');
  writeFileSync(empty, 'exports.handler = async () => {};');
  const bundles = new Map<string, string>([['empty', empty]]);
  for (const name of names) bundles.set(name, join(buildFolder, name, 'index.js'));

  const times = new Map<string, number[]>([...bundles.keys()].map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, path] of bundles) times.get(name)?.push(loadTime(path));
  }
  const base = median(times.get('empty') ?? []);
  return names.map((name) => {
    const time = median(times.get(name) ?? []);
    const kilobytes = Math.round(statSync(bundles.get(name) as string).size / 1024);
    return {
      what: `cold load of ${name}`,
      value: rounded(time / base),
      unit: '× an empty handler',
      reach: name === 'track' ? 5 : 20,
      detail: `${rounded(time)} ms against ${rounded(base)} ms, bundle ${kilobytes} KB`,
    };
  });
}

function loadTime(path: string): number {
  return Number(execFileSync(process.execPath, ['-e', LOADER, path], { env: environment, encoding: 'utf8' }));
}

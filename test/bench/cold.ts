import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { environments, type FunctionName } from '../../shared/contract/environment.ts';
import { certificateFor } from '../gateways/certificate.ts';
import { environment } from './environment.ts';
import { type Measurement, median, rounded } from './measurement.ts';

const ROUNDS = 25;
const names = Object.keys(environments) as FunctionName[];
/** The highest load ratio; 25 for all others. A browser waits for these. */
const reaches: Partial<Record<FunctionName, number>> = { track: 5, forms: 10, preferences: 10 };

/** A first event that calls the table, for functions with either client. */
const firstEvents: Partial<Record<FunctionName, object>> = {
  track: {
    routeKey: 'GET /p.gif',
    queryStringParameters: { v: '0b7d7c0e-7d0c-4d6a-9a39-0d4a41f1d3cf', u: 'https://website.nl/', id: 'one' },
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140 Safari/537.36' },
  },
  preferences: { routeKey: 'GET /preferences/{mail}', pathParameters: { mail: 'A'.repeat(22) }, headers: {} },
  handover: {
    routeKey: 'GET /handover/{token}',
    pathParameters: { token: `${'A'.repeat(22)}.1.token` },
    requestContext: { http: { method: 'GET' } },
    headers: {},
  },
};

/** Loads a bundle in a process of its own and prints how long that took after Node was ready; then after the event. */
const LOADER = `(async () => {
const { handler } = require(process.argv[1]);
const { performance } = require('node:perf_hooks');
const since = () => performance.now() - performance.nodeTiming.bootstrapComplete;
const times = [since()];
if (process.argv[2]) await handler(JSON.parse(process.argv[2])).then(() => times.push(since()));
console.log(JSON.stringify(times));
process.exit();
})();`;

/** A table over TLS that knows no item and takes every write, in a thread of its own. */
const TABLE = `
const { createServer } = require('node:https');
const { parentPort, workerData } = require('node:worker_threads');
createServer(workerData, (request, response) => request.resume().on('end', () => response.end('{}')))
  .listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });`;

/**
 * How long each bundle takes to load in a fresh process, as a ratio to an empty handler, and with its first event. The
 * processes take turns, so that a busy moment of the machine affects all of them.
 */
export async function measureColdLoads(buildFolder: string): Promise<Measurement[]> {
  const table = new Worker(TABLE, { eval: true, workerData: certificateFor('localhost') });
  const [port] = await once(table, 'message');
  const empty = join(mkdtempSync(join(tmpdir(), 'bench-')), 'index.js');
  writeFileSync(empty, 'exports.handler = async () => {};');
  const pathOf = (name: string) => (name === 'empty' ? empty : join(buildFolder, name, 'index.js'));
  const runs = ['empty', ...names].map((name) => ({ name, times: [] as number[][] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { name, times } of runs) {
      times.push(start(pathOf(name), firstEvents[name as FunctionName], port));
    }
  }
  await table.terminate();

  const medianOf = (times: number[][], n: number) => median(times.map((time) => time[n] ?? 0));
  const base = medianOf(runs[0]?.times ?? [], 0);
  const row = (what: string, time: number) => ({
    what,
    value: rounded(time / base),
    unit: '× an empty handler',
    detail: `${rounded(time)} ms against ${rounded(base)} ms`,
  });
  return runs.slice(1).flatMap(({ name, times }) => {
    const kilobytes = Math.round(statSync(pathOf(name)).size / 1024);
    const load = row(`cold load of ${name}`, medianOf(times, 0));
    const reach = reaches[name as FunctionName] ?? 25;
    const rows: Measurement[] = [{ ...load, reach, detail: `${load.detail}, bundle ${kilobytes} KB` }];
    if (name in firstEvents) rows.push(row(`load and first call of ${name}`, medianOf(times, 1)));
    return rows;
  });
}

/** Milliseconds until the bundle was loaded, and until its first event was handled. */
function start(path: string, event: object | undefined, port: number): number[] {
  const args = ['-e', LOADER, path, ...(event ? [JSON.stringify(event)] : [])];
  const env = {
    ...environment,
    AWS_ENDPOINT_URL: `https://localhost:${port}`,
    // The certificate is self-signed.
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_NO_WARNINGS: '1',
  };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' }));
}

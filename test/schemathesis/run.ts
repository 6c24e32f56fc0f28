import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSystem } from '../journeys/system.ts';

/**
 * Lets schemathesis look for a difference between the description of the API and the API of a twin; exit code 1 when it
 * finds one. Needs Python 3 with pip, and about a minute.
 */
const SCHEMATHESIS = 'schemathesis==4.32.5';
const MAX_SECONDS = '50';

const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
const bin = (name: string) => join(folder, 'bin', name);
const system = await startSystem();
try {
  await run('python3', '-m', 'venv', folder);
  await run(bin('pip'), 'install', '--quiet', '--disable-pip-version-check', SCHEMATHESIS);
  const isTrue = await succeeds(
    bin('schemathesis'),
    ...['--config-file', join(import.meta.dirname, 'schemathesis.toml')],
    ...['run', `${system.url}/api/openapi.json`, '--header', 'Authorization: Bearer local'],
    ...['--max-time', MAX_SECONDS, '--generation-deterministic', '--continue-on-failure', '--no-color'],
  );
  console.log(isTrue ? '1 passed, 0 failed' : '0 passed, 1 failed');
  process.exitCode = isTrue ? 0 : 1;
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(command: string, ...args: string[]): Promise<void> {
  if (!(await succeeds(command, ...args))) throw new Error(`${command} ${args.join(' ')} failed`);
}

function succeeds(command: string, ...args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0));
  });
}

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edit } from './recipes.ts';

const root = join(import.meta.dirname, '../..');

/** A copy of the repository for trying a recipe. */
export function copyOfRepository(): string {
  const copy = mkdtempSync(join(tmpdir(), 'recipe-'));
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const path of listed.trim().split('\n')) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** @throws Error when the text that an edit replaces is not there: the recipe is out of date. */
export function apply(copy: string, edit: Edit): void {
  const file = join(copy, edit.path);
  if ('text' in edit) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, edit.text);
    return;
  }
  const text = readFileSync(file, 'utf8');
  if (!text.includes(edit.replace)) throw new Error(`${edit.path} has no ${JSON.stringify(edit.replace)}`);
  writeFileSync(
    file,
    text.replace(edit.replace, () => edit.by),
  );
}

/** The tests that check that related files agree. */
const TESTS = [
  ...['test/docs', 'test/functions/api/openapi', 'test/infra/functions.test', 'test/infra/permissions.test'],
];

/** The output of all checks on a copy, and whether all pass. */
export function check(copy: string, tests: string[] = TESTS): { ok: boolean; output: string } {
  const runs = [
    run(copy, 'tsc', '--pretty', 'false'),
    run(copy, 'tsx', 'shared/playbook/check.ts'),
    ...(tests.length > 0 ? [run(copy, 'vitest', 'run', '--config', 'test/vitest.config.ts', ...tests)] : []),
  ];
  return { ok: runs.every(({ status }) => status === 0), output: runs.map(({ said }) => said).join('\n') };
}

/** Writes the generated parts of the documentation, as `npm run docs` does. */
export function writeDocs(copy: string): void {
  run(copy, 'tsx', 'test/docs/write.ts');
}

function run(cwd: string, command: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin', command), words, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
    maxBuffer: 50_000_000,
  });
  return { status, said: stdout + stderr };
}

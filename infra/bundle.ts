import { join, relative } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { environments, type FunctionName } from '../shared/contract/environment.ts';
import type { CompiledPlaybook } from '../shared/playbook/compile-playbook.ts';
import { toLine } from '../shared/playbook/mistake.ts';
import { bundleFunctions } from './bundle-functions.ts';
import { writeFolder } from './folder.ts';

const root = join(import.meta.dirname, '..');
const names = Object.keys(environments) as FunctionName[];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
} as const satisfies BuildOptions;

/**
 * Bundles every function and the browser's tracker, and checks and compiles the playbook.
 * @returns the folder with one folder for each function.
 * @throws Error that names every handler that does not exist, or every mistake in the playbook.
 */
export async function bundle(folder: string = join(root, '.build')): Promise<{ folder: string }> {
  const [functions, tracker, playbook] = await Promise.all([
    bundleFunctions(names, common),
    bundleTracker(),
    rightPlaybook(),
  ]);
  functions.get('track')?.set('t.js', tracker);
  functions.get('forms')?.set('forms.json', formsOf(playbook));
  functions.get('publish')?.set('playbook.json', Buffer.from(JSON.stringify(playbook)));
  for (const [name, files] of functions) writeFolder(join(folder, name), files);
  return { folder };
}

async function bundleTracker(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...common,
    write: false,
    entryPoints: ['shared/web/tracker.ts'],
    platform: 'browser',
    target: 'es2018',
    format: 'iife',
  });
  return outputFiles[0]?.contents as Uint8Array;
}

async function rightPlaybook(): Promise<CompiledPlaybook> {
  // Loaded here: MJML and the schemas take half a second, which who imports this may not need.
  const { compilePlaybook } = await import('../shared/playbook/compile-playbook.ts');
  const compiled = await compilePlaybook(join(root, 'shared/playbook'));
  if (compiled.ok) return compiled.playbook;
  const lines = compiled.mistakes.map((mistake) =>
    toLine({ ...mistake, file: relative(process.cwd(), mistake.file) }),
  );
  throw new Error(['The playbook has mistakes:', ...lines].join('\n'));
}

/** The forms as they were when this was deployed: what `forms` goes by when the table does not answer at its start. */
function formsOf({ content: { forms, fields } }: CompiledPlaybook): Buffer {
  return Buffer.from(JSON.stringify({ forms, fields }));
}

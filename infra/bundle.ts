import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { environments, type FunctionName } from '../shared/contract/environment.ts';
import { loadPlaybook } from '../shared/playbook/load.ts';
import { toLine } from '../shared/playbook/mistake.ts';
import { type Files, readFolder, writeFolder } from './folder.ts';

const root = join(import.meta.dirname, '..');
const names = Object.keys(environments) as FunctionName[];

/** Ways to log in that the SDK loads when it needs them: Lambda gives a function its credentials in the environment. */
const laptopCredentials = ['sso', 'ini', 'process', 'web-identity'].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
);

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** What bundling made: the folder with one folder for each function, and what each file is made of. */
export interface Bundles {
  folder: string;
  functions: Metafile;
  tracker: Metafile;
}

/**
 * Bundles every function, the browser's tracker and the playbook's files.
 * @throws Error that names every handler that does not exist, or every mistake in the playbook.
 */
export async function bundle(folder: string = join(root, '.build')): Promise<Bundles> {
  const [functions, tracker] = await Promise.all([bundleFunctions(), bundleTracker()]);
  const playbook = readFolder(
    join(root, 'shared/playbook'),
    (path) => path.endsWith('.yaml') || path.startsWith('mails/'),
  );
  for (const name of names) {
    const files: Files = new Map([['index.js', functions.code(name)]]);
    if (name === 'track') files.set('t.js', tracker.code);
    if (name === 'forms') files.set('forms.json', shippedForms());
    if (name === 'publish')
      for (const [path, content] of playbook) files.set(join('playbook', path), content);
    writeFolder(join(folder, name), files);
  }
  return { folder, functions: functions.metafile, tracker: tracker.metafile };
}

/** The forms as they were when this was deployed: what `forms` goes by when the table does not answer at its start. */
function shippedForms(): Buffer {
  const playbook = loadPlaybook(join(root, 'shared/playbook'));
  if (!playbook.ok)
    throw new Error(['The playbook has mistakes:', ...playbook.mistakes.map(toLine)].join('\n'));
  const { forms, fields } = playbook.content;
  return Buffer.from(JSON.stringify({ forms, fields }));
}

async function bundleFunctions() {
  const handlers = names.map((name) => `functions/${name}/handler.ts`);
  const missing = handlers.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new Error(`No such handler: ${missing.join(', ')}`);
  // One build for all: what several functions share is parsed once.
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: Object.fromEntries(names.map((name, index) => [`${name}/index`, handlers[index] as string])),
    outdir: '.build',
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
    external: laptopCredentials,
    loader: { '.md': 'text', '.yaml': 'text' },
  });
  const byPath = new Map(
    outputFiles.map((file) => [relative(join(root, '.build'), file.path), file.contents]),
  );
  return { metafile, code: (name: FunctionName) => byPath.get(join(name, 'index.js')) as Uint8Array };
}

async function bundleTracker() {
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: ['shared/web/tracker.ts'],
    outfile: '.build/track/t.js',
    platform: 'browser',
    target: 'es2018',
    format: 'iife',
  });
  return { metafile, code: outputFiles[0]?.contents as Uint8Array };
}

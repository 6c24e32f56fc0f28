import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { environments, type FunctionName } from '../shared/contract/environment.ts';
import type { Compiled, CompiledPlaybook } from '../shared/playbook/compile-playbook.ts';
import { readPulled } from '../shared/playbook/files/pulled.ts';
import { readPictures, readPlaybookFolder } from '../shared/playbook/files/read-folder.ts';
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

/** The playbook has mistakes. The message has a line for each, with its place and what would be right. */
export class WrongPlaybook extends Error {
  override name = 'WrongPlaybook';

  constructor(folder: string, { mistakes }: Extract<Compiled, { ok: false }>) {
    const lines = mistakes.map((mistake) =>
      toLine({ ...mistake, file: relative(process.cwd(), join(folder, mistake.file)) }),
    );
    super(['The playbook has mistakes:', ...lines].join('\n'));
  }
}

/**
 * Checks and compiles the playbook, and bundles every function and the browser's tracker.
 * @returns the folder with one folder for each function.
 * @throws WrongPlaybook; Error that names every handler that does not exist.
 */
export async function bundle(
  folder: string = join(root, '.build'),
  playbookFolder: string = join(root, 'shared/playbook'),
): Promise<{ folder: string }> {
  const playbook = await rightPlaybook(playbookFolder);
  const [functions, tracker, challenge, htmx, editor] = await Promise.all([
    bundleFunctions(names, common),
    bundleTracker(),
    bundleChallenge(),
    bundleConsoleScript(),
    bundleTextEditor(),
  ]);
  functions.get('track')?.set('t.js', tracker);
  functions.get('forms')?.set('challenge.js', challenge);
  functions.get('console')?.set('htmx.js', htmx);
  functions.get('console')?.set('text-editor.js', editor);
  functions.get('forms')?.set('forms.json', formsOf(playbook));
  const basedOn = readPulled(playbookFolder)?.digest;
  const pictures = picturesIn(playbookFolder);
  const built = { ...playbook, pictures, ...(basedOn !== undefined && { basedOn }) };
  functions.get('publish')?.set('playbook.json', Buffer.from(JSON.stringify(built)));
  for (const [name, files] of functions) writeFolder(join(folder, name), files);
  return { folder };
}

/** The script that websites load, as it is shipped. */
export function bundleTracker(): Promise<Uint8Array> {
  return bundleScript('shared/web/tracking/tracker.ts', 'es2018');
}

/** The script that solves the challenge of a form, as it is shipped. */
export function bundleChallenge(): Promise<Uint8Array> {
  return bundleScript('shared/web/forms/challenge-script.ts', 'es2022');
}

/** The script of the pages of the console, as it is shipped: htmx, and what it leaves open. */
export async function bundleConsoleScript(): Promise<Uint8Array> {
  const htmx = readFileSync(join(root, 'node_modules/htmx.org/dist/htmx.min.js'));
  return Buffer.concat([
    htmx,
    Buffer.from('\n'),
    await bundleScript('shared/web/console/in-place.ts', 'es2022'),
  ]);
}

/** The editor for the texts of the playbook, as it is shipped, with the names of all settings. */
export async function bundleTextEditor(): Promise<Uint8Array> {
  const { settingNames } = await import('../shared/playbook/edit/setting-names.ts');
  return bundleScript('shared/web/console/playbook/text/text-editor.ts', 'es2022', {
    SETTINGS_OF_PARTS: JSON.stringify(settingNames()),
  });
}

async function bundleScript(
  path: string,
  target: string,
  define: Record<string, string> = {},
): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...common,
    write: false,
    entryPoints: [path],
    platform: 'browser',
    define,
    target,
    format: 'iife',
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  return outputFiles[0]?.contents as Uint8Array;
}

async function rightPlaybook(folder: string): Promise<CompiledPlaybook> {
  // Loaded here: MJML and the schemas take half a second, which not every importer needs.
  const { compilePlaybook } = await import('../shared/playbook/compile-playbook.ts');
  const compiled = await compilePlaybook(readPlaybookFolder(folder));
  if (!compiled.ok) throw new WrongPlaybook(folder, compiled);
  return compiled.playbook;
}

/** The bytes of the pictures in a folder, for `publish` to store. */
function picturesIn(folder: string): { digest: string; type: string; base64: string }[] {
  return Object.values(readPictures(folder)).flatMap((read) => {
    if (!read.ok) return [];
    const { digest, type } = read.picture;
    return [{ digest, type, base64: Buffer.from(read.bytes).toString('base64') }];
  });
}

/** The forms at deployment: `forms` falls back on them when the table does not respond at its start. */
function formsOf({ content }: CompiledPlaybook): Buffer {
  const { forms, fields, company, mailing, pictures } = content;
  return Buffer.from(JSON.stringify({ forms, fields, company, mailing, pictures }));
}

import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { FunctionName } from '../shared/contract/environment.ts';
import type { Files } from './folder.ts';

/**
 * Packages that no function needs at its start. Each becomes a file of its own beside `index.js`, read when it is
 * first used: Node reads all of a file, and these are up to ten times as long as our own code.
 */
const apart = [
  '@aws-lambda-powertools/logger',
  '@aws-sdk/client-eventbridge',
  '@aws-sdk/client-secrets-manager',
  '@aws-sdk/client-ses',
  'aws4',
  'liquidjs',
  'nodemailer/lib/mail-composer',
];

const fileOf = (name: string) => `./${basename(name)}.js`;

const keepApart: Plugin = {
  name: 'packages apart',
  setup({ onResolve, onLoad, initialOptions: { absWorkingDir: resolveDir = '' } }) {
    onResolve({ filter: new RegExp(`^(${apart.join('|')})$`) }, ({ path, kind, namespace }) => {
      if (kind === 'entry-point') return { path, namespace: 'apart' };
      return namespace === 'apart' ? undefined : { path: fileOf(path), external: true };
    });
    // As a function will require it: some packages are something else when they are imported.
    onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
      contents: `module.exports = require('${path}');`,
      resolveDir,
    }));
  },
};

/** Ways to log in that the SDK loads when it needs them: Lambda gives a function its credentials in the environment. */
const laptopCredentials = ['sso', 'ini', 'process', 'web-identity'].map(
  (way) => `@aws-sdk/credential-provider-${way}`,
);

/**
 * The code of every function: `index.js`, and the packages it may load later.
 * @throws Error that names every handler that does not exist.
 */
export async function bundleFunctions(
  names: readonly FunctionName[],
  common: BuildOptions & { absWorkingDir: string },
): Promise<Map<FunctionName, Files>> {
  const handlers = names.map((name) => `functions/${name}/handler.ts`);
  const missing = handlers.filter((path) => !existsSync(join(common.absWorkingDir, path)));
  if (missing.length > 0) throw new Error(`No such handler: ${missing.join(', ')}`);
  // One build for all: what several functions share is parsed once.
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: [
      ...names.map((name, index) => ({ out: `${name}/index`, in: handlers[index] as string })),
      ...apart.map((name) => ({ out: `apart/${basename(name)}`, in: name })),
    ],
    outdir: OUT,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // A file that is loaded later is required: `import()` would start Node's other loader first.
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
    external: laptopCredentials,
    plugins: [keepApart],
    loader: { '.md': 'text', '.yaml': 'text' },
  });
  const byPath = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const codeOf = (path: string) => byPath.get(join(common.absWorkingDir, OUT, path)) as Uint8Array;
  return new Map(
    names.map((name) => {
      const { imports = [] } = metafile.outputs[`${OUT}/${name}/index.js`] ?? {};
      const later = imports.filter(({ path }) => apart.map(fileOf).includes(path)).map(({ path }) => path);
      const files: Files = new Map([['index.js', codeOf(`${name}/index.js`)]]);
      for (const path of later) files.set(basename(path), codeOf(join('apart', path)));
      return [name, files];
    }),
  );
}

/** Where the build would write, if it did. */
const OUT = '.build';

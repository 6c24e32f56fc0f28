import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import type { FunctionName } from '../shared/contract/environment.ts';
import type { Files } from './folder.ts';

/**
 * Packages that no function needs at its start, with the exports we use (empty: all). Each becomes a separate file
 * beside `index.js`, loaded at first use: Node reads whole files, and these are up to ten times as long as our code.
 */
const apart: Readonly<Record<string, string>> = {
  '@aws-lambda-powertools/logger': '',
  '@aws-sdk/client-eventbridge': 'EventBridgeClient, PutEventsCommand',
  '@aws-sdk/client-secrets-manager':
    'SecretsManagerClient, GetSecretValueCommand, SecretsManagerServiceException',
  '@aws-sdk/client-ses': 'SESClient, SendRawEmailCommand, GetSendQuotaCommand',
  '@aws-sdk/core/client': 'partition',
  'altcha-lib': 'createChallenge, verifySolution',
  'altcha-lib/algorithms/pbkdf2': '',
  aws4: '',
  diff: 'diffLines',
  'image-size': 'imageSize',
  'd3-scale': 'scaleLinear, scalePoint, scaleUtc',
  'd3-shape': 'area, curveStepAfter, line',
  'jose/jwt/decrypt': 'jwtDecrypt',
  'jose/jwt/encrypt': 'EncryptJWT',
  'libphonenumber-js': 'parsePhoneNumberFromString',
  liquidjs: '',
  mjml: '',
  'openid-client': '',
  'nodemailer/lib/mail-composer': '',
  yaml: '',
};

const fileOf = (name: string) => `./${basename(name)}.js`;

const keepApart: Plugin = {
  name: 'packages apart',
  setup({ onResolve, onLoad, initialOptions: { absWorkingDir: resolveDir = '' } }) {
    onResolve(
      { filter: new RegExp(`^(${Object.keys(apart).join('|')})$`) },
      ({ path, kind, namespace, importer }) => {
        if (kind === 'entry-point') return { path, namespace: 'apart' };
        // Leave the SDK's imports of its own parts alone.
        if (namespace === 'apart' || importer.includes('node_modules')) return undefined;
        return { path: fileOf(path), external: true };
      },
    );
    onLoad({ filter: /./, namespace: 'apart' }, ({ path }) => ({
      // Without names, resolve as `require` does: some packages differ when imported.
      contents: apart[path]
        ? `export { ${apart[path]} } from '${path}';`
        : `module.exports = require('${path}');`,
      resolveDir,
    }));
  },
};

/** V8 reads JSON many times as fast as the same list written as JavaScript, and here only once somebody iterates over it. */
const parseJson: Plugin = {
  name: 'long lists as JSON',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/email-providers\/.*\.json$/ }, async ({ path }) => {
      const text = JSON.stringify(JSON.parse(await readFile(path, 'utf8')));
      const values = `JSON.parse(${JSON.stringify(text)})[Symbol.iterator]()`;
      return { contents: `export default { [Symbol.iterator]: () => ${values} };` };
    });
  },
};

/**
 * Parts of the SDK that our calls never reach: credentials from anywhere but the environment, and event streams. They
 * would be a fifth of its load.
 */
const unused = [
  ...['sso', 'ini', 'process', 'web-identity', 'http'].map((way) => `@aws-sdk/credential-provider-${way}`),
  '@smithy/credential-provider-imds',
  '@smithy/core/event-streams',
];

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
  // One build for all, so that shared code is parsed once.
  const { outputFiles, metafile } = await build({
    ...common,
    write: false,
    metafile: true,
    entryPoints: [
      ...names.map((name, index) => ({ out: `${name}/index`, in: handlers[index] as string })),
      ...Object.keys(apart).map((name) => ({ out: `apart/${basename(name)}`, in: name })),
    ],
    outdir: OUT,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    // A file that is loaded later is required: `import()` would start Node's other loader first.
    supported: { 'dynamic-import': false },
    mainFields: ['module', 'main'],
    define: { 'import.meta.dirname': '__dirname' },
    external: unused,
    plugins: [keepApart, parseJson],
    loader: { '.md': 'text', '.yaml': 'text' },
  });
  const byPath = new Map(outputFiles.map(({ path, contents }) => [path, contents]));
  const codeOf = (path: string) => byPath.get(join(common.absWorkingDir, OUT, path)) as Uint8Array;
  return new Map(
    names.map((name) => {
      const { imports = [] } = metafile.outputs[`${OUT}/${name}/index.js`] ?? {};
      const later = imports
        .filter(({ path }) => Object.keys(apart).map(fileOf).includes(path))
        .map(({ path }) => path);
      const files: Files = new Map([['index.js', codeOf(`${name}/index.js`)]]);
      for (const path of later) files.set(basename(path), codeOf(join('apart', path)));
      return [name, files];
    }),
  );
}

/** esbuild needs an output folder, but writes nothing. */
const OUT = '.build';

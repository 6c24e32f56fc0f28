import { basename } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import type { Files } from './folder.ts';

export interface Bundle {
  /** `index.js`, and its parts. */
  files: Files;
  /** What they import from other files. */
  external: string[];
}

/**
 * Bundles a function in parts: `index.js` holds what its start needs, and what is loaded later (`import()`) stands in files
 * beside it, so that Node does not read every page before it shows one.
 */
export async function bundleInParts(handler: string, options: BuildOptions): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: [{ in: handler, out: 'index' }],
    write: false,
    metafile: true,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    // Kept for the second build, which makes them calls of `require`.
    supported: {},
  });
  const parts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const start = startOf(metafile);
  const later = [...parts.keys()].filter((part) => !start.includes(part));
  const joined = await build({
    ...options,
    write: false,
    format: 'cjs',
    entryPoints: ['index.js', ...later].map((part) => ({ in: part, out: basename(part, '.js') })),
    plugins: [joinStart(parts, start)],
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  return {
    files: new Map(joined.outputFiles.map(({ path, contents }) => [basename(path), contents])),
    external: imports.filter(({ external }) => external).map(({ path }) => path),
  };
}

/** The parts that are loaded with `index.js`. */
function startOf({ outputs }: Metafile): string[] {
  const start = new Set(Object.keys(outputs).filter((path) => basename(path) === 'index.js'));
  for (const path of start) {
    for (const { path: other, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && other in outputs) start.add(other);
  }
  return [...start].map((path) => basename(path));
}

/** Puts all parts of the start in `index.js`, from which the other parts take them: opening a file costs more than its text. */
function joinStart(parts: ReadonlyMap<string, string>, start: readonly string[]): Plugin {
  const shared = start.filter((part) => part !== 'index.js');
  const shares = shared.map((part, n) => `export * as part${n} from './${part}';`).join('\n');
  return {
    name: 'start in one file',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /./ }, ({ path, kind, importer }) => {
        const part = basename(path);
        if (kind === 'entry-point') return { path: part, namespace: 'part' };
        if (!shared.includes(part)) return { path, external: true };
        return { path: part, namespace: start.includes(importer) ? 'part' : 'shared' };
      });
      onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
        contents: `${parts.get(path)}\n${path === 'index.js' ? shares : ''}`,
      }));
      onLoad({ filter: /./, namespace: 'shared' }, ({ path }) => ({
        contents: `module.exports = require('./index.js').part${shared.indexOf(path)};`,
      }));
    },
  };
}

import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { expect, it } from 'vitest';

const HANDLER = 'functions/console/handler.ts';

/** What every request needs: who asks, and what was refused. */
const USE_CASES = [
  'connect.ts',
  'console/find-viewer.ts',
  'console/record-log.ts',
  'identity/directory/directory-source.ts',
  'jobs/job-system.ts',
  'look/current-look.ts',
  'playbook/current-playbook.ts',
];
/** What a page shows, and its words. The rest of its folder is small: its style, and what its address may say. */
const SHOWN = /^shared\/web\/console\/(?!parts\/)[\w-]+\/(.+\.tsx|words.*)$/;

/** The files that are loaded with a file: what it imports, but not what it loads later. */
function loadedWith({ inputs }: Metafile, file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  for (const { kind, path } of inputs[file]?.imports ?? [])
    if (kind === 'import-statement') loadedWith({ inputs, outputs: {} }, path, loaded);
  return loaded;
}

it('loads no page and no use case of one before somebody asks for it', async () => {
  const { metafile } = await build({
    absWorkingDir: join(import.meta.dirname, '../../..'),
    entryPoints: [HANDLER],
    ...{ bundle: true, packages: 'external', platform: 'node', metafile: true, write: false, outdir: 'none' },
    loader: { '.md': 'text', '.yaml': 'text' },
  });
  const start = [...loadedWith(metafile, HANDLER)];
  const useCases = start.filter((file) => file.startsWith('shared/usecases/'));
  expect(useCases.map((file) => file.replace('shared/usecases/', '')).sort()).toEqual(USE_CASES);
  expect(start.filter((file) => SHOWN.test(file))).toEqual([]);
  // Or there would be nothing to find.
  expect(Object.keys(metafile.inputs).filter((file) => SHOWN.test(file)).length).toBeGreaterThan(50);
});

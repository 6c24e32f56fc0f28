import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readFolder } from '../../folder.ts';
import type { Settings } from '../../settings.ts';

const root = join(import.meta.dirname, '../../..');
const DAY = 86_400_000;
const STALE_LOCK = 60_000;

/**
 * The folder of the cloud assembly of the current sources: synthesized once, then reused until a source changes.
 * If several processes need it at once, one of them makes it.
 */
export async function cachedAssembly(settings: Settings): Promise<string> {
  const cache = join(root, '.kansrijk/assemblies');
  const folder = join(cache, hashOf(settings));
  const lock = `${folder}.lock`;
  mkdirSync(cache, { recursive: true });
  while (!existsSync(folder)) {
    if (takeLock(lock)) {
      try {
        if (!existsSync(folder)) await make(settings, folder);
      } finally {
        rmSync(lock, { recursive: true, force: true });
      }
    } else await wait(100);
  }
  utimesSync(folder, new Date(), new Date());
  removeOld(cache);
  return folder;
}

async function make(settings: Settings, folder: string): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  // Loaded only here: the CDK takes seconds to load, and most starts do not need it.
  const { synthesize } = await import('../../synthesize.ts');
  await synthesize(settings, fresh);
  renameSync(fresh, folder);
}

function hashOf(settings: Settings): string {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const part of ['infra', 'functions', 'shared'])
    for (const [path, content] of readFolder(join(root, part), (name) => !/^(local|demo)\//.test(name)))
      hash.update(`${part}/${path}\0`).update(content);
  for (const name of ['package-lock.json', 'cdk.json', 'tsconfig.json'])
    hash.update(readFileSync(join(root, name)));
  return hash.digest('hex').slice(0, 16);
}

function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
    if (since !== undefined && Date.now() - since > STALE_LOCK)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function removeOld(cache: string): void {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - used > DAY) rmSync(path, { recursive: true, force: true });
  }
}

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isPlaybookPath, type PlaybookFiles } from './playbook-files.ts';
import { readPlaybookFolder } from './read-folder.ts';

/** What became of a file. */
export interface WrittenFile {
  path: string;
  did: 'new' | 'changed' | 'removed';
}

/**
 * Makes a playbook's folder these files, and leaves whatever else stands there.
 * @param pictures the bytes of those pictures that the folder does not have, by their path
 * @throws Error when a file would stand outside the folder
 */
export function writePlaybookFolder(
  folder: string,
  files: PlaybookFiles,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): WrittenFile[] {
  const stray = Object.keys(files).find((path) => !isPlaybookPath(path));
  if (stray !== undefined) throw new Error(`A playbook has no file "${stray}"`);
  const before = readPlaybookFolder(folder);
  const written = Object.keys(files)
    .filter((path) => files[path] !== before[path])
    .map((path): WrittenFile => ({ path, did: before[path] === undefined ? 'new' : 'changed' }));
  const removed = Object.keys(before)
    .filter((path) => files[path] === undefined)
    .map((path): WrittenFile => ({ path, did: 'removed' }));
  for (const { path } of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), pictures.get(path) ?? files[path] ?? '');
  }
  for (const { path } of removed) rmSync(join(folder, path), { recursive: true });
  return [...written, ...removed];
}

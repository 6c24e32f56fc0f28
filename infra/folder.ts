import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The files of a folder: content by relative path. */
export type Files = Map<string, Uint8Array>;

/** Every file below the folder whose relative path is `wanted`. */
export function readFolder(folder: string, wanted: (path: string) => boolean = () => true): Files {
  const files: Files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name));
    if (entry.isFile() && wanted(path)) files.set(path, readFileSync(join(folder, path)));
  }
  return files;
}

/**
 * Makes the folder hold exactly these files. Unchanged files are left alone and new ones appear atomically, so
 * that two processes may do this at once.
 */
export function writeFolder(folder: string, files: Files): void {
  mkdirSync(folder, { recursive: true });
  const present = readFolder(folder);
  for (const [path, content] of files) {
    if (present.get(path) && Buffer.compare(present.get(path) as Uint8Array, content) === 0) continue;
    const target = join(folder, path);
    const fresh = `${folder}.${process.pid}.fresh`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(fresh, content);
    renameSync(fresh, target);
  }
  for (const path of present.keys()) if (!files.has(path)) rmSync(join(folder, path), { force: true });
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which version the files of a folder began from. It is committed with them. */
export interface Pulled {
  version: number;
  /** Of the files of that version. */
  digest: string;
}

const FILE = 'pulled.json';

/** What was pulled into a folder, or pushed from it, last; undefined when nothing ever was. */
export function readPulled(folder: string): Pulled | undefined {
  const path = join(folder, FILE);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Pulled) : undefined;
}

export function writePulled(folder: string, pulled: Pulled): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(pulled, undefined, 2)}\n`);
}

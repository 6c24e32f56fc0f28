import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The database of a data folder, by which it is known as one. */
const JOURNAL = 'twin.sqlite';
const CLAIM = 'in-use-by';
/** What file managers and git put into an empty folder. */
const HARMLESS = ['.DS_Store', '.gitignore', '.gitkeep', 'desktop.ini', 'Thumbs.db'];

/** A folder for the data of a twin, in use by this process. */
export interface DataFolder {
  /** The path of the database. */
  journal: string;
  release(): void;
}

/**
 * Creates the folder if needed and claims it for this process.
 * @throws Error that says what is wrong and what to do: it is a file, holds other things, cannot be written to, or another
 * process that still runs uses it. Nothing was written then.
 */
export function claimFolder(folder: string): DataFolder {
  const claim = join(folder, CLAIM);
  try {
    makeFolder(folder);
    const held = readdirSync(folder);
    if (!held.includes(JOURNAL) && held.some((name) => name !== CLAIM && !HARMLESS.includes(name)))
      throw new Error(
        `${folder} holds files that are not Kansrijk's. Choose a new or empty folder with --data`,
      );
    const owner = ownerOf(claim);
    if (owner !== undefined && owner !== process.pid && isRunning(owner))
      throw new Error(
        `Process ${owner} already uses the data in ${folder}. Stop it, or choose another folder with --data`,
      );
    writeFileSync(claim, String(process.pid));
  } catch (error) {
    throw explained(error as NodeJS.ErrnoException, folder);
  }
  return { journal: join(folder, JOURNAL), release: () => rmSync(claim, { force: true }) };
}

/** The error for data that cannot be read. */
export function damagedData(folder: string, { message }: Error): Error {
  return new Error(
    `The data in ${folder} is damaged (${message.replace(/\s+/g, ' ')}). Delete that folder to start afresh, or choose another one with --data`,
  );
}

/** One by one: `recursive` never returns where the system refuses a folder as if it were missing, as in `/proc`. */
function makeFolder(folder: string): void {
  const parent = dirname(folder);
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

function explained(error: NodeJS.ErrnoException, folder: string): Error {
  switch (error.code) {
    case undefined:
      return error;
    case 'ENOTDIR':
    case 'EEXIST':
      return new Error(`${folder} is a file, or lies in one. Choose a folder with --data`);
    default:
      return new Error(
        `Nothing can be written to ${folder} (${error.code}). Choose another folder with --data`,
      );
  }
}

function ownerOf(claim: string): number | undefined {
  try {
    return Number(readFileSync(claim, 'utf8'));
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Creates the folder if needed and claims it for this process. Call the result to release it.
 * @throws Error when another process that still runs uses the folder.
 */
export function claimFolder(folder: string): () => void {
  const claim = join(folder, 'in-use-by');
  mkdirSync(folder, { recursive: true });
  const owner = ownerOf(claim);
  if (owner !== undefined && owner !== process.pid && isRunning(owner))
    throw new Error(
      `Process ${owner} already uses the data in ${folder}. Stop it, or choose another folder with --data`,
    );
  writeFileSync(claim, String(process.pid));
  return () => rmSync(claim, { force: true });
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

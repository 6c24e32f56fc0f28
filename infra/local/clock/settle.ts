import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from '../part.ts';

/** Thrown when something keeps going, and when nobody may wait any more; says why. */
export class Unsettled extends Error {}

interface Limits {
  /** Milliseconds. */
  patience?: number;
  /** Aborted when the twin stops: nothing of it may be asked after that. */
  stopping?: AbortSignal;
}

/**
 * Resolves when nothing waits in any part, seen twice in a row: what one part finishes may be work for another.
 * @throws Unsettled when that takes longer than `patience`, or the twin stops.
 */
export async function settle(
  parts: readonly Part[],
  { patience = 60_000, stopping }: Limits = {},
): Promise<void> {
  const giveUp = Date.now() + patience;
  for (let idle = 0; idle < 2; ) {
    if (stopping?.aborted) throw new Unsettled('the twin stops');
    idle = parts.every((part) => part.pending() === 0) ? idle + 1 : 0;
    if (Date.now() > giveUp) {
      const left = parts.reduce((sum, part) => sum + part.pending(), 0);
      throw new Unsettled(`${left} things still wait after ${patience / 1000} seconds`);
    }
    await wait(idle > 0 ? 1 : 2);
  }
}

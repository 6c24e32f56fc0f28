import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from './part.ts';

/** Thrown when something keeps going; says what. */
export class Unsettled extends Error {}

/**
 * Resolves when nothing waits in any part, seen twice in a row: what one part finishes may be work for another.
 * @throws Unsettled when that takes longer than `patience` milliseconds.
 */
export async function settle(parts: readonly Part[], patience = 60_000): Promise<void> {
  const giveUp = Date.now() + patience;
  for (let idle = 0; idle < 2; ) {
    idle = parts.every((part) => part.pending() === 0) ? idle + 1 : 0;
    if (Date.now() > giveUp) {
      const left = parts.reduce((sum, part) => sum + part.pending(), 0);
      throw new Unsettled(`${left} things still wait after ${patience / 1000} seconds`);
    }
    await wait(5);
  }
}

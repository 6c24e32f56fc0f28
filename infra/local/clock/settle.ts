import { setTimeout as wait } from 'node:timers/promises';
import type { Part } from '../part.ts';

/** Thrown when work remains after the timeout, or the twin stops. */
export class Unsettled extends Error {}

interface Limits {
  /** Milliseconds. */
  timeout?: number;
  /** Aborted when the twin stops: no part may be called after that. */
  stopping?: AbortSignal;
}

/**
 * Resolves when no part has pending work, twice in a row: what one part finishes may be work for another.
 * @throws Unsettled after `timeout`, or when the twin stops.
 */
export async function settle(
  parts: readonly Part[],
  { timeout = 60_000, stopping }: Limits = {},
): Promise<void> {
  const deadline = Date.now() + timeout;
  for (let idle = 0; idle < 2; ) {
    if (stopping?.aborted) throw new Unsettled('the twin stops');
    idle = parts.every((part) => part.pending() === 0) ? idle + 1 : 0;
    if (Date.now() > deadline) {
      const left = parts.reduce((sum, part) => sum + part.pending(), 0);
      throw new Unsettled(`${left} things still wait after ${timeout / 1000} seconds`);
    }
    await wait(idle > 0 ? 1 : 2);
  }
}

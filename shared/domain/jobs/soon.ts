import type { Instant } from '../time.ts';

const EVERY_MS = 600_000;

/**
 * When a job runs that many changes bring forward: at the next ten minutes, so that processes that ask at the same time
 * ask for the same time.
 */
export function soonFrom(now: Instant): Instant {
  return new Date((Math.floor(Date.parse(now) / EVERY_MS) + 1) * EVERY_MS).toISOString();
}

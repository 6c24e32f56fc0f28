import { type Instant, plus } from '../time.ts';
import type { JobKind } from './job-kinds.ts';

/** A claim this old is abandoned: longer than any function that does jobs may run. */
export const LEASE_MS = 90_000;

/** A job could not be done. */
export class NotDone extends Error {
  override name = 'NotDone';
  /** The shortest pause before the next try, in milliseconds. */
  readonly after: number = 0;
  /** Whether it was not its turn: then it was no try, and does not count. */
  readonly isHeld: boolean = false;
  /** Whether it may have been done, or may still be: the next try is a repeat. */
  readonly isUnsure: boolean = false;
  /** Whether no other try can help. */
  readonly isFinal: boolean = false;
  /** What the job needs from now on, when part of it was done. */
  readonly data: object | undefined;

  /** @param reason a code without personal data, safe to log */
  constructor(reason: string, more: Partial<Omit<NotDone, keyof Error>> = {}) {
    super(reason);
    Object.assign(this, more);
  }
}

/**
 * When a job is tried next; undefined when it is given up.
 * @param tries so far, this one included
 * @param since when it was first tried
 * @param random from 0 up to 1
 */
export function nextTry(
  { pauses, patience }: Pick<JobKind, 'pauses' | 'patience'>,
  { tries, since }: { tries: number; since: Instant },
  { now, random, after = 0 }: { now: Instant; random: number; after?: number },
): Instant | undefined {
  const pause = pauses[Math.min(tries, pauses.length) - 1] ?? 0;
  const at = plus(now, Math.round(Math.max(pause, after) * (1 + random / 10)));
  return at > plus(since, patience) ? undefined : at;
}

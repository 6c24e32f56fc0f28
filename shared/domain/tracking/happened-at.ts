import { DAY_MS, type Instant, plus } from '../time.ts';

const DAYS_BACK_MS = 90 * DAY_MS;
const AHEAD_MS = 10 * 60_000;

/** When an event happened. */
export interface Happened {
  at: Instant;
  /** Present when `at` is the time of receipt: the time that was reported and is not credible, '' for none. */
  claimed?: Instant | '';
}

/** The reported time of an event if it is credible (at most 90 days back, ten minutes ahead), else now. */
export function happenedAt(reported: string | undefined, now: Instant): Happened {
  const time = Date.parse(reported ?? '');
  if (Number.isNaN(time)) return { at: now, claimed: '' };
  const at = new Date(time).toISOString();
  return at >= plus(now, -DAYS_BACK_MS) && at <= plus(now, AHEAD_MS) ? { at } : { at: now, claimed: at };
}

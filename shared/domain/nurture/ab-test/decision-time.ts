import { type Instant, plus } from '../../time.ts';
import { instantAt } from '../../time-zone.ts';
import { durationMs } from '../pace/sending-times.ts';
import type { AbTest } from './ab-test-rules.ts';

/** How often a test that waits for recipients looks how many there are. */
const LOOK_AGAIN_MS = 3_600_000;
/** A hand-over counts so long after the mail, unless the test says otherwise. */
const USUAL_WINDOW = '14d';

/**
 * When a test may be decided: the moment it names, or when to look how many recipients there are.
 * @param begunAt when its first mail went out
 */
export function decisionTime(
  { decide }: Pick<AbTest, 'decide'>,
  begunAt: Instant,
  { now, timeZone }: { now: Instant; timeZone: string },
): Instant {
  if ('after' in decide) return plus(begunAt, durationMs(decide.after));
  if ('on' in decide) return instantAt({ day: decide.on, ms: 0 }, timeZone);
  return plus(now, LOOK_AGAIN_MS);
}

/** How long after a mail a hand-over counts for its test, in milliseconds. */
export function handoverWindowMs({ within = USUAL_WINDOW }: Pick<AbTest, 'within'>): number {
  return durationMs(within);
}

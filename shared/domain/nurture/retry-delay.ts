import { type Instant, plus } from '../time.ts';
import type { MailKind } from './mailing.ts';
import type { Plan } from './plan.ts';
import { nextSendingTime } from './sending-times.ts';

/**
 * Why a mail cannot be sent now. `rate`: too many in this second. `quota`: too many in 24 hours. `busy`: SES has a
 * failure. `account`: the account may not send. `brake`: too many bounces or complaints.
 */
export type HoldReason = 'rate' | 'busy' | 'quota' | 'account' | 'brake';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The shortest and longest delay, spread at random so that mails held together do not return together. */
const DELAYS: Record<HoldReason, [min: number, max: number]> = {
  rate: [MINUTE_MS, 5 * MINUTE_MS],
  busy: [2 * MINUTE_MS, 10 * MINUTE_MS],
  // The quota counts the last 24 hours: it has room again tomorrow at this time.
  quota: [24 * HOUR_MS, 24 * HOUR_MS + 10 * MINUTE_MS],
  account: [HOUR_MS, 1.5 * HOUR_MS],
  brake: [HOUR_MS, 1.5 * HOUR_MS],
};

/**
 * When to try a mail again that could not be sent now; a marketing mail within sending hours.
 * @param random from 0 up to 1
 */
export function nextAttemptAt(
  why: HoldReason,
  kind: MailKind,
  { now, random, plan }: { now: () => Instant; random: () => number; plan: Plan | undefined },
): Instant {
  // Somebody waits for a requested mail, and older mails leave the quota all the time.
  const [min, max] = DELAYS[kind === 'requested' && why === 'quota' ? 'busy' : why];
  const at = plus(now(), Math.round(min + random() * (max - min)));
  return kind === 'requested' || plan === undefined ? at : nextSendingTime(at, plan.hours, plan.timeZone);
}

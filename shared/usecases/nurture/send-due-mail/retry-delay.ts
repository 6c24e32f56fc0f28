import type { MailKind } from '../../../domain/nurture/mailing.ts';
import type { Plan } from '../../../domain/nurture/plan.ts';
import { nextSendingTime } from '../../../domain/nurture/sending-times.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import type { RefusalKind } from '../../../gateways/ses-refusal.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The least and the most it waits: what fails together does not come back together. */
const WAITS: Record<Exclude<RefusalKind, 'mail'> | 'brake', [least: number, most: number]> = {
  rate: [MINUTE_MS, 5 * MINUTE_MS],
  busy: [2 * MINUTE_MS, 10 * MINUTE_MS],
  // The quota is one of the last 24 hours: what went out now is free again tomorrow at this time.
  quota: [24 * HOUR_MS, 24 * HOUR_MS + 10 * MINUTE_MS],
  account: [HOUR_MS, 1.5 * HOUR_MS],
  brake: [HOUR_MS, 1.5 * HOUR_MS],
};

interface Moment {
  now: () => Instant;
  random: () => number;
  plan: Plan | undefined;
}

/** When a mail is tried again that could not go out now; for a marketing mail in sending hours. */
export function nextAttemptAt(
  why: keyof typeof WAITS,
  kind: MailKind,
  { now, random, plan }: Moment,
): Instant {
  const [least, most] = WAITS[why];
  // Somebody waits for what it requested, and other mails of the last 24 hours make room all the time.
  const [from, to] = kind === 'requested' && why === 'quota' ? WAITS.busy : [least, most];
  const at = plus(now(), Math.round(from + random() * (to - from)));
  return kind === 'requested' || plan === undefined ? at : nextSendingTime(at, plan.hours, plan.timeZone);
}

import { type Instant, plus } from '../time.ts';

/** One event on its way to one receiver. */
export interface Delivery {
  /** Id of the event. */
  event: string;
  /** Id of the receiver. */
  to: string;
  version: number;
  type: string;
  begunAt: Instant;
  /** The number of attempts, including one in progress. */
  tries: number;
  status: 'waiting' | 'delivered' | 'failed';
  /** The next attempt, while it waits. */
  due?: Instant;
  /** The exact body to send; removed once delivered. */
  body?: string;
  /** Why the last attempt failed. */
  reason?: string;
}

export type AttemptResult =
  | { result: 'delivered' }
  | { result: 'failed'; reason: string; retryAfterMs?: number }
  /** The receiver does not want it any more. */
  | { result: 'gone' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The delay after each failed attempt, as Standard Webhooks proposes: ten attempts in a little over three days. */
export const RETRY_DELAYS_MS = [
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** A claim this old is abandoned: longer than any attempt takes. */
const CLAIM_MS = 90_000;

const LONGEST_RETRY_AFTER_MS = 24 * HOUR;

/** A new delivery, claimed for its first attempt. */
export function newDelivery(
  { event, to, type, body }: Required<Pick<Delivery, 'event' | 'to' | 'type' | 'body'>>,
  now: Instant,
): Delivery {
  const due = plus(now, CLAIM_MS);
  return { event, to, version: 1, type, begunAt: now, tries: 1, status: 'waiting', due, body };
}

/** A waiting delivery, claimed for its next attempt. */
export function claimDelivery(delivery: Delivery, now: Instant): Delivery {
  const { version, tries } = delivery;
  return { ...delivery, version: version + 1, tries: tries + 1, due: plus(now, CLAIM_MS) };
}

/**
 * A delivery after an attempt.
 * @param jitter from 0 up to 1: makes the delay up to a tenth longer, so that deliveries that failed together spread out
 */
export function afterAttempt(
  delivery: Delivery,
  attempt: AttemptResult,
  now: Instant,
  jitter: number,
): Delivery {
  const { due: _, body = '', reason: __, ...rest } = delivery;
  const next = { ...rest, version: delivery.version + 1 };
  if (attempt.result === 'delivered') return { ...next, status: 'delivered' };
  if (attempt.result === 'gone') return { ...next, status: 'failed', reason: 'gone', body };
  const { reason, retryAfterMs = 0 } = attempt;
  const delay = RETRY_DELAYS_MS[delivery.tries - 1];
  if (delay === undefined) return { ...next, status: 'failed', reason, body };
  const wait = Math.max(delay, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS)) * (1 + jitter / 10);
  return { ...next, due: plus(now, Math.round(wait)), reason, body };
}

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
  /** How often it was tried, the try that goes on now included. */
  tries: number;
  status: 'waiting' | 'delivered' | 'failed';
  /** When it is tried next; only while it waits. */
  due?: Instant;
  /** What is sent, to the letter; gone once it arrived. */
  body?: string;
  /** Why the last try failed. */
  reason?: string;
}

/** What came of one try. */
export type AttemptResult =
  | { result: 'delivered' }
  | { result: 'failed'; reason: string /** The receiver asks for so much rest. */; restMs?: number }
  /** The receiver never wants it. */
  | { result: 'gone' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long it waits after each failure, as Standard Webhooks proposes: ten tries in a little over three days. */
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

/** Longer than any try takes: who has not said by then what came of it has died. */
export const CLAIM_MS = 90_000;

const LONGEST_RETRY_AFTER_MS = 24 * HOUR;

/** A delivery that begins with its first try. */
export function newDelivery(
  { event, to, type, body }: Required<Pick<Delivery, 'event' | 'to' | 'type' | 'body'>>,
  now: Instant,
): Delivery {
  const due = plus(now, CLAIM_MS);
  return { event, to, version: 1, type, begunAt: now, tries: 1, status: 'waiting', due, body };
}

/** A delivery that waits, claimed for its next try. */
export function claimDelivery(delivery: Delivery, now: Instant): Delivery {
  const { version, tries } = delivery;
  return { ...delivery, version: version + 1, tries: tries + 1, due: plus(now, CLAIM_MS) };
}

/**
 * A delivery after a try.
 * @param spread from 0 up to 1: makes a pause up to a tenth longer, so that what failed together comes back apart
 */
export function afterAttempt(
  delivery: Delivery,
  outcome: AttemptResult,
  now: Instant,
  spread: number,
): Delivery {
  const { due: _, body = '', reason: __, ...rest } = delivery;
  const next = { ...rest, version: delivery.version + 1 };
  if (outcome.result === 'delivered') return { ...next, status: 'delivered' };
  if (outcome.result === 'gone') return { ...next, status: 'failed', reason: 'gone', body };
  const { reason, restMs = 0 } = outcome;
  const pause = RETRY_DELAYS_MS[delivery.tries - 1];
  if (pause === undefined) return { ...next, status: 'failed', reason, body };
  const wait = Math.max(pause, Math.min(restMs, LONGEST_RETRY_AFTER_MS)) * (1 + spread / 10);
  return { ...next, due: plus(now, Math.round(wait)), reason, body };
}

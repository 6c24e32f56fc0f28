import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAttempt,
  claimDelivery,
  type Delivery,
  newDelivery,
  RETRY_DELAYS_MS,
} from '../../../shared/domain/webhooks/delivery.ts';

const NOW = '2026-11-23T08:00:00.000Z';
const HOUR_MS = 3_600_000;
const begun = () =>
  newDelivery({ event: 'lead.1.HandRaised', to: 'crm', type: 'HandRaised', body: '{}' }, NOW);
const failed = { result: 'failed', reason: 'status-500' } as const;
const waitOf = (delivery: Delivery) => Date.parse(delivery.due as string) - Date.parse(NOW);

/** A delivery that failed so often, at a clock that stands still. */
function failing(times: number, spread = 0): Delivery {
  let delivery = afterAttempt(begun(), failed, NOW, spread);
  for (let n = 1; n < times; n++) delivery = afterAttempt(claimDelivery(delivery, NOW), failed, NOW, spread);
  return delivery;
}

describe('a delivery', () => {
  it('that fails is attempted ten times, over a little more than three days', () => {
    expect(RETRY_DELAYS_MS.map((_, index) => waitOf(failing(index + 1)))).toEqual(RETRY_DELAYS_MS);
    const days = RETRY_DELAYS_MS.reduce((sum, pause) => sum + pause, 0) / (24 * HOUR_MS);
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(3.2);
    expect(failing(10)).toMatchObject({ status: 'failed', tries: 10, reason: 'status-500', body: '{}' });
    expect(failing(10)).not.toHaveProperty('due');
  });

  it('that arrived is not due and drops its body', () => {
    const delivery = afterAttempt(failing(1), { result: 'delivered' }, NOW, 0);
    expect(delivery.status).toBe('delivered');
    for (const gone of ['due', 'body', 'reason']) expect(delivery).not.toHaveProperty(gone);
  });

  it('to a receiver that is gone ends', () => {
    const delivery = afterAttempt(begun(), { result: 'gone' }, NOW, 0);
    expect(delivery).toMatchObject({ status: 'failed', reason: 'gone' });
    expect(delivery).not.toHaveProperty('due');
  });

  it('honours Retry-After, up to a day', () => {
    const rests = [1_000, 2 * HOUR_MS, 90 * 24 * HOUR_MS].map((retryAfterMs) =>
      waitOf(afterAttempt(begun(), { ...failed, retryAfterMs }, NOW, 0)),
    );
    expect(rests).toEqual([5_000, 2 * HOUR_MS, 24 * HOUR_MS]);
  });

  it('waits at least its delay and at most a tenth longer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, spread) => {
          const wait = waitOf(failing(tries, spread));
          const pause = RETRY_DELAYS_MS[tries - 1] as number;
          expect(wait).toBeGreaterThanOrEqual(pause);
          expect(wait).toBeLessThanOrEqual(pause * 1.1);
        },
      ),
    );
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTicking } from '../../../../infra/local/clock/ticking.ts';
import type { Part } from '../../../../infra/local/part.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A part that is always due, and records its calls. */
function aPart() {
  const calls: string[] = [];
  const part: Part = {
    pending: () => 0,
    nextDue() {
      calls.push('nextDue');
      return 0;
    },
    async runDue() {
      calls.push('runDue');
    },
    stop: async () => {},
  };
  return { part, calls };
}

const clock = { now: () => 1 };

describe('time that passes by itself', () => {
  it('runs what is due', async () => {
    const { part, calls } = aPart();
    const ticking = startTicking([part], clock, async () => {});
    await vi.advanceTimersByTimeAsync(1_000);
    expect(calls).toEqual(['nextDue', 'runDue']);
    await ticking.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(calls).toEqual(['nextDue', 'runDue']);
  });

  it('calls no part once it has stopped, even if somebody was still moving time', async () => {
    const { part, calls } = aPart();
    const { promise: moving, resolve: arrive } = Promise.withResolvers<void>();
    const ticking = startTicking([part], clock, () => moving);
    await vi.advanceTimersByTimeAsync(1_000);
    let isStopped = false;
    const stopping = ticking.stop().then(() => (isStopped = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isStopped).toBe(false);
    arrive();
    await stopping;
    expect(calls).toEqual([]);
  });
});

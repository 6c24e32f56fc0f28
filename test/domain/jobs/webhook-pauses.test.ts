import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jobKinds } from '../../../shared/domain/jobs/job-kinds.ts';
import { nextTry } from '../../../shared/domain/jobs/next-try.ts';
import type { Instant } from '../../../shared/domain/time.ts';

const START: Instant = '2026-11-23T08:00:00.000Z';
const HOUR_MS = 3_600_000;
/** How late a sweep may be, which comes every minute. */
const MINUTE_MS = 60_000;

/** When a receiver that never takes it is tried, in milliseconds since the first try. */
function triesOf(chances: readonly { random: number; late: number }[]): number[] {
  const tried = [0];
  for (const { random, late } of chances) {
    const now = new Date(Date.parse(START) + (tried.at(-1) ?? 0)).toISOString();
    const next = nextTry(jobKinds.webhook, { tries: tried.length, since: START }, { now, random });
    if (next === undefined) return tried;
    tried.push(Date.parse(next) - Date.parse(START) + late);
  }
  throw new Error('It is never given up');
}

it('a webhook is tried ten times, over a little more than three days, whatever chance does', () => {
  const chance = fc.record({
    random: fc.double({ min: 0, max: 1, noNaN: true }),
    late: fc.integer({ min: 0, max: MINUTE_MS }),
  });
  fc.assert(
    fc.property(fc.array(chance, { minLength: 20, maxLength: 20 }), (chances) => {
      const tried = triesOf(chances);
      expect(tried).toHaveLength(10);
      expect(tried.at(-1)).toBeGreaterThan(72 * HOUR_MS);
      expect(tried.at(-1)).toBeLessThan(84 * HOUR_MS);
    }),
  );
});

it('each pause of a webhook is at most a tenth longer than agreed', () => {
  const tried = triesOf(Array(20).fill({ random: 1, late: 0 }));
  for (const [index, pause] of jobKinds.webhook.pauses.entries()) {
    expect((tried[index + 1] ?? 0) - (tried[index] ?? 0)).toBe(Math.round(pause * 1.1));
  }
});

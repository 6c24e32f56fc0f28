import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateCount } from '../../shared/domain/finite-population.ts';

/** The chance of so many hits, counted out. */
function chanceOf(hits: number, all: number, sampled: number, population: number): number {
  const choose = (n: number, k: number): number =>
    k < 0 || k > n ? 0 : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
  return (choose(all, hits) * choose(population - all, sampled - hits)) / choose(population, sampled);
}

describe('an estimate from a sample of a population', () => {
  it('holds the true number at least 95 times in a hundred, whatever it is', () => {
    for (const [population, sampled] of [
      [40, 10],
      [60, 45],
      [25, 5],
    ] as const) {
      for (let all = 0; all <= population; all++) {
        let covered = 0;
        for (let hits = 0; hits <= Math.min(all, sampled); hits++) {
          const { low, high } = estimateCount(hits, sampled, population);
          if (low <= all && all <= high) covered += chanceOf(hits, all, sampled, population);
        }
        expect(covered).toBeGreaterThanOrEqual(0.95 - 1e-9);
      }
    }
  });

  it('is exact when all were looked at', () => {
    expect(estimateCount(7, 50, 50)).toEqual({ count: 7, low: 7, high: 7 });
  });

  it('says of what was never seen how much there may be', () => {
    const { count, low, high } = estimateCount(0, 2_000, 100_000);
    expect([count, low]).toEqual([0, 0]);
    // The rule of three, for two sides: about 3.7 / 2,000.
    expect(high).toBeGreaterThan(150);
    expect(high).toBeLessThan(200);
  });

  it('lies between its bounds, and these between what was seen and what can be', () => {
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(), fc.nat(), (population, a, b) => {
        const sampled = a % (population + 1);
        const hits = b % (sampled + 1);
        const { count, low, high } = estimateCount(hits, sampled, population);
        expect(low).toBeLessThanOrEqual(count);
        expect(count).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(hits, low));
        expect(high).toBeLessThanOrEqual(population);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { score } from '../../../shared/domain/scoring/score.ts';
import {
  isFull,
  marksOf,
  NO_POINTS,
  type Points,
  totalOf,
  withMarks,
} from '../../../shared/domain/scoring/tally.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { NOW, pageView, submission, tracked } from '../builders.ts';
import { rules } from './rules.ts';

const moment = fc
  .date({ min: new Date('2026-08-15T00:00:00Z'), max: new Date(NOW), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyEvent: fc.Arbitrary<AnyEvent> = fc.oneof(
  fc
    .tuple(fc.constantFrom('/', '/a', '/b', '/guides/1', '/guides/2', '/pricing', '/demo'), moment)
    .map(([path, at]) => pageView(path, { at })),
  fc.tuple(fc.constantFrom('whitepaper', 'contact'), moment).map(([form, at]) => submission(form, { at })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), moment)
    .map(([step, at]) => tracked('Demo Step Completed', { props: { step }, at })),
  fc.tuple(fc.constantFrom('r1', 'r2'), moment).map(([id, at]) => tracked('Webinar Registered', { id, at })),
);

/** What the pipeline does: batches of events come in, each adds its marks to the sets that are kept. */
function tallied(batches: AnyEvent[][]): number {
  const sets = new Map<string, Set<string>>();
  let points: Points = NO_POINTS;
  for (const batch of batches) {
    for (const [scope, marks] of marksOf(batch, rules, NOW)) {
      if (isFull(points, scope, rules)) continue;
      const all = (sets.get(scope) ?? new Set()).union(marks);
      sets.set(scope, all);
      points = withMarks(points, scope, all, rules, NOW);
    }
  }
  return totalOf(points, rules, NOW);
}

describe('a score that is kept up to date', () => {
  it('equals the score of all events, in any order, repetition and split', () => {
    const histories = fc
      .array(anyEvent, { maxLength: 120 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
          fc.integer({ min: 1, max: 20 }),
        ),
      );
    fc.assert(
      fc.property(histories, ([events, told, size]) => {
        const batches = Array.from({ length: Math.ceil(told.length / size) }, (_, n) =>
          told.slice(n * size, (n + 1) * size),
        );
        expect(tallied(batches)).toBe(score(events, rules, NOW).total);
      }),
      { numRuns: 300 },
    );
  });

  it('equals it on days that earn more than the cap', () => {
    const many = fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 60, maxLength: 150 });
    fc.assert(
      fc.property(many, (pages) => {
        const events = pages.map((page) => pageView(`/guides/${page}`));
        expect(tallied(events.map((event) => [event]))).toBe(score(events, rules, NOW).total);
      }),
      { numRuns: 30 },
    );
  });
});

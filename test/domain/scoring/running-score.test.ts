import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_POINTS, type Points, withoutExpired } from '../../../shared/domain/scoring/points-by-day.ts';
import { asReceived, type Room } from '../../../shared/domain/scoring/room.ts';
import {
  countedKeys,
  needlessKeys,
  nextExpiry,
  pointsOn,
  totalPoints,
  withCountedKeys,
} from '../../../shared/domain/scoring/running-score.ts';
import { score } from '../../../shared/domain/scoring/score.ts';
import type { Scoring } from '../../../shared/domain/scoring/scoring.ts';
import { readWindowKey } from '../../../shared/domain/scoring/window-keys.ts';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
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

/** Does what the pipeline does: each batch of events adds its keys to the stored sets, which lose what is needless. */
function tallied(batches: AnyEvent[][], now = NOW): number {
  const sets = new Map<string, Set<string>>();
  let points: Points = NO_POINTS;
  for (const [n, batch] of batches.entries()) {
    for (const [scope, marks] of countedKeys(batch, rules, NOW, points)) {
      const all = (sets.get(scope) ?? new Set()).union(marks);
      const needless = n % 3 === 0 ? [] : needlessKeys(scope, all, rules, NOW);
      sets.set(scope, all.difference(new Set(needless)));
      points = withCountedKeys(points, scope, all, rules, NOW);
    }
  }
  return totalPoints(points, rules, now);
}

describe('a running score', () => {
  it('equals the score of all events, for any order, repetition and split', () => {
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
      fc.property(histories, ([events, repeated, size]) => {
        const batches = Array.from({ length: Math.ceil(repeated.length / size) }, (_, n) =>
          repeated.slice(n * size, (n + 1) * size),
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

  it('equals it, today and later, when events that count once in the window fill whole days', () => {
    const choice = fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 2 }));
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 60, maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (all, size) => {
          const events = all.map(([id, daysAgo]) =>
            tracked('Webinar Registered', { id: `w${id}`, at: plus(NOW, -daysAgo * 86_400_000) }),
          );
          const batches = Array.from({ length: Math.ceil(events.length / size) }, (_, n) =>
            events.slice(n * size, (n + 1) * size),
          );
          for (const days of [0, 88, 89, 90, 91]) {
            const later = plus(NOW, days * 86_400_000);
            expect(tallied(batches, later)).toBe(score(events, rules, later).total);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what counts once in the window', () => {
  const uses = fc.array(
    fc.record({ id: fc.nat(60), daysAgo: fc.nat(95), isNow: fc.boolean(), isOld: fc.boolean() }),
    { minLength: 20, maxLength: 200 },
  );

  it('equals the score, then and later, when two processes add and remove keys at once', () => {
    fc.assert(
      fc.property(uses, (all) => {
        const events = all.map(({ id, daysAgo }) =>
          tracked('Webinar Registered', { id: `w${id}`, at: plus(NOW, -daysAgo * DAY_MS) }),
        );
        let keys = new Set<string>();
        let [points, seen] = [NO_POINTS, keys];
        for (const [n, event] of events.entries()) {
          const { isNow, isOld } = all[n] as (typeof all)[number];
          keys = keys.union(new Set(oldForm(countedKeys([event], rules, NOW, points).get('window'), isOld)));
          // The other process removes what it found needless a while ago.
          const view = isNow ? keys : seen;
          keys = keys.difference(new Set(needlessKeys('window', view, rules, NOW)));
          if (isNow) seen = keys;
          points = withCountedKeys(points, 'window', keys, rules, NOW);
        }
        for (const days of [0, 1, 20, 50, 89, 90, 91]) {
          const later = plus(NOW, days * DAY_MS);
          expect(totalPoints(points, rules, later)).toBe(score(events, rules, later).total);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes few keys, whatever happens in a year that counts', () => {
    const year: Scoring = {
      ...{ ...rules, windowDays: 365, cap: 1_000 },
      rules: [{ name: 'use', on: 'track', event: 'Webinar Registered', points: 1 }],
    };
    let keys = new Set<string>();
    let points = NO_POINTS;
    let largest = 0;
    for (let day = 365; day >= 0; day--) {
      const now = plus(NOW, -day * DAY_MS);
      const events = Array.from({ length: 60 }, (_, n) =>
        tracked('Webinar Registered', { id: `${day} ${n}`, at: now }),
      );
      keys = keys.union(countedKeys(events, year, now, points).get('window') ?? new Set());
      largest = Math.max(largest, keys.size);
      points = withCountedKeys(points, 'window', keys, year, now);
      const needless = needlessKeys('window', keys, year, now);
      if (needless.length >= 100) keys = keys.difference(new Set(needless));
      expect(totalPoints(points, year, now)).toBe(Math.min(1_000, (366 - day) * 60));
    }
    expect(largest).toBeLessThan(1_200);
    expect(Math.max(...[...keys].map(({ length }) => length))).toBe(13);
  });
});

/** Keys as they were written until November 2026. */
function oldForm(keys: Iterable<string> = [], isOld: boolean): string[] {
  return [...keys].map((key) => {
    const { id, day, points } = readWindowKey(key);
    return isOld ? `${id}${points}@${day}` : key;
  });
}

describe('the keys of a flood of events', () => {
  it('stay few, however many events come and however they are split', () => {
    const flood = Array.from({ length: 2_000 }, (_, n) => [
      pageView(`/guides/${n}`),
      tracked('Webinar Registered', { id: `w${n}` }),
    ]).flat();
    const atOnce = countedKeys(flood, rules, NOW);
    const full: Points = { daily: { '2026-11-22': 100 }, window: { '2026-11-22': 100 } };
    expect([...atOnce.values()].map(({ size }) => size)).toEqual([50, 34]);
    expect(countedKeys(flood, rules, NOW, full).size).toBe(0);
  });
});

describe('an event that cannot change the total', () => {
  const YESTERDAY = '2026-11-21';
  const registered = (id: string, at = NOW) => tracked('Webinar Registered', { id, at });
  const keysOf = (events: AnyEvent[], points = NO_POINTS) =>
    [...countedKeys(events, rules, NOW, points)].map(([bucket, keys]) => [bucket, keys.size]);
  const yesterday = registered('old', `${YESTERDAY}T12:00:00.000Z`);

  it('adds no key before the window', () => {
    const at = (time: string) => [pageView('/a', { at: time }), registered('w', time)];
    expect(keysOf(at('2026-08-23T23:59:59.999Z'))).toEqual([]);
    expect(keysOf(at('2026-08-24T00:00:00.000Z'))).toEqual([
      ['2026-08-24', 1],
      ['window', 1],
    ]);
  });

  it('takes no room of its day when it is a repetition', () => {
    const again = Array.from({ length: 60 }, () => pageView('/guides/0'));
    const others = Array.from({ length: 60 }, (_, n) => pageView(`/guides/${n}`));
    expect(keysOf([...again, ...others])).toEqual([['2026-11-22', 50]]);
  });

  it.each([
    ['earn the cap', { '2026-11-22': 100 }, []],
    ['earn one less', { '2026-11-22': 99 }, [['window', 1]]],
    ['earn it together', { '2026-11-22': 50, '2026-11-23': 50 }, []],
    ['earn it only with its own day', { '2026-11-22': 60, [YESTERDAY]: 60 }, [['window', 1]]],
    ['earn it only with older days', { '2026-11-22': 60, '2026-11-20': 60 }, [['window', 1]]],
  ])('adds no key of the window once newer days %s', (_, window, keys) => {
    expect(keysOf([yesterday], { daily: {}, window })).toEqual(keys);
  });

  it('adds no key of the window when newer events with it earn the cap', () => {
    const today = (many: number) => Array.from({ length: many }, (_, n) => registered(`w${n}`));
    expect(keysOf([yesterday, ...today(33)])).toEqual([['window', 34]]);
    for (const receivedAt of [yesterday.at, plus(NOW, 1_000)]) {
      const events = [{ ...yesterday, receivedAt }, ...today(34)];
      expect(countedKeys(events, rules, NOW)).toEqual(countedKeys(today(34), rules, NOW));
    }
  });
});

describe('a key', () => {
  it('stays the same in every version, because it is stored', () => {
    const events = [
      pageView('/guides/1'),
      submission('whitepaper'),
      tracked('Webinar Registered', { id: 'r1' }),
      tracked('Demo Step Completed', { props: { step: 'é' } }),
    ];
    const keys = [...countedKeys(events, rules, NOW)].map(([bucket, own]) => [bucket, [...own].sort()]);
    expect(keys).toEqual([
      ['2026-11-22', ['imci998hr2', 'of05x1hdn2']],
      ['window', ['4feu2qk3kg173', '5hr5dft3ug172']],
    ]);
  });
});

describe('points by day', () => {
  const points: Points = {
    daily: { '2026-08-23': 4, '2026-08-24': 5, '2026-11-22': 6 },
    window: { '2026-08-23': 1, '2026-08-25': 2 },
  };

  it('are forgotten 90 days after their day', () => {
    expect(withoutExpired(points, rules, NOW)).toEqual({
      daily: { '2026-08-24': 5, '2026-11-22': 6 },
      window: { '2026-08-25': 2 },
    });
    expect(totalPoints(points, rules, NOW)).toBe(13);
    expect(totalPoints({ daily: { '2026-11-22': 99 }, window: { '2026-11-22': 2 } }, rules, NOW)).toBe(100);
  });

  it('expire at the first midnight in UTC after that, the oldest first', () => {
    expect(nextExpiry(points, rules)).toBe('2026-11-22T00:00:00.000Z');
    expect(nextExpiry({ daily: { '2026-11-22': 1 }, window: { '2026-08-25': 2 } }, rules)).toBe(
      '2026-11-24T00:00:00.000Z',
    );
    expect(nextExpiry(NO_POINTS, rules)).toBeUndefined();
  });

  it('are those that the events of that day earn, each once', () => {
    const events = [
      ...[pageView('/a'), pageView('/a'), pageView('/pricing')],
      ...[tracked('Webinar Registered', { id: 'r1' }), pageView('/b', { at: plus(NOW, -DAY_MS) })],
      pageView('/b', { at: plus(NOW, DAY_MS) }),
    ];
    expect(pointsOn('2026-11-22', events, rules)).toEqual({ points: 1 + 3 + 3 });
    expect(pointsOn('2026-11-20', events, rules)).toEqual({ points: 0 });
  });

  it('are those of what counts once in the window too, though it came again on a later day', () => {
    const onDay = (day: string) =>
      tracked('Demo Step Completed', { at: `${day}T12:00:00.000Z`, props: { step: 'import' } });
    const events = ['2026-11-20', '2026-11-22'].map(onDay);
    expect(
      ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => pointsOn(day, events, rules).points),
    ).toEqual([2, 0, 2]);
  });

  it('of a day before the window are not added', () => {
    const keys = ['imci998hr2', 'lilql9mv41'];
    expect(withCountedKeys(NO_POINTS, '2026-08-23', keys, rules, NOW)).toEqual(NO_POINTS);
    expect(withCountedKeys(NO_POINTS, '2026-08-24', keys, rules, NOW).daily).toEqual({ '2026-08-24': 3 });
    expect(needlessKeys('2026-08-23', keys, rules, NOW)).toEqual([]);
  });
});

describe('a day that was full when sales returned the lead', () => {
  const full: Points = { daily: { '2026-11-22': 100 }, window: {} };
  const room = { since: NOW, upTo: 104 };
  const later = plus(NOW, 1_000);
  const view = (n: number, receivedAt = later) => pageView(`/guides/${n}`, { receivedAt });
  const sizeOf = (events: AnyEvent[], own: Room | undefined, points = full) =>
    countedKeys(events, rules, NOW, points, own).get('2026-11-22')?.size ?? 0;

  it('has room for as many new points as the next hand-over needs', () => {
    expect(sizeOf([view(1)], undefined)).toBe(0);
    expect(sizeOf([view(1, NOW)], room)).toBe(0);
    expect(sizeOf([view(1), view(2), view(3)], room)).toBe(3);
    expect(sizeOf([view(1)], room, { daily: { '2026-11-22': 104 }, window: {} })).toBe(0);
    expect(sizeOf([view(1)], { since: plus(NOW, -DAY_MS), upTo: 104 })).toBe(0);
  });

  it('keeps what was there before the return, and then what is new', () => {
    const events = [...Array.from({ length: 60 }, (_, n) => view(n)), ...[60, 61].map((n) => view(n, NOW))];
    const keys = countedKeys(events, rules, NOW, NO_POINTS, room).get('2026-11-22') as Set<string>;
    expect(keys.size).toBe(52);
    for (const key of countedKeys([view(60), view(61)], rules, NOW).get('2026-11-22') ?? [])
      expect(keys).toContain(key);
  });

  it('takes nothing as new that was there before the return and came again', () => {
    const [before, again] = [NOW, later].map((receivedAt) =>
      tracked('Webinar Registered', { id: 'w1', receivedAt }),
    ) as [AnyEvent, AnyEvent];
    const known: Points = { daily: {}, window: { '2026-11-22': 100 } };
    const count = (events: AnyEvent[]) => countedKeys(events, rules, NOW, known, room).get('window')?.size;
    expect(count([again])).toBe(1);
    expect(count([again, before])).toBeUndefined();
  });

  it('takes events in the order in which they were received, and by their ids when that is at once', () => {
    const events = ['a', 'b', 'c'].flatMap((id) =>
      [NOW, later].map((receivedAt) => pageView('/a', { id, receivedAt })),
    );
    const inOrder = [0, 2, 4, 1, 3, 5].map((n) => events[n]);
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: 6 }), (shuffled) => {
        expect(asReceived(shuffled)).toEqual(inOrder);
      }),
      { numRuns: 50 },
    );
  });

  it('sees new points of the window too, and no room is larger than the record keeps', () => {
    const events = Array.from({ length: 500 }, (_, n) =>
      tracked('Webinar Registered', { id: `w${n}`, receivedAt: later }),
    );
    const known: Points = { daily: {}, window: { '2026-11-22': 100 } };
    const count = (own: Room) => countedKeys(events, rules, NOW, known, own).get('window')?.size;
    expect(count({ since: NOW, upTo: 106 })).toBe(36);
    expect(count({ since: NOW, upTo: 100_000 })).toBe(432);
    const keys = countedKeys(events, rules, NOW, known, { since: NOW, upTo: 100_000 }).get('window') ?? [];
    expect(
      withCountedKeys(NO_POINTS, 'window', keys, rules, NOW, { since: NOW, upTo: 100_000 }).window,
    ).toEqual({
      '2026-11-22': 1_295,
    });
    expect(withCountedKeys(NO_POINTS, 'window', keys, rules, NOW).window).toEqual({ '2026-11-22': 102 });
  });
});

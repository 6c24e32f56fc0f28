import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainEvents } from '../../../shared/domain/scoring/explain-events.ts';
import { NO_POINTS, type Points, withFitPoints } from '../../../shared/domain/scoring/points-by-day.ts';
import {
  countedKeys,
  needlessKeys,
  nextExpiry,
  totalPoints,
  withCountedKeys,
} from '../../../shared/domain/scoring/running-score.ts';
import { score } from '../../../shared/domain/scoring/score.ts';
import { otherScores } from '../../../shared/domain/scoring/scores.ts';
import { type Scoring, scoringSchema } from '../../../shared/domain/scoring/scoring.ts';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { NOW, pageView, reaction, stay, submission, tracked, withdrawal } from '../builders.ts';
import { rules as plain } from './rules.ts';

const withRules = (...rules: object[]): Scoring => scoringSchema.parse({ ...plain, rules });
const daysAgo = (days: number) => plus(NOW, -days * DAY_MS);
const scoreOf = (rules: Scoring, ...events: AnyEvent[]) => score(events, rules, NOW);

const page = { name: 'page', on: 'page', points: 1 };
const careers = { name: 'careers', on: 'page', paths: ['/careers'], points: -10 };
const demo = { on: 'track', event: 'Demo', oncePer: 'step' };

describe('a rule that counts from so many times', () => {
  const third = withRules({ name: 'third', ...demo, atLeast: 3, points: 5 });
  const step = (name: string, days = 0) => tracked('Demo', { props: { step: name }, at: daysAgo(days) });

  it('earns nothing before, and its points each time from then on', () => {
    const steps = ['a', 'b', 'c', 'd'].map((name, n) => step(name, 4 - n));
    expect([1, 2, 3, 4].map((many) => scoreOf(third, ...steps.slice(0, many)).total)).toEqual([0, 0, 5, 10]);
    expect(scoreOf(third, ...steps).ledger.map(({ eventId }) => eventId)).toEqual([
      steps[2]?.id,
      steps[3]?.id,
    ]);
  });

  it('counts the same thing once', () => {
    expect(scoreOf(third, step('a'), step('a', 2), step('b'), step('b', 1)).total).toBe(0);
  });

  it('counts anew when what came before leaves the window', () => {
    const steps = [step('a', 90), step('b', 5), step('c', 4), step('d', 1)];
    const later = plus(NOW, DAY_MS);
    expect([NOW, later].map((now) => score(steps, third, now).total)).toEqual([10, 5]);
  });

  it('counts besides the first rule that matches, wherever it stands', () => {
    const often = { name: 'often', on: 'page', atLeast: 2, points: 4 };
    const views = [pageView('/a'), pageView('/b')];
    for (const rules of [withRules(often, page), withRules(page, often)]) {
      expect(scoreOf(rules, ...views).total).toBe(1 + 1 + 4);
    }
  });
});

describe('a rule that counts from so many days', () => {
  const back = withRules(page, { name: 'came back', on: 'page', onDays: 3, points: 5 });

  it('counts each day once, from the third different day on', () => {
    const on = (days: number, path = '/a') => pageView(path, { at: daysAgo(days) });
    expect(scoreOf(back, on(3), on(3, '/b'), on(3, '/c'), on(2)).total).toBe(4);
    expect(scoreOf(back, on(3), on(2), on(1), on(1, '/b')).total).toBe(4 + 5);
    expect(scoreOf(back, on(3), on(2), on(1), on(0)).total).toBe(4 + 10);
  });
});

describe('a rule for who stays on a page', () => {
  const minute = withRules(page, { name: 'read', on: 'page', paths: ['/pricing'], seconds: 60, points: 5 });

  it('counts once a day for each page, besides the view', () => {
    const read = [pageView('/pricing'), stay('/pricing', 59), stay('/nl/pricing', 200)];
    const rules = {
      ...minute,
      samePage: { languages: ['nl'], indexFiles: [], endings: [], ignoreCase: true },
    };
    expect(scoreOf(rules, ...read).total).toBe(1 + 5);
    expect(scoreOf(rules, ...read, stay('/pricing', 90)).total).toBe(1 + 5);
    expect(scoreOf(rules, stay('/pricing', 59), stay('/other', 600)).total).toBe(0);
    expect(scoreOf(rules, stay('/pricing', 90, { bot: 'user-agent' })).total).toBe(0);
  });
});

describe('points that are taken off', () => {
  it('come off what is earned, at most the cap, and never below 0', () => {
    const rules = withRules(careers, { ...page, points: 40 });
    const pages = (many: number) => Array.from({ length: many }, (_, n) => pageView(`/${n}`));
    expect(scoreOf(rules, ...pages(1), pageView('/careers'))).toMatchObject({ total: 30 });
    expect(scoreOf(rules, ...pages(1), pageView('/careers'))).not.toHaveProperty('cut');
    expect(scoreOf(rules, ...pages(3), pageView('/careers'))).toMatchObject({ total: 90, cut: { cap: 20 } });
    expect(scoreOf(rules, pageView('/careers'))).toMatchObject({ total: 0, cut: { floor: 10 } });
    const both = Array.from({ length: 12 }, (_, n) => pageView('/careers', { at: daysAgo(n) }));
    expect(scoreOf(rules, ...pages(3), ...both)).toMatchObject({ total: 0, cut: { cap: 20, floor: 20 } });
  });

  it('are those of a person who withdraws, once, and not of an address that is closed', () => {
    const rules = withRules({ ...page, points: 30 }, { name: 'left', on: 'unsubscribe', points: -10 });
    expect(scoreOf(rules, pageView('/a'), withdrawal(), withdrawal({ how: 'complaint' })).total).toBe(20);
    expect(scoreOf(rules, pageView('/a'), withdrawal({ how: 'hard-bounce' })).total).toBe(30);
    expect(scoreOf(rules, pageView('/a'), withdrawal({ to: 'granted', how: 'preferences' })).total).toBe(30);
    expect(scoreOf(rules, pageView('/a'), withdrawal({ at: daysAgo(91) })).total).toBe(30);
  });

  it('are those of the fit, by the first rule that its reasons meet', () => {
    const rules = withRules(
      { ...page, points: 30 },
      { name: 'student', on: 'fit', is: 'bad', because: ['studentDomains'], points: -20 },
      { name: 'bad', on: 'fit', is: 'bad', points: -5 },
    );
    const student = { code: 'student-domain', value: 'uva.nl', says: 'bad' } as const;
    const small = { code: 'employees', value: '2', says: 'bad' } as const;
    const total = (...reasons: (typeof student | typeof small)[]) =>
      score([pageView('/a')], rules, NOW, { verdict: reasons.length > 0 ? 'bad' : 'good', reasons });
    expect([total(), total(small), total(student, small)].map((one) => one.total)).toEqual([30, 25, 10]);
    expect(total(student).ledger.at(-1)).toEqual({ eventId: 'fit', rule: 'student', points: -20, at: NOW });
  });
});

const scores = {
  crm: { name: 'CRM', threshold: 10 },
  chat: { name: 'Chat', threshold: 5 },
};

const special: fc.Arbitrary<Scoring> = fc
  .record({
    cap: fc.constantFrom(20, 100),
    n: fc.integer({ min: 2, max: 5 }),
    days: fc.integer({ min: 2, max: 5 }),
    points: fc.integer({ min: -9, max: 9 }).filter((one) => one !== 0),
    off: fc.integer({ min: -30, max: -1 }),
  })
  .map(({ cap, n, days, points, off }) => ({
    ...plain,
    ...{ cap, scores },
    rules: withRules(
      { ...careers, points: off, for: ['chat'] },
      { name: 'a', on: 'page', paths: ['/a', '/guides/*'], points: 6, for: ['crm', 'chat'] },
      {
        name: 'steps',
        on: 'track',
        event: 'Demo Step Completed',
        oncePer: 'step',
        atLeast: n,
        points,
        for: ['crm'],
      },
      { name: 'uses', on: 'track', event: 'Webinar Registered', atLeast: n, points: -points },
      { name: 'days', on: 'page', onDays: days, points },
      { name: 'many pages', on: 'page', paths: ['/a', '/b', '/guides/*'], atLeast: n, points: off },
      { name: 'studied', on: 'page', seconds: 30, points: 4 },
      { name: 'studied often', on: 'page', seconds: 60, atLeast: 2, points: 6 },
      { name: 'left', on: 'unsubscribe', points: off, for: ['crm'] },
      { name: 'click', on: 'click', points: 7, for: ['chat'] },
      ...plain.rules,
    ).rules,
  }));

const moment = fc.nat(100 * 24).map((hours) => plus(NOW, -hours * 3_600_000));
const path = fc.constantFrom('/', '/a', '/b', '/guides/1', '/careers', '/pricing');
const anyEvent: fc.Arbitrary<AnyEvent> = fc.oneof(
  fc.tuple(path, moment).map(([to, at]) => pageView(to, { at })),
  fc.tuple(path, fc.nat(90), moment).map(([to, seconds, at]) => stay(to, seconds, { at })),
  fc.tuple(fc.constantFrom('whitepaper', 'contact'), moment).map(([form, at]) => submission(form, { at })),
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'd'), moment)
    .map(([step, at]) => tracked('Demo Step Completed', { props: { step }, at })),
  fc.tuple(fc.nat(40), moment).map(([n, at]) => tracked('Webinar Registered', { id: `w${n}`, at })),
  fc.tuple(fc.nat(9), moment).map(([n, at]) => reaction('click', `m${n}`, { at })),
  moment.map((at) => withdrawal({ at })),
);

/** Does what the pipeline does with each batch. Another process may remove what it found needless a while ago. */
function tallied(batches: AnyEvent[][], rules: Scoring): Points {
  const sets = new Map<string, Set<string>>();
  let [points, seen]: [Points, Set<string>] = [NO_POINTS, new Set()];
  for (const [n, batch] of batches.entries()) {
    for (const [bucket, keys] of countedKeys(batch, rules, NOW, points)) {
      const all = (sets.get(bucket) ?? new Set<string>()).union(keys);
      const view = n % 4 === 1 ? seen : all;
      const needless = n % 3 === 0 ? [] : needlessKeys(bucket, bucket === 'window' ? view : all, rules, NOW);
      if (bucket === 'window' && n % 2 === 0) seen = all;
      sets.set(bucket, all.difference(new Set(needless)));
      points = withCountedKeys(points, bucket, all, rules, NOW);
    }
  }
  return points;
}

const histories = fc
  .array(anyEvent, { maxLength: 150 })
  .chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      fc.integer({ min: 1, max: 30 }),
    ),
  );

describe('the running score of special rules and points below 0', () => {
  it('equals the score, today and later, for any order, repetition and split', () => {
    fc.assert(
      fc.property(special, histories, fc.nat(20), (rules, [events, repeated, size], off) => {
        const batches = Array.from({ length: Math.ceil(repeated.length / size) }, (_, n) =>
          repeated.slice(n * size, (n + 1) * size),
        );
        const points = withFitPoints(tallied(batches, rules), off, ['chat']);
        const fit = { verdict: 'bad', reasons: [] } as const;
        const all = { ...rules, rules: [...rules.rules, ...fitRule(off)] };
        for (const days of [0, 1, 20, 50, 89, 90, 91]) {
          const later = plus(NOW, days * DAY_MS);
          const told = score(events, all, later, fit);
          expect(totalPoints(points, rules, later)).toBe(told.total);
          for (const [name, { total }] of Object.entries(otherScores(told.ledger, all))) {
            expect([name, totalPoints(points.of?.[name] ?? NO_POINTS, rules, later)]).toEqual([name, total]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays equal until its next expiry, and only then changes by itself', () => {
    fc.assert(
      fc.property(special, fc.array(anyEvent, { maxLength: 60 }), (rules, events) => {
        const points = tallied([events], rules);
        const next = nextExpiry(points, rules) ?? plus(NOW, DAY_MS);
        const before = plus(next < NOW ? NOW : next, -1);
        if (before > NOW) expect(totalPoints(points, rules, before)).toBe(totalPoints(points, rules, NOW));
      }),
      { numRuns: 100 },
    );
  });

  it('has few keys, however many events come', () => {
    const rules = withRules(
      { name: 'often', on: 'page', atLeast: 50, points: 1 },
      { name: 'off', on: 'page', atLeast: 2, points: -1 },
      { name: 'use', on: 'track', event: 'Use', points: 1 },
    );
    let keys = new Set<string>();
    let points = NO_POINTS;
    for (let day = 90; day >= 0; day--) {
      const events = Array.from({ length: 200 }, (_, n) => [
        pageView(`/${day}-${n}`, { at: daysAgo(day) }),
        tracked('Use', { id: `${day}-${n}`, at: daysAgo(day) }),
      ]).flat();
      keys = keys.union(countedKeys(events, rules, NOW, points).get('window') ?? new Set());
      points = withCountedKeys(points, 'window', keys, rules, NOW);
      keys = keys.difference(new Set(needlessKeys('window', keys, rules, NOW)));
    }
    expect(keys.size).toBeLessThan(100 + 149 + 101);
  });
});

function fitRule(off: number): Scoring['rules'] {
  return off === 0 ? [] : [{ name: 'fit', on: 'fit', is: 'bad', points: -off, for: ['chat'] }];
}

describe('the explanation', () => {
  const sum = (points: readonly number[]) => points.reduce((all, one) => all + one, 0);

  it('adds up to the score, with what the cap and the floor cut', () => {
    fc.assert(
      fc.property(special, fc.array(anyEvent, { maxLength: 80 }), (rules, events) => {
        const { total, ledger, cut } = score(events, rules, NOW);
        const listed = sum(ledger.map(({ points }) => points));
        expect(listed - (cut?.cap ?? 0) + (cut?.floor ?? 0)).toBe(total);
      }),
      { numRuns: 100 },
    );
  });

  it('of each event is never other than the ledger says, on any page of the history', () => {
    fc.assert(
      fc.property(
        special,
        fc.array(anyEvent, { maxLength: 50 }),
        fc.nat(50),
        fc.nat(30),
        (rules, all, from, size) => {
          const events = [...new Map(all.map((event) => [event.id, event])).values()].sort((a, b) =>
            a.at + a.id < b.at + b.id ? -1 : 1,
          );
          const { ledger } = score(events, rules, NOW);
          const counted = new Set(ledger.map(({ eventId, rule }) => `${eventId} ${rule}`));
          const part = events.slice(from, from + size);
          const isFromStart = from === 0;
          const isToEnd = from + size >= events.length;
          for (const [id, lines] of explainEvents({ events: part, isFromStart, isToEnd }, rules, NOW)) {
            for (const { rule, is } of lines) {
              // Without the tally nothing tells what came later of what counts once in the window.
              if (is === 'perhaps' || (!isToEnd && !['many pages', 'days', 'page'].includes(rule))) continue;
              expect([id, rule, is === 'counted']).toEqual([id, rule, counted.has(`${id} ${rule}`)]);
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

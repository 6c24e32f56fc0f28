import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Explanation, explainEvents } from '../../../shared/domain/scoring/explain-events.ts';
import { countedKeys } from '../../../shared/domain/scoring/running-score.ts';
import { score } from '../../../shared/domain/scoring/score.ts';
import { readWindowKey } from '../../../shared/domain/scoring/window-keys.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { NOW, pageView, reaction, submission, tracked } from '../builders.ts';
import { rules } from './rules.ts';

const moment = fc
  .date({ min: new Date('2026-11-18T00:00:00Z'), max: new Date(NOW), noInvalidDate: true })
  .map((date) => date.toISOString());
const longAgo = fc.constant('2026-06-01T10:00:00.000Z');
const when = fc.oneof({ weight: 9, arbitrary: moment }, { weight: 1, arbitrary: longAgo });

const event: fc.Arbitrary<AnyEvent> = fc.oneof(
  fc.tuple(fc.constantFrom('/', '/guides/1', '/pricing'), when).map(([path, at]) => pageView(path, { at })),
  fc.tuple(fc.constantFrom('whitepaper', 'contact'), when).map(([form, at]) => submission(form, { at })),
  fc.tuple(fc.constantFrom('a', 'b'), when).map(([step, at]) => {
    return tracked('Demo Step Completed', { props: { step }, at });
  }),
  fc.tuple(fc.nat(9), when).map(([n, at]) => reaction('click', `mail-${n}`, { id: `click-${n}-${at}`, at })),
);
const history = fc
  .array(event, { maxLength: 40 })
  .map((events) => events.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1)));

const whole = { isFromStart: true, isToEnd: true };
const explain = (events: AnyEvent[], more: object = {}) =>
  explainEvents({ events, ...whole, ...more }, rules, NOW);
const standings = (explained: Map<string, Explanation[]>) =>
  [...explained.values()].flat().map(({ is }) => is);

describe('the points of events', () => {
  it('are those of the score, if the whole history is known', () => {
    fc.assert(
      fc.property(history, (events) => {
        const counted = [...explain(events)].filter(([, [line]]) => line?.is === 'counted');
        const { ledger } = score(events, rules, NOW);
        expect(counted.map(([id]) => id).sort()).toEqual(ledger.map(({ eventId }) => eventId).sort());
        expect(standings(explain(events))).not.toContain('perhaps');
      }),
    );
  });

  it('are never other than the score says, on any page of the history', () => {
    fc.assert(
      fc.property(history, fc.nat(40), fc.nat(20), (events, from, length) => {
        const part = events.slice(from, from + length);
        const tally = countedKeys(events, rules, NOW).get('window') ?? [];
        const explained = explain(part, {
          isFromStart: from === 0,
          isToEnd: from + length >= events.length,
          counted: [...tally].map(readWindowKey),
        });
        const counted = new Set(score(events, rules, NOW).ledger.map(({ eventId }) => eventId));
        for (const [id, [line]] of explained) {
          const is = line?.is;
          if (is !== 'perhaps') expect([id, is === 'counted']).toEqual([id, counted.has(id)]);
        }
      }),
    );
  });

  it('are all certain when a day is known as a whole, but for what counts once in the window', () => {
    fc.assert(
      fc.property(history, (events) => {
        const day = dayOf(events[0]?.at ?? NOW);
        const pages = events.filter(({ at, type }) => dayOf(at) === day && type !== 'track');
        expect(standings(explain(pages, { isToEnd: false }))).not.toContain('perhaps');
      }),
    );
  });

  it('say that a page counted already that day, and that what is older counts no more', () => {
    const at = (time: string) => ({ at: `2026-11-20T${time}:00.000Z` });
    const [first, again] = [pageView('/pricing', at('09:00')), pageView('/pricing', at('10:00'))];
    const old = pageView('/pricing', { at: '2026-06-01T10:00:00.000Z' });
    expect([...explain([old, first, again]).values()].flat()).toEqual([
      { rule: 'pricing', points: 3, is: 'expired' },
      { rule: 'pricing', points: 3, is: 'counted' },
      { rule: 'pricing', points: 3, is: 'repeated' },
    ]);
  });

  it('leave open what may have counted earlier that day', () => {
    const view = pageView('/pricing', { at: '2026-11-20T09:00:00.000Z' });
    expect(standings(explain([view], { isFromStart: false }))).toEqual(['perhaps']);
  });

  it('are none for a robot', () => {
    expect(explain([pageView('/pricing', { bot: 'user-agent' })]).size).toBe(0);
  });
});

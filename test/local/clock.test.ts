import { describe, expect, it } from 'vitest';
import { parseSpan, VirtualClock } from '../../infra/local/clock.ts';
import { openJournal } from '../../infra/local/journal.ts';
import type { Part } from '../../infra/local/part.ts';

const HOUR = 3_600_000;

function partDue(clock: VirtualClock, ...due: number[]) {
  const ran: number[] = [];
  const part: Part = {
    pending: () => 0,
    nextDue: () => due[0],
    async runDue() {
      while (due[0] !== undefined && due[0] <= clock.now()) {
        ran.push(clock.now() - due[0]);
        due.shift();
      }
    },
    stop: async () => {},
  };
  return { part, ran, due };
}

describe('the clock of the twin', () => {
  it('moves forward by the span that is asked for', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const before = clock.now();
    const now = await clock.advance(7 * 24 * HOUR, [], async () => {});
    expect(now - before).toBeGreaterThanOrEqual(7 * 24 * HOUR);
    expect(now - before).toBeLessThan(7 * 24 * HOUR + 1_000);
  });

  it('stops at every moment at which a part has something to do', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const now = clock.now();
    const { part, ran, due } = partDue(clock, now + HOUR, now + 2 * HOUR, now + 9 * HOUR);
    await clock.advance(3 * HOUR, [part], async () => {});
    expect(ran).toHaveLength(2);
    expect(Math.max(...ran)).toBeLessThan(1_000);
    expect(due).toHaveLength(1);
  });

  it('waits until all is settled before it goes on', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const start = clock.now();
    const { part } = partDue(clock, start + HOUR);
    const settledAt: number[] = [];
    await clock.advance(2 * HOUR, [part], async () => {
      settledAt.push(Math.floor((clock.now() - start) / HOUR));
    });
    expect(settledAt).toEqual([0, 1, 2]);
  });

  it('goes on from the same time after a restart', async () => {
    const journal = openJournal(':memory:');
    const now = await new VirtualClock(journal).advance(24 * HOUR, [], async () => {});
    expect(new VirtualClock(journal).now()).toBeGreaterThanOrEqual(now);
  });
});

describe('a span', () => {
  it.each([
    ['7d', 7 * 24 * HOUR],
    ['12h', 12 * HOUR],
    ['20m', HOUR / 3],
    ['30s', 30_000],
  ])('%s is read', (text, milliseconds) => {
    expect(parseSpan(text)).toBe(milliseconds);
  });

  it.each(['7', '-1d', '1w', 'd', '', 7, undefined])('%s is no span', (text) => {
    expect(parseSpan(text)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { parseSpan, VirtualClock } from '../../../../infra/local/clock/virtual-clock.ts';
import type { Part } from '../../../../infra/local/part.ts';
import { openJournal } from '../../../../infra/local/storage/journal.ts';

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
  it('moves forward by the given span', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const before = clock.now();
    const now = await clock.advance(7 * 24 * HOUR, [], async () => {});
    expect(now - before).toBeGreaterThanOrEqual(7 * 24 * HOUR);
    expect(now - before).toBeLessThan(7 * 24 * HOUR + 1_000);
  });

  it('can start in the past or the future', () => {
    for (const start of ['2020-02-29T12:00:00Z', '2038-01-20T09:00:00Z']) {
      const late = new VirtualClock(openJournal(':memory:'), new Date(start)).now() - Date.parse(start);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1_000);
    }
  });

  it('continues an existing time, wherever it should start', () => {
    const journal = openJournal(':memory:');
    const before = new VirtualClock(journal, new Date('2028-02-29T12:00:00Z')).now();
    const after = new VirtualClock(journal, new Date('2020-01-01T00:00:00Z')).now();
    expect(after - before).toBeLessThan(1_000);
    expect(after).toBeGreaterThanOrEqual(before);
  });

  it('stops whenever a part has something due', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const now = clock.now();
    const { part, ran, due } = partDue(clock, now + HOUR, now + 2 * HOUR, now + 9 * HOUR);
    await clock.advance(3 * HOUR, [part], async () => {});
    expect(ran).toHaveLength(2);
    expect(Math.max(...ran)).toBeLessThan(1_000);
    expect(due).toHaveLength(1);
  });

  it('waits until everything is settled before it goes on', async () => {
    const clock = new VirtualClock(openJournal(':memory:'));
    const start = clock.now();
    const { part } = partDue(clock, start + HOUR);
    const settledAt: number[] = [];
    await clock.advance(2 * HOUR, [part], async () => {
      settledAt.push(Math.floor((clock.now() - start) / HOUR));
    });
    expect(settledAt).toEqual([0, 1, 2]);
  });

  it('continues from the same time after a restart', async () => {
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

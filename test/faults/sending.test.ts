import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { type System, startSystem } from '../journeys/system.ts';
import { confirmedReaders, faultsOf, justBefore, passUnswept, Reader, TUESDAY } from './reader.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [PAPER, TIP] = ['whitepaper', 'start-at-the-end'];
const SENDING = { service: 'ses', operation: 'SendRawEmail' };

let system: System;
let faults: ReturnType<typeof faultsOf>;
let start: number;
let readers: Reader[] = [];
beforeAll(async () => {
  system = await startSystem({ now: TUESDAY });
  faults = faultsOf(system);
}, 60_000);
afterAll(() => system.stop());

// Each begins on a Tuesday of its own, when nobody of before is mailed any more.
beforeEach(async () => {
  const weeks = Math.ceil((system.twin.clock.now() - TUESDAY.getTime()) / (7 * DAY));
  await passUnswept(system, TUESDAY.getTime() + weeks * 7 * DAY);
  start = system.twin.clock.now();
});
afterEach(async () => {
  await faults.clear();
  for (const reader of readers.splice(0)) await reader.leaves();
});

async function confirmed(count: number): Promise<Reader[]> {
  readers = await confirmedReaders(system, count);
  return readers;
}

const firstTipDue = () => start + 7 * DAY;
async function eachGot(...steps: (string | undefined)[]): Promise<void> {
  for (const reader of readers) expect(await reader.got()).toEqual(steps);
}

describe('a mail service whose answer gets lost', () => {
  it('is given no second mail', async () => {
    await faults.add({ ...SENDING, kind: 'timeout-after', times: 3 });
    await confirmed(3);
    expect(await faults.left()).toEqual([]);
    await system.advance('1h');
    await eachGot(PAPER);
    await faults.add({ ...SENDING, kind: 'timeout-after', times: 3 });
    await system.advance('7d');
    expect(await faults.left()).toEqual([]);
    await eachGot(PAPER, TIP);
  }, 60_000);
});

describe('a mail service that refuses for now', () => {
  it('delays mails and loses none', async () => {
    const refuses = async () => {
      for (const kind of ['throttle', 'error']) await faults.add({ ...SENDING, kind, times: 3 });
    };
    readers = Array.from({ length: 3 }, () => new Reader(system));
    await refuses();
    for (const reader of readers) await reader.asks();
    await system.advance('1h');
    expect(await faults.left()).toEqual([]);
    await eachGot(PAPER);
    for (const reader of readers) await reader.confirms();
    await refuses();
    await system.advance('7d');
    expect(await faults.left()).toEqual([]);
    await eachGot(PAPER, TIP);
  }, 60_000);
});

describe('a sweeper that was down for three hours', () => {
  it('sends each mail once, even when it then runs twice and in parallel', async () => {
    await confirmed(12);
    await passUnswept(system, firstTipDue() + 3 * HOUR);
    const sweep = (shard: number) =>
      system.local('/invoke/timers', { method: 'POST', body: JSON.stringify({ shard }) });
    const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => shard);
    for (let time = 1; time <= 2; time++) await Promise.all([...shards, ...shards].map(sweep));
    await system.settled();
    await eachGot(PAPER, TIP);
    for (const reader of readers) {
      const [, tip] = await reader.mails();
      expect(Date.parse(tip?.at ?? '') - firstTipDue()).toBeGreaterThanOrEqual(3 * HOUR);
    }
    await system.advance('1d');
    await eachGot(PAPER, TIP);
  }, 60_000);
});

describe('a person who unsubscribes', () => {
  it('when a mail is due and not yet looked at gets no mail', async () => {
    await confirmed(2);
    await faults.add({ function: 'timers', service: 'dynamodb', kind: 'error', times: 1_000_000 });
    await passUnswept(system, firstTipDue() + HOUR / 2);
    for (const reader of readers) await reader.leaves();
    await faults.clear();
    await system.advance('8d');
    await eachGot(PAPER);
  }, 60_000);

  it('after the mail service refused its mail gets no mail', async () => {
    await confirmed(2);
    await faults.add({ ...SENDING, function: 'timers', kind: 'throttle', times: 1_000_000 });
    await system.advance('7d');
    const lead = await system.lead(readers[0]?.email ?? '');
    expect(Date.parse(lead.enrolments[0]?.nextAt ?? '') - firstTipDue()).toBeLessThan(HOUR);
    for (const reader of readers) await reader.leaves();
    await faults.clear();
    await system.advance('8d');
    await eachGot(PAPER);
  }, 60_000);

  it.each([
    { moment: 'its mail is claimed', skip: 2 },
    { moment: 'its mail is counted, after the claim', skip: 3 },
  ])(
    'just before $moment gets no mail',
    async ({ skip }) => {
      const [reader] = await confirmed(1);
      let left = false;
      justBefore(system, { function: 'timers', operation: 'PutItem', skip }, async () => {
        await reader?.leaves();
        left = true;
      });
      await system.advance('15d');
      expect(left).toBe(true);
      await eachGot(PAPER);
    },
    60_000,
  );

  it('when a process died between claim and sending gets no mail', async () => {
    await confirmed(1);
    await faults.add({ ...SENDING, function: 'timers', kind: 'crash-before' });
    await system.advance('7d');
    expect(await faults.left()).toEqual([]);
    for (const reader of readers) await reader.leaves();
    await system.advance('8d');
    await eachGot(PAPER);
  }, 60_000);
});

describe('an address that takes no mail', () => {
  it('gets nothing more', async () => {
    readers = [new Reader(system, `bounce+${randomUUID()}@simulator.amazonses.com`)];
    await readers[0]?.asks();
    await system.advance('15d');
    await eachGot(PAPER);
    expect((await system.lead(readers[0]?.email ?? '')).consent.mail).toBe('withdrawn');
  }, 60_000);
});

describe('the quota of a day that is reached in the middle of a sweep', () => {
  it('delays the mails that are too many to the next day in its sending hours, and loses none', async () => {
    await confirmed(24);
    await system.local('/quota', { method: 'POST', body: JSON.stringify({ dailyQuota: 15 }) });
    await system.advance('7d');
    const daysLate = async () => {
      const late: number[] = [];
      for (const reader of readers) {
        const [, ...tips] = await reader.mails();
        for (const { at } of tips) late.push((Date.parse(at) - firstTipDue()) / DAY);
      }
      return late;
    };
    const { length: sent } = await daysLate();
    // A sweeper that asks for the quota in between leaves the last of it to what people request.
    expect([14, 15]).toContain(sent);
    await system.advance('20h');
    expect(await daysLate()).toHaveLength(sent);
    await system.advance('5h');
    await eachGot(PAPER, TIP);
    for (const late of await daysLate()) expect(Math.min(late, Math.abs(late - 1))).toBeLessThan(1 / 24);
    await system.local('/quota', { method: 'DELETE' });
  }, 60_000);
});

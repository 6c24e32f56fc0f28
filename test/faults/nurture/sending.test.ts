import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import { Person, type System, startSystem } from '../../journeys/system.ts';
import {
  confirmedReaders,
  faultsOf,
  justBeforeWriting,
  moveTo,
  passWithoutTimers,
  Reader,
  type SentMail,
  TUESDAY,
} from './reader.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [PAPER, TIP] = ['whitepaper', 'start-at-the-end'];
/** More calls than any function makes. */
const MANY = 1_000_000;
const REPORTS = new Set(['delivery', 'bounce', 'complaint', 'reject']);
const SENDING = { service: 'ses', operation: 'SendRawEmail' };

let system: System;
let faults: ReturnType<typeof faultsOf>;
let start: number;
let readers: Reader[] = [];
beforeAll(async () => {
  system = await startSystem({ now: TUESDAY });
  faults = faultsOf(system);
});
afterAll(() => system.stop());

// Each test begins on a Tuesday of its own, when earlier readers get no more mail.
beforeEach(async () => {
  const weeks = Math.ceil((system.twin.clock.now() - TUESDAY.getTime()) / (7 * DAY));
  await passWithoutTimers(system, TUESDAY.getTime() + weeks * 7 * DAY);
  start = system.twin.clock.now();
});
afterEach(async () => {
  await faults.clear();
  for (const reader of readers.splice(0)) await reader.leaves();
  // Before the next test moves time by days, which a stream record does not outlive.
  await system.settled();
});

async function confirmed(count: number): Promise<Reader[]> {
  readers = await confirmedReaders(system, count);
  return readers;
}

const firstTipDue = () => start + 7 * DAY;
/** Half an hour after the first tip is due: enough for all runs and retries. */
const untilTip = () => moveTo(system, firstTipDue() + HOUR / 2);
async function eachGot(...steps: (string | undefined)[]): Promise<void> {
  for (const reader of readers) expect(await reader.got()).toEqual(steps);
}

describe('a mail service whose response is lost', () => {
  it('gets no second send of the same mail', async () => {
    await faults.add({ ...SENDING, kind: 'timeout-after', times: 3 });
    await confirmed(3);
    expect(await faults.left()).toEqual([]);
    await system.advance('1h');
    await eachGot(PAPER);
    await faults.add({ ...SENDING, kind: 'timeout-after', times: 3 });
    await untilTip();
    expect(await faults.left()).toEqual([]);
    await eachGot(PAPER, TIP);
  });
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
    await untilTip();
    await system.advance('1h');
    expect(await faults.left()).toEqual([]);
    await eachGot(PAPER, TIP);
  });
});

describe('timers that were down for three hours', () => {
  it('send each mail once, even if they then run twice and in parallel', async () => {
    await confirmed(12);
    await passWithoutTimers(system, firstTipDue() + 3 * HOUR);
    const runTimers = (shard: number) =>
      system.local('/invoke/timers', { method: 'POST', body: JSON.stringify({ shard }) });
    const shards = Array.from({ length: DUE_SHARDS.timers }, (_, shard) => shard);
    for (let time = 1; time <= 2; time++) await Promise.all([...shards, ...shards].map(runTimers));
    await system.settled();
    await eachGot(PAPER, TIP);
    for (const reader of readers) {
      const [, tip] = await reader.mails();
      expect(Date.parse(tip?.at ?? '') - firstTipDue()).toBeGreaterThanOrEqual(3 * HOUR);
    }
    await system.advance('1d');
    await eachGot(PAPER, TIP);
  });
});

describe('a person who unsubscribes', () => {
  it('when a mail is due but not yet handled gets no mail', async () => {
    await confirmed(2);
    await faults.add({ function: 'timers', service: 'dynamodb', kind: 'error', times: MANY });
    await passWithoutTimers(system, firstTipDue() + HOUR / 2);
    for (const reader of readers) await reader.leaves();
    await faults.clear();
    await system.advance('8d');
    await eachGot(PAPER);
  });

  it('after the mail service refused its mail gets no mail', async () => {
    await confirmed(2);
    await faults.add({ ...SENDING, function: 'timers', kind: 'throttle', times: MANY });
    await untilTip();
    expect((await faults.left())[0]?.times).toBeLessThan(MANY);
    const lead = await system.lead(readers[0]?.email ?? '');
    expect(Date.parse(lead.enrolments[0]?.nextAt ?? '') - firstTipDue()).toBeLessThan(HOUR);
    for (const reader of readers) await reader.leaves();
    await faults.clear();
    await system.advance('8d');
    await eachGot(PAPER);
  });

  it.each([
    { moment: 'its mail is claimed', SK: 'S#whitepaper-tips#' },
    { moment: 'its mail is counted, after the claim', SK: 'MAILING' },
  ])('just before $moment gets no mail', async ({ SK }) => {
    const [reader] = (await confirmed(1)) as [Reader];
    const { id } = await system.lead(reader.email);
    let left = false;
    justBeforeWriting(system, { function: 'timers', PK: `L#${id}`, SK }, async () => {
      await reader.leaves();
      left = true;
    });
    await untilTip();
    expect(left).toBe(true);
    await system.advance('8d');
    await eachGot(PAPER);
  });

  it('when a process died between claim and sending gets no mail', async () => {
    await confirmed(1);
    await faults.add({ ...SENDING, function: 'timers', kind: 'crash-before' });
    await untilTip();
    expect(await faults.left()).toEqual([]);
    for (const reader of readers) await reader.leaves();
    await system.advance('8d');
    await eachGot(PAPER);
  });
});

describe('what the mail service reports', () => {
  const fates = [
    { mailbox: 'success', expected: ['delivery'], next: [TIP] },
    { mailbox: 'delay', expected: ['delivery'], next: [TIP] },
    { mailbox: 'softbounce', expected: ['bounce'], next: [TIP] },
    { mailbox: 'reject', expected: ['reject'], next: [TIP] },
    { mailbox: 'bounce', expected: ['bounce'], next: [] },
    { mailbox: 'suppressionlist', expected: ['bounce'], next: [] },
    { mailbox: 'complaint', expected: ['delivery', 'complaint'], next: [] },
  ];

  it('is recorded, and an address that rejects mail gets nothing more, confirmed or not', async () => {
    readers = fates.map(
      ({ mailbox }) => new Reader(system, `${mailbox}+${randomUUID()}@simulator.amazonses.com`),
    );
    for (const reader of readers) await reader.asks();
    await system.advance('1h');
    for (const reader of readers) await reader.confirms();
    for (const [n, { mailbox, expected }] of fates.entries()) {
      const { id } = await system.lead(readers[n]?.email ?? '');
      const { events } = await system.api<{ events: { type: string }[] }>(`/api/leads/${id}/events`);
      const reports = events.map(({ type }) => type).filter((type) => REPORTS.has(type));
      expect(reports.toSorted(), mailbox).toEqual(expected.toSorted());
    }
    await untilTip();
    for (const [n, { mailbox, next }] of fates.entries()) {
      expect(await readers[n]?.got(), mailbox).toEqual([PAPER, ...next]);
    }
  });
});

describe('a daily quota that is reached while mails are being sent', () => {
  it("delays the remaining mails to the next day's sending hours, and loses none", async () => {
    await confirmed(24);
    await system.local('/quota', { method: 'POST', body: JSON.stringify({ dailyQuota: 15 }) });
    await untilTip();
    const daysLate = async () => {
      const late: number[] = [];
      for (const reader of readers) {
        const [, ...tips] = await reader.mails();
        for (const { at } of tips) late.push((Date.parse(at) - firstTipDue()) / DAY);
      }
      return late;
    };
    const { length: sent } = await daysLate();
    // A run that reads the quota in between leaves the last mail for requests.
    expect([14, 15]).toContain(sent);
    await system.advance('19h');
    expect(await daysLate()).toHaveLength(sent);
    // A day later, and up to a tenth more so that they do not all come at once.
    await system.advance('8h');
    await eachGot(PAPER, TIP);
    for (const late of await daysLate())
      if (late > 1 / 24) expect([1, 24 * late < 27]).toEqual([Math.floor(late), true]);
    await system.local('/quota', { method: 'DELETE' });
  });

  it('tells sales once there is room, late', async () => {
    const caller = new Person(system);
    const toldOf = async () => {
      const mails = await system.local<SentMail[]>('/mails?to=sales@kansrijk.test');
      return mails.filter(({ html }) => html.includes(caller.email)).map(({ subject }) => subject);
    };
    await system.local('/quota', { method: 'POST', body: JSON.stringify({ dailyQuota: 0 }) });
    await caller.sendsIn('contact', { message: 'Call me' });
    await system.advance('11m');
    expect(await toldOf()).toEqual([]);
    await system.local('/quota', { method: 'DELETE' });
    await system.advance('2m');
    expect(await toldOf()).toEqual([expect.stringContaining('(late)')]);
    expect(await system.local('/dead-letters')).toEqual([]);
  });
});

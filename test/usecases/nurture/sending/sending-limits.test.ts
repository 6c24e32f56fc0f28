import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '../../../../shared/domain/time.ts';
import { MailRefused } from '../../../../shared/gateways/nurture/ses-refusal.ts';
import { addSends, countReport, sendingCountsSince } from '../../../../shared/store/nurture/sending-state.ts';
import { DAY_MS, enrolled, MONDAY, newSending, type Sending } from '../sending.ts';

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

const people = (count: number) => Promise.all(Array.from({ length: count }, () => enrolled(sending.table)));
const dayAfter = (days: number) => plus(MONDAY, days * DAY_MS);

describe('the daily quota', () => {
  it('reached in the middle of a sweep loses nothing, and the rest is sent the next days in sending hours', async () => {
    const all = await people(30);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    sending.quota = { ...sending.quota, per24Hours: 50, sent: 30 };
    const counted = sending.sent.length;
    await sending.sweepAll({ pace: sending.pace() });
    expect(sending.sent.length - counted).toBeGreaterThan(0);
    expect(sending.sent.length - counted).toBeLessThan(30);
    sending.quota = { ...sending.quota, per24Hours: 50_000, sent: 0 };
    sending.now = plus(dayAfter(8), 3 * 3_600_000);
    await sending.sweepAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('says how many mails it left for the next day, once for each of them', async () => {
    await people(5);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    sending.quota = { ...sending.quota, per24Hours: 100, sent: 90 };
    const pace = sending.pace();
    for (let time = 0; time < 3; time++) await sending.sweepAll({ pace });
    for (let time = 0; time < 2; time++) await pace.recordSends();
    const { putOffIn } = await sendingCountsSince(sending.table, '2026-11-01');
    expect(putOffIn).toEqual({ [sending.now.slice(0, 13)]: 5 });
  });

  it('leaves a tenth of it to what people ask for and to sales', async () => {
    const [lead] = await people(1);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    sending.quota = { ...sending.quota, per24Hours: 100, sent: 90 };
    await sending.sweepAll({ pace: sending.pace() });
    expect(sending.counts(lead?.email)).toEqual({ paper: 1 });
    sending.quota = { ...sending.quota, sent: 89 };
    sending.now = plus(dayAfter(8), 3 * 3_600_000);
    await sending.sweepAll({ pace: sending.pace() });
    expect(sending.counts(lead?.email)).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('reported by the mail service itself does the same', async () => {
    const all = await people(10);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    let left = 4;
    sending.before = () => {
      left -= 1;
      if (left < 0) throw new MailRefused('Throttling', 'quota');
    };
    await sending.sweepAll();
    sending.before = () => {};
    sending.now = plus(dayAfter(8), 3 * 3_600_000);
    await sending.sweepAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });
});

describe('the rate of the account', () => {
  it('is shared by all sweeps', async () => {
    await people(30);
    sending.quota = { ...sending.quota, perSecond: 10 };
    await Promise.all([sending.sweepAll(), sending.sweepAll(), sending.sweepAll()]);
    expect(sending.counts()).toEqual({ paper: 30 });
    // The clock of the test stands still, so each waits for the moment of its turn.
    expect(sending.waited).toBeGreaterThan(10_000);
  });

  it('leaves mails without a turn in time to the next sweep, and counts no try', async () => {
    await people(100);
    sending.quota = { ...sending.quota, perSecond: 1 };
    await sending.sweepAll();
    const first = sending.sent.length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(100);
    expect(sending.jobs.news).toEqual([]);
    sending.quota = { ...sending.quota, perSecond: 1_000 };
    sending.now = plus(sending.now, 60_000);
    await sending.sweepAll();
    expect(sending.counts()).toEqual({ paper: 100 });
  });
});

describe('the brake', () => {
  async function back(bounces: number, complaints: number): Promise<void> {
    const report = (n: number) => ({ mail: `${n}-came-back-or-was-called-spam`, at: dayAfter(6) });
    for (let n = 0; n < bounces; n++) await countReport(sending.table, report(n), 'bounces');
    for (let n = 0; n < complaints; n++) await countReport(sending.table, report(n), 'complaints');
  }

  it.each([
    { bounces: 21, complaints: 0 },
    { bounces: 0, complaints: 1 },
  ])('holds marketing mail, and only that (%j)', async ({ bounces, complaints }) => {
    await people(4);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    await addSends(sending.table, '2026-11-29', 1_000);
    await back(bounces, complaints);
    const late = await enrolled(sending.table, { startedAt: sending.now });
    await sending.sweepAll();
    expect(sending.counts()).toEqual({ paper: 5 });
    expect(sending.counts(late.email)).toEqual({ paper: 1 });
    expect(sending.news).toContain('marketing-held-back');
    sending.now = dayAfter(15);
    await sending.sweepAll();
    expect(sending.counts()).toMatchObject({ 'tip-1': 5 });
  });

  it('releases marketing mail below the limits', async () => {
    await people(4);
    await sending.sweepAll();
    sending.now = dayAfter(7);
    await addSends(sending.table, '2026-11-29', 1_000);
    await back(15, 0);
    await sending.sweepAll();
    expect(sending.counts()).toEqual({ paper: 4, 'tip-1': 4 });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { handlersOf } from '../../../functions/timers/handlers.ts';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { MailRefused } from '../../../shared/gateways/nurture/ses-refusal.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { addSends, countReport } from '../../../shared/store/nurture/sending-state.ts';
import { sweep } from '../../../shared/usecases/jobs/sweep.ts';
import type { Pace } from '../../../shared/usecases/nurture/send-due-mail/pace-mail.ts';
import { allDue } from '../../store/jobs/some-job.ts';
import { countingTable } from '../../usecases/faulty-table.ts';
import { hideBeginnings } from '../../usecases/hide-beginnings.ts';
import {
  DAY_MS,
  enrolled,
  MONDAY,
  newSending,
  playbook,
  type Sending,
} from '../../usecases/nurture/sending.ts';

const HOUR_MS = 3_600_000;
const TUESDAY = plus(MONDAY, 8 * DAY_MS + 11 * 60_000);

let sending: Sending;
beforeEach(async () => {
  sending = await newSending();
});

/** What `timers` does each minute, in every shard. */
async function sweepAll(
  more: { until?: Instant; pace?: Pace; table?: Sending['table'] } = {},
): Promise<void> {
  const { until = plus(sending.now, 40_000), ...parts } = more;
  const system = {
    ...sending.system(parts),
    playbook: async () => playbook,
    newToken: () => 'token',
    hideBeginnings,
  };
  const jobs = { ...sending.jobs, table: system.table };
  await Promise.all(
    Array.from({ length: DUE_SHARDS.timers }, (_, shard) =>
      sweep(jobs, { by: 'timers', shard, until }, handlersOf(system)),
    ),
  );
}

/** People who got the whitepaper a week ago, so that their first tip is due now. */
async function readers(count: number) {
  const all = await Promise.all(Array.from({ length: count }, () => enrolled(sending.table)));
  await sending.sweepAll();
  sending.now = plus(MONDAY, 7 * DAY_MS);
  return all;
}

const missed = <One extends { email: string }>(all: One[]) =>
  all.filter(({ email }) => sending.counts(email)['tip-1'] === undefined);

describe('the sweeps of timers', () => {
  it('cost one call a shard when nothing is due', async () => {
    await readers(8);
    sending.now = plus(MONDAY, 7 * DAY_MS - 1);
    const table = countingTable(sending.table);
    await sweepAll({ table });
    expect(table.calls).toBe(DUE_SHARDS.timers);
  });

  it('send each mail once when they overlap, three hours late', async () => {
    await readers(20);
    sending.now = plus(sending.now, 3 * HOUR_MS);
    await Promise.all([sweepAll(), sweepAll(), sweepAll()]);
    expect(sending.counts()).toEqual({ paper: 20, 'tip-1': 20 });
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('the daily quota', () => {
  it('reached in the middle of a sweep loses nothing: the rest is sent the next day in sending hours', async () => {
    const all = await readers(30);
    sending.quota = { ...sending.quota, per24Hours: 50, sent: 30 };
    await sweepAll({ pace: sending.pace() });
    expect(missed(all).length).toBeGreaterThan(0);
    expect(missed(all).length).toBeLessThan(30);
    sending.quota = { ...sending.quota, per24Hours: 50_000, sent: 0 };
    sending.now = plus(TUESDAY, 3 * HOUR_MS);
    await sweepAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
    expect(sending.jobs.news).toEqual([]);
  });

  it('reported by the mail service itself does the same', async () => {
    const all = await readers(10);
    let left = 4;
    sending.before = () => {
      left -= 1;
      if (left < 0) throw new MailRefused('Throttling', 'quota');
    };
    await sweepAll();
    expect(missed(all)).toHaveLength(6);
    sending.before = () => {};
    sending.now = plus(TUESDAY, 3 * HOUR_MS);
    await sweepAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });
});

describe('the rate of the account', () => {
  it('is shared by all sweeps at once', async () => {
    await readers(30);
    sending.waited = 0;
    sending.quota = { ...sending.quota, perSecond: 10 };
    await sweepAll();
    expect(sending.counts()).toMatchObject({ 'tip-1': 30 });
    // The clock of the test stands still, so each waits for the moment of its turn.
    expect(sending.waited).toBeGreaterThan(10_000);
  });

  it('leaves mails without a turn in time to the next sweep, as they are', async () => {
    const all = await readers(40);
    sending.quota = { ...sending.quota, perSecond: 1 };
    await sweepAll({ until: plus(sending.now, 5_000) });
    expect(missed(all).length).toBeGreaterThanOrEqual(30);
    for (const one of missed(all)) {
      expect(await getEnrolment(sending.table, one)).toMatchObject({ due: sending.now });
    }
    sending.quota = { ...sending.quota, perSecond: 100 };
    sending.now = plus(sending.now, 60_000);
    await sweepAll();
    expect(sending.counts()).toEqual({ paper: 40, 'tip-1': 40 });
    expect(sending.jobs.news).toEqual([]);
  });
});

describe('the brake', () => {
  const counted = async (sends: number, bounces: number, complaints: number) => {
    await addSends(sending.table, '2026-11-29', sends);
    const report = (what: string, n: number) => ({
      mail: `${what}${n}`.padEnd(10),
      at: '2026-11-29T10:00:00.000Z',
    });
    for (let n = 0; n < bounces; n++) await countReport(sending.table, report('b', n), 'bounces');
    for (let n = 0; n < complaints; n++) await countReport(sending.table, report('c', n), 'complaints');
  };

  it.each([
    ['bounces', 21, 0],
    ['complaints', 0, 1],
  ])('holds marketing mail after too many %s, and only that', async (_, bounces, complaints) => {
    await readers(4);
    await counted(1_000, bounces, complaints);
    const late = await enrolled(sending.table, { startedAt: sending.now });
    await sending.sweepAll();
    expect(sending.counts()).toEqual({ paper: 5 });
    expect(sending.counts(late.email)).toEqual({ paper: 1 });
    expect(sending.news).toContain('marketing-held-back');
    sending.now = plus(MONDAY, 15 * DAY_MS);
    await sweepAll();
    expect(sending.counts()).toMatchObject({ 'tip-1': 5 });
  });

  it('lets marketing mail go below its limits', async () => {
    await readers(4);
    await counted(10_000, 200, 8);
    await sweepAll();
    expect(sending.counts()).toEqual({ paper: 4, 'tip-1': 4 });
    expect(await allDue(sending.table, 'timers', sending.now)).toEqual([]);
  });
});

import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type RunDueSystem, runDue } from '../../../functions/timers/run-due.ts';
import { DUE_SHARDS } from '../../../shared/contract/table.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { newDelivery } from '../../../shared/domain/webhooks/delivery.ts';
import { MailRefused } from '../../../shared/gateways/nurture/ses-refusal.ts';
import { dueItems, dueKeys } from '../../../shared/store/due.ts';
import { getEnrolment } from '../../../shared/store/nurture/enrolments.ts';
import { putIssueRun } from '../../../shared/store/nurture/issues.ts';
import { addSendingCounts } from '../../../shared/store/nurture/sending-state.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putDelivery } from '../../../shared/store/webhooks/webhook-deliveries.ts';
import { scheduleIssues } from '../../../shared/usecases/playbook/publish-playbook/schedules.ts';
import { countingTable } from '../../usecases/faulty-table.ts';
import {
  DAY_MS,
  enrolled,
  MONDAY,
  newSending,
  playbook,
  type Sending,
  somebody,
} from '../../usecases/nurture/sending.ts';

let sending: Sending;
let failures: string[];
let webhooks: string[];
beforeEach(async () => {
  sending = await newSending();
  failures = [];
  webhooks = [];
});

const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => shard);

function system(table: Table = sending.table): RunDueSystem {
  return {
    ...sending.system({ table }),
    playbook: async () => playbook,
    newToken: () => 'token',
    deliverWebhook: async ({ event }) => void webhooks.push(event),
    reportFailure: (due, reason) => failures.push(`${due.place}: ${reason.message}`),
  };
}

/** Runs every shard once. */
async function runAll(until: Instant = plus(sending.now, 60_000), table?: Table): Promise<void> {
  for (const shard of shards) await runDue(system(table), shard, until);
}

const people = (count: number, more: Parameters<typeof enrolled>[1] = {}) =>
  Promise.all(Array.from({ length: count }, () => enrolled(sending.table, more)));

describe('running what is due', () => {
  it('sends mails that are due, and no others', async () => {
    const all = await people(8);
    await runAll();
    await runAll();
    expect(sending.counts()).toEqual({ paper: 8 });
    sending.now = plus(MONDAY, 7 * DAY_MS);
    await runAll();
    expect(sending.counts()).toEqual({ paper: 8, 'tip-1': 8 });
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('retries a webhook delivery that is due', async () => {
    const body = { event: 'lead.1.HandRaised', to: 'crm', type: 'HandRaised', body: '{}' };
    await putDelivery(sending.table, newDelivery(body, plus(MONDAY, -DAY_MS)));
    await runAll();
    expect(webhooks).toEqual(['lead.1.HandRaised']);
    expect(failures).toEqual([]);
  });

  it('costs one call when nothing is due', async () => {
    await people(4, { startedAt: plus(MONDAY, DAY_MS) });
    const table = countingTable(sending.table);
    await runDue(system(table), 0, plus(MONDAY, 60_000));
    expect(table.calls).toBe(1);
  });

  it('sends each mail once when it runs twice and in parallel, three hours late', async () => {
    await people(20);
    await runAll();
    sending.now = plus(MONDAY, 7 * DAY_MS + 3 * 3_600_000);
    await Promise.all(
      [...shards, ...shards, ...shards].map((shard) => runDue(system(), shard, plus(sending.now, 60_000))),
    );
    expect(sending.counts()).toEqual({ paper: 20, 'tip-1': 20 });
    expect(failures).toEqual([]);
  });

  it('continues past a hundred items that fail', async () => {
    const broken = Array.from({ length: 150 }, (_, n) => ({ mail: `broken-${n}`, on: '2026-11-20' }));
    for (const issue of broken) {
      await putIssueRun(sending.table, { ...issue, version: 1, due: plus(MONDAY, -DAY_MS) });
    }
    await people(4);
    const failing: Table = {
      name: sending.table.name,
      call(operation, input) {
        if (operation === 'GetItem' && JSON.stringify(input).includes('broken-')) throw new Error('broken');
        return sending.table.call(operation, input);
      },
    };
    await runAll(undefined, failing);
    expect(failures).toHaveLength(150);
    expect(sending.counts()).toEqual({ paper: 4 });
  });

  it('reports an item of an unknown kind, and leaves it due', async () => {
    const item = { PK: 'X#1', SK: 'Y', ...dueKeys('X', plus(MONDAY, -DAY_MS), 'Y') };
    await sending.table.call('PutItem', { TableName: sending.table.name, Item: marshall(item) });
    await runAll();
    await runAll();
    expect(failures).toHaveLength(2);
    expect(failures[0]).toContain('No kind of due item has this key');
  });

  it('starts nothing when its time is up', async () => {
    await people(4);
    await runAll(sending.now);
    expect(sending.counts()).toEqual({});
  });
});

describe('the daily quota', () => {
  it('reached in the middle of a run loses nothing, and the rest is sent the next day in sending hours', async () => {
    const all = await people(30);
    await runAll();
    sending.now = plus(MONDAY, 7 * DAY_MS);
    sending.quota = { ...sending.quota, per24Hours: 50, sent: 30 };
    const pacing = sending.pace();
    const counted = sending.sent.length;
    for (const shard of shards) await runDue({ ...system(), pace: pacing }, shard, plus(sending.now, 60_000));
    expect(sending.sent.length - counted).toBeGreaterThan(0);
    expect(sending.sent.length - counted).toBeLessThan(30);
    const missed = all.filter(({ email }) => sending.counts(email)['tip-1'] === undefined);
    const [first] = missed;
    expect(first && (await getEnrolment(sending.table, first))).toMatchObject({ waits: 'quota' });
    sending.quota = { ...sending.quota, per24Hours: 50_000, sent: 0 };
    sending.now = plus(MONDAY, 8 * DAY_MS + 11 * 60_000);
    await runAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });

  it('reported by the mail service itself does the same', async () => {
    const all = await people(10);
    await runAll();
    sending.now = plus(MONDAY, 7 * DAY_MS);
    let left = 4;
    sending.before = () => {
      left -= 1;
      if (left < 0) throw new MailRefused('Throttling', 'quota');
    };
    await runAll();
    sending.before = () => {};
    sending.now = plus(MONDAY, 8 * DAY_MS + 11 * 60_000);
    await runAll();
    for (const { email } of all) expect(sending.counts(email)).toEqual({ paper: 1, 'tip-1': 1 });
  });
});

describe('the rate of the account', () => {
  it('is shared by all parallel runs', async () => {
    await people(30);
    sending.quota = { ...sending.quota, perSecond: 10 };
    await Promise.all(shards.map((shard) => runDue(system(), shard, plus(sending.now, 60_000))));
    expect(sending.counts()).toEqual({ paper: 30 });
    // The clock of the test stands still, so each waits for the moment of its turn.
    expect(sending.waited).toBeGreaterThan(10_000);
  });

  it('leaves mails without a turn in time to the next run', async () => {
    await people(40);
    sending.quota = { ...sending.quota, perSecond: 1 };
    await runAll(plus(sending.now, 5_000));
    const first = sending.sent.length;
    expect(first).toBeLessThanOrEqual(10);
    sending.quota = { ...sending.quota, perSecond: 100 };
    sending.now = plus(sending.now, 60_000);
    await runAll();
    expect(sending.counts()).toEqual({ paper: 40 });
    expect(failures).toEqual([]);
  });
});

describe('the brake', () => {
  it.each([{ bounces: 21 }, { complaints: 1 }])('holds marketing mail, and only that (%j)', async (back) => {
    await people(4);
    await runAll();
    sending.now = plus(MONDAY, 7 * DAY_MS);
    await addSendingCounts(sending.table, '2026-11-29', { sends: 1_000, ...back });
    const late = await enrolled(sending.table, { startedAt: sending.now });
    await runAll();
    expect(sending.counts()).toEqual({ paper: 5 });
    expect(sending.counts(late.email)).toEqual({ paper: 1 });
    expect(sending.news).toContain('brake');
    sending.now = plus(MONDAY, 15 * DAY_MS);
    await runAll();
    expect(sending.counts()).toMatchObject({ 'tip-1': 5 });
  });

  it('releases marketing mail below the limits', async () => {
    await people(4);
    await runAll();
    sending.now = plus(MONDAY, 7 * DAY_MS);
    await addSendingCounts(sending.table, '2026-11-29', { sends: 10_000, bounces: 200, complaints: 8 });
    await runAll();
    expect(sending.counts()).toEqual({ paper: 4, 'tip-1': 4 });
  });
});

describe('an issue of the newsletter', () => {
  const issue = () => scheduleIssues({ table: sending.table, now: () => sending.now }, playbook);
  const readers = (count: number) =>
    Promise.all(Array.from({ length: count }, () => somebody(sending.table)));
  const dayBefore = '2026-11-22T08:00:00.000Z';

  it('goes once to everybody in its bands with permission, at the first hour of its day', async () => {
    sending.now = dayBefore;
    const [ann] = await readers(3);
    const hot = await somebody(sending.table, { lead: { score: 40, band: 'guides' } });
    await somebody(sending.table, { lead: { mail: 'none' } });
    await somebody(sending.table, { lead: { mail: 'pending' } });
    const tokyo = await somebody(sending.table, {
      profile: { values: { timeZone: { value: 'Asia/Tokyo', at: dayBefore, source: 'form' } } },
    });
    await issue();
    await issue();
    const sentAt: Record<string, string> = {};
    sending.before = ({ to }) => {
      sentAt[to[0] as string] = sending.now;
    };
    for (let hour = 0; hour < 40; hour++) {
      sending.now = plus(dayBefore, hour * 3_600_000);
      await Promise.all([runAll(), runAll()]);
    }
    await issue();
    await runAll();
    expect(sending.counts()).toEqual({ news: 4 });
    expect(sending.counts(hot.email)).toEqual({});
    expect(sentAt[ann?.email ?? '']).toBe('2026-11-23T08:00:00.000Z');
    expect(sentAt[tokyo.email]).toBe('2026-11-23T00:00:00.000Z');
    for (const shard of shards)
      expect(await dueItems(sending.table, shard, plus(sending.now, 1))).toEqual([]);
  });

  it('is not sent if it is published after its day, or removed from the playbook', async () => {
    await readers(2);
    sending.now = '2026-11-25T09:00:00.000Z';
    await issue();
    await putIssueRun(sending.table, { mail: 'gone', on: '2026-11-25', version: 1, due: MONDAY });
    await runAll();
    expect(sending.counts()).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { eraseAddressee, eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { handleDeadJobs } from '../../../shared/usecases/jobs/dead-jobs.ts';
import { LEAD, NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable, dyingTable, repeatingTable } from '../faulty-table.ts';
import { jobsOf } from '../job-system.ts';
import { leftOf, lived, MINUTE, mailOfLife, onlyErased, sweepAt, sweepsFrom } from './a-life.ts';

const SECOND = 1_000;
const DAY = 1_440 * MINUTE;
/** Reading the lead, and marking it as erased. */
const MARKED = 2;
const whens = ['before', 'after'] as const;

async function somebody(pages = 3): Promise<Table> {
  const table = await memoryTable();
  await lived(table, pages);
  return table;
}

const erase = (table: Table, now: Instant = NOW) =>
  eraseLead(
    jobsOf(table, () => now),
    LEAD,
  );
const eraseByMail = (table: Table, now: Instant) =>
  eraseAddressee(
    jobsOf(table, () => now),
    mailOfLife.id,
  );

/** Somebody whose erasure died when it had only begun. */
async function begun(): Promise<Table> {
  const table = await somebody();
  await erase(dyingTable(table, MARKED, 'after')).catch(() => {});
  return table;
}

/** The table, but it refuses some calls until a moment. */
function refusing(table: Table, until: Instant, now: () => Instant, operations = /./): Table {
  return {
    name: table.name,
    call(operation, input) {
      if (now() < until && operations.test(operation)) throw new Error('InternalServerError');
      return table.call(operation, input);
    },
  };
}

describe.each(whens)('an erasure whose process dies %s a call', (when) => {
  it('is finished by the sweeps, whatever call it was, or was not begun', async () => {
    const calls = countingTable(await somebody());
    await erase(calls);
    for (let call = 1; call <= calls.calls; call++) {
      const table = await somebody();
      const receipt = await erase(dyingTable(table, call, when)).catch(() => undefined);
      if (call < MARKED || (call === MARKED && when === 'before')) {
        expect(receipt).toBeUndefined();
        expect(await getLead(table, LEAD)).toMatchObject({ stage: 'lead' });
        continue;
      }
      if (receipt) expect(receipt).toMatchObject({ erasedAt: NOW, isFinished: false });
      expect(await getLead(table, LEAD)).not.toHaveProperty('stage');
      await sweepsFrom(table, NOW, 3);
      expect(await leftOf(table)).toEqual(onlyErased(NOW));
    }
    expect(calls.calls).toBeGreaterThan(8);
  });

  it('is finished by the next sweep when a sweep dies too, whatever call that was', async () => {
    const calls = countingTable(await begun());
    const due = plus(NOW, 2 * MINUTE);
    await sweepAt(calls, due);
    for (let call = 1; call <= calls.calls; call++) {
      const table = await begun();
      await sweepAt(dyingTable(table, call, when), due).catch(() => {});
      await sweepsFrom(table, plus(due, MINUTE), 3);
      expect(await leftOf(table)).toEqual(onlyErased(NOW));
    }
    expect(calls.calls).toBeGreaterThan(8);
  });

  it('can be asked for again from the same mail until that mail is gone', async () => {
    const calls = countingTable(await somebody());
    await erase(calls);
    for (let call = MARKED + 1; call <= calls.calls; call++) {
      const table = await somebody();
      await erase(dyingTable(table, call, when)).catch(() => {});
      const later = plus(NOW, 30 * SECOND);
      const again = await eraseByMail(table, later);
      const { lead, others } = await leftOf(table);
      if (others.includes('MAIL')) expect(again).toMatchObject({ erasedAt: later, isFinished: false });
      await sweepsFrom(table, later, 3);
      expect(await leftOf(table)).toEqual({ lead: { erasedAt: lead.erasedAt }, others: [] });
    }
  });
});

describe('an erasure while the table refuses', () => {
  const outages = [
    ['a second', SECOND],
    ['five minutes', 5 * MINUTE],
    ['a day', DAY],
  ] as const;

  it.each(outages)('everything for %s was not begun, and works afterwards', async (_, ms) => {
    const table = await somebody();
    const down = (now: Instant) => refusing(table, plus(NOW, ms), () => now);
    await expect(erase(down(NOW))).rejects.toThrow();
    expect(await getLead(table, LEAD)).toMatchObject({ stage: 'lead' });
    const after = plus(NOW, ms);
    expect(await erase(down(after), after)).toMatchObject({ erasedAt: after, isFinished: true });
    expect(await leftOf(table)).toEqual(onlyErased(after));
  });

  it.each(outages)('to remove anything for %s is done soon after', async (_, ms) => {
    const table = await somebody();
    const end = plus(NOW, ms);
    const down = (now: Instant) => refusing(table, end, () => now, /BatchWrite/);
    expect(await erase(down(NOW))).toMatchObject({ erasedAt: NOW, isFinished: false });
    expect(await getLead(table, LEAD)).not.toHaveProperty('stage');
    const step = Math.max(MINUTE, ms / 100);
    for (let passed = 0; passed <= ms; passed += step) {
      const now = plus(NOW, passed);
      for (const { news, about } of await sweepAt(down(now), now)) {
        expect([news, about.kind, about.failure]).toEqual(['job-failed', 'erase', 'Error']);
      }
    }
    await sweepsFrom(table, end, ms < DAY ? 6 : 34);
    expect(await leftOf(table)).toEqual(onlyErased(NOW));
  });

  it('does not end later because somebody keeps asking', async () => {
    const table = await somebody();
    const end = plus(NOW, 5 * MINUTE);
    let last: Instant = NOW;
    for (let passed = 0; passed < 12 * MINUTE; passed += 20 * SECOND) {
      last = plus(NOW, passed);
      const down = refusing(table, end, () => last, /BatchWrite/);
      const receipt = await erase(down, last);
      if (receipt?.isFinished) break;
      expect(receipt?.erasedAt).toBe(last);
      if (passed % MINUTE === 0) await sweepAt(down, last);
    }
    expect(last < plus(NOW, 11 * MINUTE)).toBe(true);
    expect((await leftOf(table)).others).toEqual([]);
    expect((await leftOf(table)).lead).not.toHaveProperty('duePK');
  });
});

describe('an erasure that never succeeds', () => {
  it('is given up after two weeks with a call for help, and tried again when the person asks again', async () => {
    const table = await begun();
    const news = [];
    let now: Instant = NOW;
    for (; now < plus(NOW, 15 * DAY); now = plus(now, 4 * 60 * MINUTE)) {
      news.push(
        ...(await sweepAt(
          refusing(table, '9', () => NOW, /BatchWrite/),
          now,
        )),
      );
    }
    expect(news.filter((one) => one.news === 'job-given-up')).toMatchObject([{ about: { kind: 'erase' } }]);
    const listed = (dead: 'list' | 'drop') => handleDeadJobs({ table, now: () => now }, { dead });
    expect(await listed('list')).toHaveLength(1);
    // A person asked for it: nobody else can call it off.
    expect(await listed('drop')).toEqual([]);
    expect(await listed('list')).toHaveLength(1);
    await sweepsFrom(table, now, 5);
    expect((await leftOf(table)).others).toContain('MAIL');

    expect(await eraseByMail(table, now)).toMatchObject({ erasedAt: now, isFinished: false });
    await sweepAt(table, plus(now, MINUTE));
    expect(await leftOf(table)).toEqual(onlyErased(now));
  });
});

describe('a person who is erased twice', () => {
  it('at once is erased once, and one receipt has it all', async () => {
    for (let round = 0; round < 5; round++) {
      const table = await somebody();
      const receipts = await Promise.all([erase(table), erase(table)]);
      expect(receipts.map((receipt) => receipt?.removed.events).sort()).toEqual([0, 6]);
      expect(receipts.find((receipt) => receipt?.removed.events === 6)?.isFinished).toBe(true);
      expect(await leftOf(table)).toEqual(onlyErased(NOW));
    }
  });

  it('by two sweeps at once is erased without an error', async () => {
    for (let round = 0; round < 5; round++) {
      const table = await begun();
      const due = plus(NOW, 2 * MINUTE);
      const news = await Promise.all([sweepAt(table, due), sweepAt(table, due)]);
      expect(news.flat()).toEqual([]);
      expect(await leftOf(table)).toEqual(onlyErased(NOW));
    }
  });

  it('because every answer got lost is erased once', async () => {
    const table = await somebody();
    expect(await erase(repeatingTable(table))).toMatchObject({ erasedAt: NOW, isFinished: true });
    expect(await leftOf(table)).toEqual(onlyErased(NOW));
  });

  it('the second time when it is long finished, gets the same receipt and no work is left', async () => {
    const table = await somebody();
    await erase(table);
    const later = plus(NOW, DAY);
    expect(await erase(table, later)).toMatchObject({ erasedAt: NOW, isFinished: true });
    expect(await leftOf(table)).toEqual(onlyErased(NOW));
    expect(await sweepsFrom(table, later, 3)).toEqual([]);
  });
});

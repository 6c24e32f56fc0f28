import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { outcomeIncrements } from '../../../shared/domain/handover/stalled/outcomes.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { openParts } from '../../../shared/domain/reports/hour-sums.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { OTHERS, type ReportTotals, totalsOf } from '../../../shared/domain/reports/totals.ts';
import { DAY_MS, type Instant, plus } from '../../../shared/domain/time.ts';
import { queryUpTo } from '../../../shared/store/query.ts';
import { hourSumsOf, totalsOfDay } from '../../../shared/store/reports/day-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { sumHours } from '../../../shared/usecases/reports/sum-hours.ts';
import { NOW } from '../../domain/builders.ts';
import { reported, someone } from '../../domain/reports/builders.ts';
import { lives } from '../../domain/reports/lives.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';
import { metered } from '../metered-table.ts';

const TODAY = NOW.slice(0, 10);
const MINUTE_MS = 60_000;
const now = () => NOW;

type Change = [before: Lead | undefined, after: Lead];

/** Every change of a lead, from the first on. */
const changesOf = (life: readonly Lead[]): Change[] => life.map((after, n) => [life[n - 1], after]);

const plainly = (changes: readonly Change[]): ReportTotals =>
  totalsOf(
    changes.flatMap(([before, after]) => [
      ...incrementsOfChange(before, after),
      ...outcomeIncrements(before, after),
    ]),
  );

/** Counts a change in a process that dies at this call of the table, if it makes that many. */
async function countUntilCrash(
  table: Table,
  now: () => Instant,
  [before, after]: Change,
  call: number,
  when: 'before' | 'after',
): Promise<void> {
  try {
    await recordReportMetrics({ table: crashingTable(table, call, when), now }, before, after);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

interface Delivery {
  change: Change;
  call: number;
  when?: 'before' | 'after';
  minutes?: number;
  isSummed?: boolean;
}

function withDefaults({ when = 'after', minutes = 0, isSummed = false, ...rest }: Delivery) {
  return { when, minutes, isSummed, ...rest };
}

const first = (n: number) => reported({ id: someone(n) });

/** What the table has of the day. */
async function sizesOf(table: Table) {
  const items = await queryUpTo(table, { partition: `REPORT#${TODAY}` }, { limit: 1_000 });
  const texts = items.map((item) => JSON.stringify(item));
  return { items: items.length, largest: Math.max(...texts.map(({ length }) => length)), text: texts.join() };
}

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

describe('the totals of a day', () => {
  it('equal a plain count, whatever is repeated, in any order, however late, and wherever a process dies', async () => {
    const telling = fc.record({
      turn: fc.double({ min: 0, max: 1, noNaN: true }),
      call: fc.integer({ min: 0, max: 3 }),
      when: fc.constantFrom('before' as const, 'after' as const),
      minutes: fc.constantFrom(0, 0, 1, 7, 40),
      isSummed: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(lives(4), fc.array(telling, { maxLength: 60 }), async (all, tellings) => {
        table = await memoryTable();
        let time = NOW;
        const later = all.map((life) =>
          life.map((one, n) => ({ ...one, changedAt: plus(NOW, n * 7 * MINUTE_MS) })),
        );
        const changes = later.flatMap(changesOf);
        const certain = changes.map((change) => ({ change, turn: 0.5, call: 0 }) as const);
        const more = tellings.map((one, n) => ({ ...one, change: changes[n % changes.length] as Change }));
        const deliveries = [...certain, ...more].sort((a, b) => a.turn - b.turn);
        for (const { change, call, when, minutes, isSummed } of deliveries.map(withDefaults)) {
          time = plus(time, minutes * MINUTE_MS);
          await countUntilCrash(table, () => time, change, call, when);
          if (isSummed) await sumHours({ table, now: () => time }, TODAY, () => false);
        }
        expect(await totalsOfDay(table, TODAY, { isConsistent: true })).toEqual(plainly(changes));
        await sumHours({ table, now: () => plus(NOW, 2 * DAY_MS) }, TODAY, () => false);
        expect(openParts(TODAY, await hourSumsOf(table, TODAY))).toEqual([]);
        expect(await totalsOfDay(table, TODAY, { isConsistent: true })).toEqual(plainly(changes));
      }),
      { numRuns: 12 },
    );
  });

  it('have a change that is stored while its hour is summed up', async () => {
    const stored = async (n: number) => recordReportMetrics({ table, now: late }, undefined, first(n));
    const late = () => plus(NOW, 5 * MINUTE_MS);
    await stored(1);
    const meanwhile: Table = {
      name: table.name,
      async call(operation, input) {
        if (operation === 'PutItem') await stored(2);
        return table.call(operation, input);
      },
    };
    await sumHours({ table: meanwhile, now: late }, TODAY, () => false);
    expect((await totalsOfDay(table, TODAY, { isConsistent: true })).form.whitepaper).toEqual({ leads: 2 });
  });

  it('cost one small write for a change, and few reads, however many changes there were', async () => {
    const written = metered(table);
    for (let n = 0; n < 150; n++) await recordReportMetrics({ table: written, now }, undefined, first(n));
    expect(written.writes).toBe(150);
    const { items, largest } = await sizesOf(table);
    expect(items).toBe(150);
    expect(largest).toBeLessThan(300);
    await sumHours({ table, now: () => plus(NOW, 10 * MINUTE_MS) }, TODAY, () => false);
    const summed = metered(table);
    expect((await totalsOfDay(summed, TODAY)).form.whitepaper).toEqual({ leads: 150 });
    expect(summed.read).toBe(1);
  });

  it('include what was counted before a change was an item', async () => {
    const old = { PK: `REPORT#${TODAY}`, SK: 'S#7', seen: new Set(['a1']), names: new Set(['cx']) };
    const Item = marshall({ ...old, 'fwhitepaper|l': 3, 'cspring|l': 3, expiresAt: 1 });
    await table.call('PutItem', { TableName: table.name, Item });
    await recordReportMetrics({ table, now }, undefined, first(1));
    await sumHours({ table, now: () => plus(NOW, DAY_MS) }, TODAY, () => false);
    expect((await totalsOfDay(table, TODAY)).form.whitepaper).toEqual({ leads: 4 });
  });

  it('name nobody', async () => {
    await recordReportMetrics({ table, now }, undefined, first(1));
    const { text } = await sizesOf(table);
    expect(text).not.toContain(someone(1).slice(0, 8));
  });

  it('are the same when all changes arrive at once', async () => {
    const changes = Array.from(
      { length: 12 },
      (_, n): Change => [
        undefined,
        reported({ id: someone(n), origin: { form: 'demo', campaign: `spring ${n % 3}`, at: NOW } }),
      ],
    );
    await Promise.all(
      [...changes, ...changes].map(([before, after]) => recordReportMetrics({ table, now }, before, after)),
    );
    expect(await totalsOfDay(table, TODAY, { isConsistent: true })).toEqual(plainly(changes));
  });

  it('keep a limited number of names from outside, and count the others as one', async () => {
    const ids = Array.from({ length: 130 }, () => someone(1));
    for (const [n, id] of ids.entries()) {
      const origin = { form: 'demo', campaign: `#:\u0000{}|"$ ${n} ${'long '.repeat(30)}`, at: NOW };
      await recordReportMetrics({ table, now }, undefined, reported({ id, version: n + 1, origin }));
    }
    const { campaign, form } = await totalsOfDay(table, TODAY, { isConsistent: true });
    expect(Object.keys(campaign)).toHaveLength(100);
    expect(campaign[OTHERS]).toEqual({ leads: 31 });
    expect(form).toEqual({ demo: { leads: 130 } });
    await recordReportMetrics({ table, now }, undefined, reported({ id: someone(1), version: 25 }));
    expect((await totalsOfDay(table, TODAY, { isConsistent: true })).form).toEqual(form);
  });

  it('are not written for a change without increments', async () => {
    const before = reported({ score: 10 });
    const closed = { ...table, call: () => Promise.reject(new Error('Something was written')) };
    await recordReportMetrics({ table: closed, now }, before, { ...before, version: 2, score: 12 });
    expect(await totalsOfDay(table, TODAY)).toEqual(totalsOf([]));
  });
});

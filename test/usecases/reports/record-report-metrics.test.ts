import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { incrementsOfOutcome, outcomeOf } from '../../../shared/domain/handover/stalled/outcomes.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { OTHERS, type ReportTotals, totalsOf } from '../../../shared/domain/reports/totals.ts';
import { countsOfDay } from '../../../shared/store/reports/report-counters.ts';
import type { Table } from '../../../shared/store/table.ts';
import { recordReportMetrics } from '../../../shared/usecases/reports/record-report-metrics.ts';
import { NOW } from '../../domain/builders.ts';
import { reported, someone } from '../../domain/reports/builders.ts';
import { lives } from '../../domain/reports/lives.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, crashingTable } from '../faulty-table.ts';

const TODAY = NOW.slice(0, 10);

type Change = [before: Lead | undefined, after: Lead];

/** Every change of a lead, from the first on. */
const changesOf = (life: readonly Lead[]): Change[] => life.map((after, n) => [life[n - 1], after]);

const plainly = (changes: readonly Change[]): ReportTotals =>
  totalsOf(
    changes.flatMap(([before, after]) => [...incrementsOfChange(before, after), ...outcome(before, after)]),
  );

/** No lead here has a profile. */
function outcome(before: Lead | undefined, after: Lead) {
  const ended = outcomeOf(before, after);
  return before === undefined || ended === undefined ? [] : incrementsOfOutcome(ended, before, {});
}

/** Counts a change in a process that dies at this call of the table, if it makes that many. */
async function countUntilCrash(
  table: Table,
  [before, after]: Change,
  call: number,
  when: 'before' | 'after',
): Promise<void> {
  try {
    await recordReportMetrics(crashingTable(table, call, when), before, after);
  } catch (error) {
    if (!(error instanceof Crash)) throw error;
  }
}

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

describe('the counters of a day', () => {
  it('equal a plain count, whatever is repeated, in any order, and wherever a process dies', async () => {
    const telling = fc.record({
      turn: fc.double({ min: 0, max: 1, noNaN: true }),
      call: fc.integer({ min: 0, max: 2 }),
      when: fc.constantFrom('before' as const, 'after' as const),
    });
    await fc.assert(
      fc.asyncProperty(lives(4), fc.array(telling, { maxLength: 60 }), async (all, tellings) => {
        table = await memoryTable();
        const changes = all.flatMap(changesOf);
        const certain = changes.map((change) => ({ change, turn: 0.5, call: 0, when: 'after' as const }));
        const more = tellings.map((one, n) => ({ ...one, change: changes[n % changes.length] as Change }));
        const deliveries = [...certain, ...more].sort((a, b) => a.turn - b.turn);
        for (const { change, call, when } of deliveries) await countUntilCrash(table, change, call, when);
        expect(await countsOfDay(table, TODAY, { isConsistent: true })).toEqual(plainly(changes));
      }),
      { numRuns: 12 },
    );
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
      [...changes, ...changes].map(([before, after]) => recordReportMetrics(table, before, after)),
    );
    expect(await countsOfDay(table, TODAY, { isConsistent: true })).toEqual(plainly(changes));
  });

  it('keep a limited number of names from outside, and count the others as one', async () => {
    const ids = Array.from({ length: 25 }, () => someone(1));
    for (const [n, id] of ids.entries()) {
      const origin = { form: 'demo', campaign: `#:\u0000{}|"$ ${n} ${'long '.repeat(30)}`, at: NOW };
      await recordReportMetrics(table, undefined, reported({ id, version: n + 1, origin }));
    }
    const { campaign, form } = await countsOfDay(table, TODAY, { isConsistent: true });
    expect(Object.keys(campaign)).toHaveLength(21);
    expect(campaign[OTHERS]).toEqual({ leads: 5 });
    expect(form).toEqual({ demo: { leads: 25 } });
    await recordReportMetrics(table, undefined, reported({ id: someone(1), version: 25 }));
    expect((await countsOfDay(table, TODAY, { isConsistent: true })).form).toEqual(form);
  });

  it('are not written for a change without increments', async () => {
    const before = reported({ score: 10 });
    const closed = { ...table, call: () => Promise.reject(new Error('Something was written')) };
    await recordReportMetrics(closed, before, { ...before, version: 2, score: 12 });
    expect(await countsOfDay(table, TODAY)).toEqual(totalsOf([]));
  });
});

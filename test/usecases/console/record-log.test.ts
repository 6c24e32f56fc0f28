import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deed } from '../../../shared/domain/console/log.ts';
import { dayOf, type Instant, plus, plusDays } from '../../../shared/domain/time.ts';
import { type LogSearch, logEntity, logPage } from '../../../shared/store/console/log.ts';
import type { Table } from '../../../shared/store/table.ts';
import { recordLog } from '../../../shared/usecases/console/record-log.ts';
import { NOW } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { metered } from '../metered-table.ts';

const anna = { who: 'anna@kansrijk.test' };
const MINUTE = 60_000;

async function aLog() {
  const table = metered(await memoryTable());
  return {
    table,
    log: (deed: Deed, at: Instant = NOW, by = anna) => recordLog({ table, now: () => at }, by, deed),
  };
}

const all = (search: Partial<LogSearch> = {}): LogSearch => ({
  from: `${plusDays(dayOf(NOW), -700)}T00:00:00.000Z`,
  before: plus(NOW, 24 * 60 * MINUTE),
  ...search,
});

async function everything(table: Table, search = all(), limit = 3) {
  const pages = [];
  for (let page = await logPage(table, search, { limit }); ; ) {
    pages.push(page);
    if (page.next === undefined) return pages;
    page = await logPage(table, search, { limit, after: page.next });
  }
}

describe('the log', () => {
  it('says who did what about what, and when, for one write unit', async () => {
    const { table, log } = await aLog();
    await log({ kind: 'lead-changed', about: 'some-lead', detail: 'accept' });
    expect(table.writes).toBe(1);
    expect(await logPage(table, all(), { limit: 10 })).toEqual({
      entries: [{ ...anna, kind: 'lead-changed', about: 'some-lead', detail: 'accept', at: NOW }],
    });
  });

  it('is kept for two years', () => {
    const item = logEntity.itemOf({ at: NOW, id: 'id' }, { ...anna, at: NOW, kind: 'refused' });
    expect(item.expiresAt).toEqual({ N: String(Date.parse('2028-11-23') / 1000) });
  });

  it('has every entry once, newest first, over months without any, whatever the page', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 690 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        async (days, limit) => {
          const { table, log } = await aLog();
          for (const day of days)
            await log({ kind: 'lead-erased', about: String(day) }, plus(NOW, -day * 24 * 60 * MINUTE));
          const pages = await everything(table, all(), limit);
          const found = pages.flatMap(({ entries }) => entries.map(({ about }) => Number(about)));
          expect(found).toEqual(days.toSorted((a, b) => a - b));
          expect(pages.every(({ entries }) => entries.length <= limit)).toBe(true);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('is found by person, kind, lead and day, alone and together', async () => {
    const { table, log } = await aLog();
    const bram = { who: 'bram@kansrijk.test' };
    await log({ kind: 'lead-changed', about: 'a' }, plus(NOW, 1));
    await log({ kind: 'lead-erased', about: 'a' }, plus(NOW, 2), bram);
    await log({ kind: 'lead-changed', about: 'b' }, plus(NOW, -30 * 24 * 60 * MINUTE), bram);
    const found = async (search: Partial<LogSearch>) =>
      (await everything(table, all(search))).flatMap(({ entries }) =>
        entries.map(({ who, kind, about }) => `${who[0]} ${kind} ${about}`),
      );
    expect(await found({ who: 'bram' })).toEqual(['b lead-erased a', 'b lead-changed b']);
    expect(await found({ kind: 'lead-changed' })).toEqual(['a lead-changed a', 'b lead-changed b']);
    expect(await found({ about: 'a' })).toEqual(['b lead-erased a', 'a lead-changed a']);
    expect(await found({ from: `${dayOf(NOW)}T00:00:00.000Z`, who: 'bram' })).toEqual(['b lead-erased a']);
  });

  it('costs less than a read unit for a few entries over two years, whatever is asked', async () => {
    const { table, log } = await aLog();
    for (let n = 0; n < 20; n++)
      await log({ kind: 'lead-changed', about: `lead-${n}` }, plus(NOW, -n * 30 * 24 * 60 * MINUTE));
    const asked = [
      {},
      { who: 'anna' },
      { kind: 'lead-erased' },
      { about: 'lead-19' },
      { who: 'x', about: 'y' },
    ];
    for (const search of asked as Partial<LogSearch>[]) {
      table.read = 0;
      await logPage(table, all(search), { limit: 50 });
      expect(table.read).toBeLessThanOrEqual(1);
    }
  });

  it('costs a few read units a page with many entries, and when a search finds often', async () => {
    const { table, log } = await aLog();
    for (let n = 0; n < 300; n++)
      await log(
        { kind: n % 3 ? 'lead-changed' : 'lead-erased', about: 'some-lead-of-22-chars' },
        plus(NOW, -n),
      );
    const cost = async (search: Partial<LogSearch>) => {
      table.read = 0;
      expect((await logPage(table, all(search), { limit: 50 })).entries).toHaveLength(50);
      return table.read;
    };
    expect(await cost({})).toBeLessThanOrEqual(2);
    expect(await cost({ kind: 'lead-erased' })).toBeLessThanOrEqual(5);
    expect(await cost({ who: 'anna' })).toBeLessThanOrEqual(5);
  });

  it('has what somebody saw or was refused again and again once, at its first moment', async () => {
    const { table, log } = await aLog();
    for (let n = 0; n < 50; n++) await log({ kind: 'leads-seen', detail: 'stage' }, plus(NOW, 7 + n * 1_000));
    for (let n = 0; n < 50; n++)
      await log({ kind: 'refused', detail: 'DELETE /x' }, plus(NOW, 7 + n * MINUTE));
    expect(table.writes).toBe(2);
    const { entries } = await logPage(table, all(), { limit: 9 });
    expect(entries.map(({ at }) => at)).toEqual([plus(NOW, 7), plus(NOW, 7)]);
    await log({ kind: 'leads-seen', detail: 'stage' }, plus(NOW, 20 * MINUTE));
    await log({ kind: 'leads-seen', detail: 'band' }, NOW);
    expect(table.writes).toBe(4);
  });

  it('does not let the thing be done when the table refuses the entry', async () => {
    const table: Table = { name: 'none', call: () => Promise.reject(new Error('down')) };
    const erase = recordLog({ table, now: () => NOW }, anna, { kind: 'lead-erased', about: 'some-lead' });
    await expect(erase).rejects.toThrow('down');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { applyChanges, emptyDirectory } from '../../../../shared/domain/identity/directory/directory.ts';
import { type DirectoryRow, rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { DAY_MS, type Instant, plus } from '../../../../shared/domain/time.ts';
import { changesSince, logChanges } from '../../../../shared/store/identity/directory/log.ts';
import {
  beginFold,
  currentSegments,
  endFold,
  putSegments,
} from '../../../../shared/store/identity/directory/segments.ts';
import { putLead } from '../../../../shared/store/identity/leads.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { directorySource } from '../../../../shared/usecases/identity/directory/directory-source.ts';
import {
  type DirectoryJob,
  foldDirectory,
} from '../../../../shared/usecases/identity/directory/fold-directory.ts';
import { lead, NOW } from '../../../domain/builders.ts';
import { row } from '../../../domain/identity/directory/builders.ts';
import { someone } from '../../../domain/reports/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { dyingTable } from '../../faulty-table.ts';
import { metered } from '../../metered-table.ts';

let table: Table;
let now: Instant;
const isInTime = () => false;
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
});

function later(milliseconds: number): void {
  now = plus(now, milliseconds);
}
const log = (...rows: Parameters<typeof logChanges>[2]) => logChanges(table, () => now, rows);
const fold = (over = table, job: DirectoryJob = {}) =>
  foldDirectory({ table: over, now: () => now }, job, isInTime);
const many = (from: number, count: number, version = 1) =>
  Array.from({ length: count }, (_, n) => row(from + n, { version, score: version }));

/** What a process reads that begins now, by lead. */
async function read(): Promise<Map<LeadId, DirectoryRow>> {
  return (await directorySource({ table, now: () => now })()).rows;
}

describe('the directory of a deployment that has leads already', () => {
  beforeEach(async () => {
    for (let n = 0; n < 30; n++)
      await putLead(table, lead({ id: `${'ABCD'[n % 4]}${someone(n).slice(1)}` as LeadId }));
    await putLead(table, lead({ id: someone(99) }));
    await putLead(table, { id: someone(99), version: 2, erasedAt: NOW });
  });

  it('is made from them, without those that were erased, and says so until then', async () => {
    for (let n = 100; n < 160; n++) await putLead(table, lead({ id: someone(n) }));
    await expect(read()).rejects.toThrow('The directory of leads is not made yet');
    await fold();
    expect((await read()).size).toBe(90);
  });

  it('is read lead by lead while there are only a few', async () => {
    expect((await read()).size).toBe(30);
    const unlisted = lead({ id: someone(50) });
    await log(rowOf(unlisted));
    expect((await read()).get(unlisted.id)).toEqual(rowOf(unlisted));
  });

  it('is made in parts when time is up, and then once more for what older functions did not log', async () => {
    let job: DirectoryJob = {};
    let runs = 0;
    for (; (await currentSegments(table)) === undefined; runs++) {
      let asked = 0;
      job = (await foldDirectory({ table, now: () => now }, job, () => ++asked > 3)).data;
    }
    expect(runs).toBeGreaterThan(1);
    expect((await read()).size).toBe(30);
    const unlogged = lead({ id: `A${someone(50).slice(1)}` as LeadId });
    await putLead(table, unlogged);
    expect(job).toEqual({ isAgain: true });
    expect((await fold(table, job)).data).toEqual({});
    expect((await read()).get(unlogged.id)).toEqual(rowOf(unlogged));
  });

  it('has in a process that began before it was made, soon after, what older functions did not log', async () => {
    const meter = metered(table);
    const source = directorySource({ table: meter, now: () => now });
    expect((await source()).rows.size).toBe(30);
    const unlogged = lead({ id: `A${someone(50).slice(1)}` as LeadId });
    await putLead(table, unlogged);
    const { data } = await fold();
    expect((await source()).rows.size).toBe(30);
    later(5 * 60_000);
    await fold(table, data);
    later(10 * 60_000);
    meter.read = 0;
    expect((await source()).rows.get(unlogged.id)).toEqual(rowOf(unlogged));
    expect(meter.read).toBeLessThanOrEqual(2);
  });

  it('has in every process, within a day, what was only found when it was made once more', async () => {
    const { data } = await fold();
    const source = directorySource({ table, now: () => now });
    await source();
    const unlogged = lead({ id: `A${someone(50).slice(1)}` as LeadId });
    await putLead(table, unlogged);
    await fold(table, data);
    for (let hour = 0; hour < 24; hour++) {
      later(DAY_MS / 24);
      await source();
    }
    expect((await source()).rows.has(unlogged.id)).toBe(true);
  });

  it('has what changes while it is made', async () => {
    const id = `A${someone(0).slice(1)}` as LeadId;
    const busy: Table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (operation === 'GetItem') await log(row(0, { id, version: 7 }));
        return output;
      },
    };
    await fold(busy);
    expect((await read()).get(id)?.version).toBe(7);
  });
});

describe('a change', () => {
  beforeEach(async () => void (await fold()));

  it('is in the next list, and in those of a process that began before it', async () => {
    const source = directorySource({ table, now: () => now });
    expect((await source()).rows.size).toBe(0);
    later(60_000);
    await log(row(1));
    expect((await source()).rows.size).toBe(1);
    expect((await read()).size).toBe(1);
  });

  it('is not missed when it is written a few seconds late', async () => {
    const source = directorySource({ table, now: () => now });
    await log(row(1));
    later(20_000);
    await source();
    later(-9_000);
    await log(row(2));
    later(9_500);
    expect((await source()).rows.size).toBe(2);
  });

  it('that took long to write is logged again at the time it was written', async () => {
    const slow: Table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (now === NOW) later(8_000);
        return output;
      },
    };
    await logChanges(slow, () => now, [row(1)]);
    expect(await changesSince(table, plus(NOW, 1))).toHaveLength(1);
  });

  it('costs half a read unit to learn of, however many leads there are', async () => {
    await log(...many(0, 2_000));
    await fold();
    later(60_000);
    const meter = metered(table);
    const source = directorySource({ table: meter, now: () => now });
    await source();
    later(60_000);
    await log(row(1, { version: 2 }));
    meter.read = 0;
    await source();
    expect(meter.read).toBe(0.5);
  });

  it('of an erased lead removes it, and a late one does not bring it back, before a fold and after it', async () => {
    await log(...many(0, 600));
    await log({ id: someone(5), version: 2, erasedAt: 30_000_000 });
    expect((await read()).has(someone(5))).toBe(false);
    await fold();
    later(60_000);
    await log(row(5));
    expect((await read()).size).toBe(599);
  });
});

describe('the fold of the log', () => {
  beforeEach(async () => void (await fold()));
  const folds = async () => (await currentSegments(table))?.fold;

  it('waits until the log has grown', async () => {
    await log(...many(0, 499));
    await fold();
    expect(await folds()).toBe(1);
    await log(...many(499, 1));
    await fold();
    expect(await folds()).toBe(2);
  });

  it('comes for few changes as well before the log forgets them', async () => {
    await log(row(1));
    later(31 * DAY_MS);
    await fold();
    expect([await folds(), (await read()).size]).toEqual([2, 1]);
  });

  it('writes no segment when nothing happened, and still knows everybody after a year', async () => {
    await log(...many(0, 600));
    later(60_000);
    await fold();
    const before = await folds();
    for (let week = 0; week < 52; week++) {
      later(7 * DAY_MS);
      await fold();
    }
    expect([await folds(), (await read()).size]).toEqual([before, 600]);
  });

  it('makes the directory anew after the log forgot what it did not fold', async () => {
    await putLead(table, lead({ id: someone(1) }));
    later(101 * DAY_MS);
    await fold();
    expect((await read()).size).toBe(1);
  });

  it('that dies anywhere changes nothing of what is read, and is done by the next one', async () => {
    await log(...many(0, 600));
    await fold();
    const expected = emptyDirectory();
    applyChanges(expected, many(0, 600));
    let isDone = false;
    for (let calls = 1; !isDone; calls++) {
      later(60_000);
      const changed = many(0, 500, calls + 1);
      await log(...changed);
      applyChanges(expected, changed);
      isDone = await fold(dyingTable(table, calls, 'after')).then(
        () => true,
        () => false,
      );
      expect(await read()).toEqual(expected.rows);
      await fold();
      expect(await read()).toEqual(expected.rows);
      expect(calls).toBeLessThan(20);
    }
  });

  it('of two at once lets the later one win, whatever the earlier one still writes', async () => {
    await log(...many(0, 600));
    await fold();
    const older = await beginFold(table);
    await log(...many(0, 600, 2));
    await fold();
    await putSegments(table, { ...older, from: 0 }, [row(1)]);
    await endFold(table, older.fold, { ...older, count: 1, rows: 1, until: now });
    expect((await read()).size).toBe(600);
    expect((await read()).get(someone(3))?.version).toBe(2);
  });

  it('may write over what a process is about to read: then it reads the new one', async () => {
    await log(...many(0, 600));
    await fold();
    let isFirst = true;
    const slow: Table = {
      name: table.name,
      async call(operation, input) {
        const output = await table.call(operation, input);
        if (isFirst) {
          isFirst = false;
          for (const version of [2, 3]) {
            await log(...many(0, 600, version));
            later(60_000);
            await fold();
          }
        }
        return output;
      },
    };
    const { rows } = await directorySource({ table: slow, now: () => now })();
    expect(rows.get(someone(1))?.version).toBe(3);
  });
});

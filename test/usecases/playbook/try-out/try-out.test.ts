import { describe, expect, it } from 'vitest';
import { emptyDirectory } from '../../../../shared/domain/identity/directory/directory.ts';
import { rowOf } from '../../../../shared/domain/identity/directory/row.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { countReads } from '../../../../shared/store/counted-reads.ts';
import type { Table } from '../../../../shared/store/table.ts';
import { directorySource } from '../../../../shared/usecases/identity/directory/directory-source.ts';
import { tryOut } from '../../../../shared/usecases/playbook/try-out/try-out.ts';
import { lead } from '../../../domain/builders.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { metered } from '../../metered-table.ts';
import { live } from './drawn.ts';
import { type Life, NOW, Population } from './population.ts';

const now = () => NOW;
const life: Life = {
  ...{ visits: [{ daysAgo: 5, guides: 30, pages: 2 }], browsers: 2, steps: 1, clicks: 1 },
  ...{ employees: '50', domain: 'company.test', consent: 'confirmed', raisesHand: false },
  ...{ sales: 'nothing', answeredDaysAgo: 1, since: 0, erased: false },
};
const lower = (call: number) => ({
  ...live,
  version: 2,
  scoring: { ...live.scoring, bands: { newsletter: 0 as const, guides: 10, ads: 20, call } },
});
const current = { ...live, version: 1 };

function tried(table: Table, draft = lower(60), directory = directorySource({ table, now })) {
  const reads = countReads(table);
  let ms = 0;
  return tryOut({ reads, directory, now, elapsed: () => ms++ }, { live: current, draft, seed: 'draft' });
}

describe('a try-out with few leads', () => {
  it('looks at all of them, says who would be handed over, and writes nothing', async () => {
    const population = await Population.of(
      [life, life, { ...life, visits: [{ daysAgo: 5, guides: 0, pages: 0 }] }],
      live,
    );
    const table = metered(population.table);
    const answer = await tried(table);
    expect(answer).toMatchObject({ leads: 3, sampled: 3, unread: 0, changed: { count: 2, low: 2, high: 2 } });
    expect(answer.changes).toContainEqual(
      expect.objectContaining({ kind: 'handed-over', reason: 'threshold', count: 2 }),
    );
    expect(answer.examples.map(({ lead }) => lead).sort()).toEqual(population.ids.slice(0, 2));
    expect(table.writes).toBe(0);
  });

  it('says what it has read', async () => {
    const table = metered((await Population.of([life, life], live)).table);
    const reads = {
      name: table.name,
      call: table.call.bind(table),
      get units() {
        return table.read;
      },
    };
    const { units } = await tryOut(
      { reads, directory: directorySource({ table: reads, now }), now, elapsed: () => 0 },
      { live: current, draft: lower(60), seed: 'draft' },
    );
    expect(units).toBe(table.read);
    expect(units).toBeGreaterThan(3);
  });

  it('says when nothing would change', async () => {
    const population = await Population.of([life], live);
    expect(await tried(population.table, { ...live, version: 2 })).toMatchObject({
      ...{ leads: 1, sampled: 1, changes: [], examples: [], changed: { count: 0, high: 0 } },
    });
  });
});

describe('a try-out with many leads', () => {
  const many = (count: number) => {
    const directory = emptyDirectory();
    for (let n = 0; n < count; n++) {
      const id = `lead-${n}` as LeadId;
      directory.rows.set(id, rowOf({ ...lead(), id, stageAt: NOW, changedAt: NOW }) as never);
    }
    return async () => directory;
  };

  it('looks at two thousand of them by chance, and says how far it may be off', async () => {
    const answer = await tried(await memoryTable(), lower(60), many(5_000));
    expect(answer).toMatchObject({ leads: 5_000, sampled: 2_000, changed: { count: 0, low: 0 } });
    expect(answer.changed.high).toBeGreaterThan(3);
  });

  it('stops when it has read as much as it may', async () => {
    const table = await memoryTable();
    const dear = { ...countReads(table), units: 0 };
    const reads = { ...dear, name: table.name, call: dear.call };
    let units = 0;
    Object.defineProperty(reads, 'units', { get: () => (units += 400) });
    const answer = await tryOut(
      { reads, directory: many(5_000), now, elapsed: () => 0 },
      { live: current, draft: lower(60), seed: 'draft' },
    );
    expect(answer.sampled).toBeGreaterThan(0);
    expect(answer.sampled).toBeLessThan(1_000);
  });
});

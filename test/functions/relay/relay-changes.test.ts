import { beforeEach, describe, expect, it } from 'vitest';
import { type Change, relayChanges } from '../../../functions/relay/relay-changes.ts';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { countsOfDay } from '../../../shared/store/reports/report-counters.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { reported, someone } from '../../domain/reports/builders.ts';
import { newTable } from '../../store/new-table.ts';
import { crashingTable } from '../../usecases/faulty-table.ts';

let table: Table;
let published: string[];
const bus = {
  put: async (events: readonly DomainEvent[]) =>
    void published.push(...events.map(({ detail }) => detail.id)),
};

beforeEach(async () => {
  table = await newTable();
  published = [];
});

const imageOf = (lead: Lead) => leadEntity.itemOf({ lead: lead.id }, lead);
const first = (n: number): Change => ({
  record: `record-${n}`,
  after: imageOf(reported({ id: someone(n) })),
});
const leadsCounted = async () => (await countsOfDay(table, dayOf(NOW))).form.whitepaper?.leads ?? 0;

describe('a change of a lead', () => {
  it('is published and counted', async () => {
    expect(await relayChanges({ bus, table }, [first(1), first(2)])).toBeUndefined();
    expect(published).toContain(`${someone(1)}.1.StageChanged`);
    expect(await leadsCounted()).toBe(2);
  });

  it('that could not be counted is published again with the same ids, then counted once', async () => {
    const broken = crashingTable(table, 1, 'after');
    expect(await relayChanges({ bus, table: broken }, [first(1), first(2)])).toMatchObject({
      record: 'record-1',
    });
    const before = [...published];
    expect(await relayChanges({ bus, table }, [first(1), first(2)])).toBeUndefined();
    expect(published.slice(before.length, 2 * before.length)).toEqual(before);
    expect(await leadsCounted()).toBe(2);
  });

  it('that could not be published is not counted, nor are those after it', async () => {
    const silent = { put: () => Promise.reject(new Error('The bus refuses')) };
    expect(await relayChanges({ bus: silent, table }, [first(1), first(2)])).toMatchObject({
      record: 'record-1',
    });
    expect(await leadsCounted()).toBe(0);
  });
});

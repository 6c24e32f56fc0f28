import { beforeAll, describe, expect, it } from 'vitest';
import { LEAD_SHARDS } from '../../../shared/contract/table.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { allLeadsOfShard, getLead, putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { lead, NOW } from '../../domain/builders.ts';
import { newTable, someLead } from '../new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

const shardOf = (id: string) => id.charCodeAt(0) % LEAD_SHARDS;
const newLead = (more: Partial<Lead> = {}) => lead({ id: someLead(), ...more });

describe('a lead', () => {
  it('comes back as it was written', async () => {
    const written = newLead({
      points: { daily: { '2026-11-22': 5 }, window: { '2026-08-30': 2 } },
      handover: {
        ...{ number: 1, reason: 'threshold', status: 'open', openedAt: NOW },
        ...{ token: 'secret', score: 80, playbook: 1 },
      },
      raisedAt: NOW,
    });
    await putLead(table, written);
    expect(await getLead(table, written.id)).toEqual(written);
  });

  it('that was never written is undefined', async () => {
    expect(await getLead(table, someLead())).toBeUndefined();
  });

  it('is written only over the version it was made from', async () => {
    const first = newLead();
    expect(await putLead(table, { ...first, version: 2 })).toBe('conflict');
    expect(await putLead(table, first)).toBe('written');
    expect(await putLead(table, first)).toBe('conflict');
    expect(await putLead(table, { ...first, version: 3 })).toBe('conflict');
    expect(await putLead(table, { ...first, version: 2 })).toBe('written');
  });

  it('that many processes write at once is written by exactly one', async () => {
    const first = newLead();
    await putLead(table, first);
    const writers = Array.from({ length: 20 }, (_, score) => putLead(table, { ...first, version: 2, score }));
    const written = (await Promise.all(writers)).filter((result) => result === 'written');
    expect(written).toHaveLength(1);
  });

  it('that was erased has left the lists', async () => {
    const erased = newLead();
    const listed = async () => {
      const page = await allLeadsOfShard(table, { shard: shardOf(erased.id), after: '', limit: 99 });
      return page.filter(({ id }) => id === erased.id);
    };
    await putLead(table, erased);
    expect(await listed()).toHaveLength(1);
    await putLead(table, { id: erased.id, version: 2, erasedAt: NOW });
    expect(await listed()).toEqual([]);
    expect(await getLead(table, erased.id)).toEqual({ id: erased.id, version: 2, erasedAt: NOW });
  });
});

describe('the leads of a shard', () => {
  it('are listed page after page, each once, whatever happens to them meanwhile', async () => {
    const own = await newTable();
    const ids = Array.from({ length: 12 }, () => `A${someLead().slice(1)}` as LeadId);
    for (const id of ids) await putLead(own, lead({ id }));
    const listed: LeadId[] = [];
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page = await allLeadsOfShard(own, { shard: shardOf('A'), after, limit: 5 });
      for (const { id } of page) await putLead(own, lead({ id, version: 2, stage: 'lost', score: 50 }));
      listed.push(...page.map(({ id }) => id));
      after = page[4]?.place;
    }
    expect(listed).toEqual(ids.toSorted());
  });

  it('are in other lists than those of another shard', async () => {
    await putLead(table, lead({ id: `B${someLead().slice(1)}` as LeadId }));
    const page = await allLeadsOfShard(table, { shard: shardOf('A'), after: '', limit: 99 });
    expect(page.filter(({ id }) => id.startsWith('B'))).toEqual([]);
  });
});

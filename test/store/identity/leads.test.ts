import { beforeAll, describe, expect, it } from 'vitest';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { getLead, leadsByStage, putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { lead, NOW } from '../../domain/builders.ts';
import { newTable, someLead } from '../new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

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
    const erased = newLead({ stage: 'opportunity' });
    await putLead(table, erased);
    expect(await leadsByStage(table, { stage: 'opportunity', limit: 10 })).toHaveLength(1);
    await putLead(table, { id: erased.id, version: 2, erasedAt: NOW });
    expect(await leadsByStage(table, { stage: 'opportunity', limit: 10 })).toEqual([]);
    expect(await getLead(table, erased.id)).toEqual({ id: erased.id, version: 2, erasedAt: NOW });
  });
});

describe('the leads of a stage', () => {
  it('are listed over all shards by score, page after page, each once', async () => {
    const scores = Array.from({ length: 60 }, (_, n) => (n * 7) % 101);
    for (const score of scores) await putLead(table, newLead({ stage: 'sal', score, fit: 'good' }));
    await putLead(table, newLead({ stage: 'sql', score: 100 }));
    const listed = [];
    for (let after: string | undefined; ; ) {
      const page = await leadsByStage(table, { stage: 'sal', limit: 7, ...(after && { after }) });
      if (page.length === 0) break;
      listed.push(...page);
      after = page.at(-1)?.place;
    }
    expect(new Set(listed.map(({ id }) => id)).size).toBe(60);
    expect(listed.map(({ place }) => Number(place.slice(0, 4)))).toEqual(scores.toSorted((a, b) => b - a));
    expect(listed[0]).toMatchObject({ fit: 'good', readiness: 'not-ready', playbook: 1 });
  });

  it('lose a lead that goes on to the next stage', async () => {
    const moving = newLead({ stage: 'customer' });
    await putLead(table, moving);
    await putLead(table, { ...moving, version: 2, stage: 'lost' });
    expect(await leadsByStage(table, { stage: 'customer', limit: 5 })).toEqual([]);
    expect(await leadsByStage(table, { stage: 'lost', limit: 5 })).toHaveLength(1);
  });
});

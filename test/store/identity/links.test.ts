import { beforeAll, describe, expect, it } from 'vitest';
import { getLinkedLead, linkVisitor, visitorsOf } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { Crash, crashingTable } from '../../usecases/faulty-table.ts';
import { newTable, someLead, someVisitor } from '../new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

describe('the link between a visitor and a lead', () => {
  it('is known from both sides', async () => {
    const [visitor, lead] = [someVisitor(), someLead()];
    expect(await getLinkedLead(table, visitor)).toBeUndefined();
    expect(await linkVisitor(table, visitor, lead, { at: NOW, due: NOW })).toBe(lead);
    expect(await getLinkedLead(table, visitor)).toBe(lead);
    expect(await visitorsOf(table, lead)).toEqual([visitor]);
  });

  it('stays with the first of two leads', async () => {
    const [visitor, first, second] = [someVisitor(), someLead(), someLead()];
    await linkVisitor(table, visitor, first, { at: NOW, due: NOW });
    expect(await linkVisitor(table, visitor, second, { at: NOW, due: NOW })).toBe(first);
    expect(await visitorsOf(table, second)).toEqual([]);
  });

  it('goes to one lead when two are linked at once', async () => {
    const [visitor, first, second] = [someVisitor(), someLead(), someLead()];
    const owners = await Promise.all(
      [first, second].map((lead) => linkVisitor(table, visitor, lead, { at: NOW, due: NOW })),
    );
    expect(owners[0]).toBe(owners[1]);
    const known = [...(await visitorsOf(table, first)), ...(await visitorsOf(table, second))];
    expect(known).toEqual([visitor]);
  });

  it.each([1, 2])('is completed when it is made again after a crash at call %i', async (call) => {
    for (const when of ['before', 'after'] as const) {
      const [visitor, lead] = [someVisitor(), someLead()];
      await expect(
        linkVisitor(crashingTable(table, call, when), visitor, lead, { at: NOW, due: NOW }),
      ).rejects.toThrow(Crash);
      expect(await linkVisitor(table, visitor, lead, { at: NOW, due: NOW })).toBe(lead);
      expect(await visitorsOf(table, lead)).toEqual([visitor]);
    }
  });
});

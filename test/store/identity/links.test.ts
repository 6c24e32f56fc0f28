import { beforeAll, describe, expect, it } from 'vitest';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { withCapture } from '../../../shared/domain/identity/profile.ts';
import { browserName } from '../../../shared/domain/identity/trust.ts';
import { plus } from '../../../shared/domain/time.ts';
import { getLinkedLead, linkVisitor, visitorsOf } from '../../../shared/store/identity/links.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { Crash, crashingTable } from '../../usecases/faulty-table.ts';
import { memoryTable } from '../memory-table.ts';
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

  it('of the browser of the owner counts, whoever linked fifty others before it', async () => {
    const table = await memoryTable();
    const lead = someLead();
    const link = (visitor: VisitorId, hours: number) =>
      linkVisitor(table, visitor, lead, { at: plus(NOW, hours * 3_600_000), due: NOW });
    const [own, first, late] = [someVisitor(), someVisitor(), someVisitor()];
    await link(first, 0);
    await Promise.all(Array.from({ length: 60 }, () => link(someVisitor(), 1)));
    await link(own, 2);
    await link(late, 2);
    const voices = { [browserName(own)]: { landed: NOW } };
    await putProfile(table, { ...withCapture(undefined, lead, submission()), version: 1, voices });
    const found = await visitorsOf(table, lead);
    expect(found.slice(0, 2)).toEqual([own, first]);
    expect(found).toHaveLength(50);
    expect(found).not.toContain(late);
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

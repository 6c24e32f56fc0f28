import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { plus } from '../../../shared/domain/time.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { previewVisitor } from '../../../shared/usecases/scoring/preview-visitor.ts';
import { NOW, pageView, stay } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { someVisitor } from '../../store/new-table.ts';
import { playbook } from '../playbook.ts';

const DAY = 86_400_000;
const visitor = someVisitor();
let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

const system = () => ({ table, now: () => NOW, playbook: async () => playbook });
const visit = (id: string, at = NOW) =>
  putVisitorEvent(table, pageView('/pricing', { visitor, id, at }), 2e9, true);

describe('an anonymous visitor', () => {
  it('has the points that the playbook gives for its pages, each once a day', async () => {
    await visit('a', plus(NOW, -2));
    await visit('b', plus(NOW, -1));
    const seen = await previewVisitor(system(), visitor);
    expect(seen?.events.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(seen?.score.ledger).toMatchObject([{ eventId: 'a' }]);
    expect(seen?.score.total).toBe(seen?.score.ledger[0]?.points);
  });

  it('is not said to have stayed where that earns nothing', async () => {
    await visit('a');
    await putVisitorEvent(table, stay('/pricing', 90, { visitor, at: NOW }), 2e9, true);
    expect((await previewVisitor(system(), visitor))?.events.map(({ type }) => type)).toEqual(['page']);
  });

  it('is none when it did nothing in the window of the score', async () => {
    await visit('a', plus(NOW, -200 * DAY));
    expect(await previewVisitor(system(), visitor)).toBeUndefined();
  });

  it('is none any more once it belongs to a lead', async () => {
    await visit('a');
    await linkVisitor(table, visitor, 'AAAAAAAAAAAAAAAAAAAAA1' as LeadId, { at: NOW, due: NOW });
    expect(await previewVisitor(system(), visitor)).toBeUndefined();
  });
});

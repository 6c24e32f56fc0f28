import { marshall } from '@aws-sdk/util-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf, leadEvents, visitorEvents } from '../../../shared/store/tracking/history.ts';
import { NOW, pageView, reaction, submission, tracked } from '../../domain/builders.ts';
import { metered } from '../../usecases/metered-table.ts';
import { memoryTable } from '../memory-table.ts';
import { newTable, someLead, someVisitor } from '../new-table.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

describe('an event', () => {
  it('is written once and never changed', async () => {
    const view = pageView('/', { visitor: someVisitor(), title: 'First' });
    expect(await putVisitorEvent(table, view, 1)).toBe('written');
    expect(await putVisitorEvent(table, { ...view, title: 'Second' }, 2)).toBe('conflict');
    expect(await visitorEvents(table, view.visitor)).toEqual([view]);
  });

  it('comes back as it was written, whatever its text', async () => {
    const visitor = someVisitor();
    const props = { step: 'émoji 🦆 קפה', count: 0, isNew: false };
    const event = tracked('Video Played', { visitor, props, campaign: { source: 'li' }, bot: 'prefetch' });
    await putVisitorEvent(table, event, 1);
    expect(await visitorEvents(table, visitor)).toEqual([event]);
  });

  it('that cannot be read does not hide the others', async () => {
    const visitor = someVisitor();
    const view = pageView('/', { visitor });
    await putVisitorEvent(table, view, 1);
    const broken = { PK: `V#${visitor}`, SK: 'E#2026-01-01T00:00:00.000Z#x', type: 'page' };
    await table.call('PutItem', { TableName: table.name, Item: marshall(broken) });
    expect(await visitorEvents(table, visitor)).toEqual([view]);
  });
});

describe('a history', () => {
  it('is the union of what the lead did itself and what its browsers did, oldest first', async () => {
    const lead = someLead();
    const [first, second, stranger] = [someVisitor(), someVisitor(), someVisitor()];
    const form = submission('whitepaper', { at: '2026-11-20T10:00:00.000Z' });
    const before = pageView('/a', { visitor: first, at: '2026-11-19T10:00:00.000Z' });
    const after = pageView('/b', { visitor: second, at: '2026-11-21T10:00:00.000Z' });
    await putLeadEvent(table, lead, form);
    for (const view of [after, before, pageView('/c', { visitor: stranger })])
      await putVisitorEvent(table, view, 1);
    await linkVisitor(table, first, lead, { at: NOW, due: NOW });
    await linkVisitor(table, second, lead, { at: NOW, due: NOW });
    expect(await historyOf(table, lead)).toEqual([before, form, after]);
    expect(await historyOf(table, lead, '2026-11-20')).toEqual([form, after]);
    expect(await leadEvents(table, lead)).toEqual([form]);
  });

  it('has an end: the newest thousand, or the newest megabyte', async () => {
    const table = await memoryTable();
    const visitor = someVisitor();
    const views = Array.from({ length: 1_050 }, (_, n) => pageView(`/${n}`, { visitor }));
    for (let start = 0; start < views.length; start += 100) {
      await Promise.all(views.slice(start, start + 100).map((view) => putVisitorEvent(table, view, 1)));
    }
    const inOrder = views.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const read = metered(table);
    const newest = await visitorEvents(read, visitor);
    expect(newest).toHaveLength(1_000);
    expect(newest.at(-1)).toEqual(inOrder.at(-1));
    expect(read.read).toBeLessThanOrEqual(70);
  });

  it('of a lead has what it clicked, however many and large the forms that others sent with its address', async () => {
    const table = await memoryTable();
    const lead = someLead();
    const click = reaction('click', 'mail', { at: plus(NOW, -DAY_MS), link: 0 });
    await putLeadEvent(table, lead, click);
    const large = { message: 'x'.repeat(15_000) };
    const forms = Array.from({ length: 200 }, (_, n) =>
      submission('contact', { id: `${n}`, at: plus(NOW, n * 1_000), values: large }),
    );
    await Promise.all(forms.map((form) => putLeadEvent(table, lead, form)));
    const [first, ...others] = await leadEvents(table, lead);
    expect(first).toEqual(click);
    expect(others.at(-1)).toEqual(forms.at(-1));
    expect(others.length).toBeLessThan(forms.length);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import type { Table } from '../../../../shared/store/table.ts';
import {
  type LeadPage,
  readLeadPage,
  readLeadTimeline,
} from '../../../../shared/usecases/identity/lead-page/read-lead-page.ts';
import { viewers } from '../../../functions/console/test-console.ts';
import { memoryTable } from '../../../store/memory-table.ts';
import { metered } from '../../metered-table.ts';
import { longLife, systemAt } from './long-life.ts';

let table: Table;
let [short, long] = ['', ''] as unknown as [LeadId, LeadId];
beforeAll(async () => {
  table = await memoryTable();
  short = await longLife(table, 30);
  long = await longLife(table, 1_000);
});

async function read(id: LeadId, more: Parameters<typeof readLeadPage>[3] = {}) {
  const meter = metered(table);
  const page = await readLeadPage(systemAt(meter), viewers.marketing, id, more);
  if (typeof page === 'string') throw new Error(page);
  return { page, units: meter.read };
}

describe('the page of one lead', () => {
  it('costs at most eight read units, and as much for a long history as for a short one', async () => {
    const [small, large] = [await read(short), await read(long)];
    expect(large.units).toBeLessThanOrEqual(7.5);
    expect(large.units - small.units).toBeLessThanOrEqual(1);
  });

  it('has the newest events with their points, and where it goes on', async () => {
    const { page } = await read(long);
    expect(page.timeline.events).toHaveLength(20);
    expect(page.timeline.next).toBeDefined();
    expect(page.timeline.events.map(({ earned }) => earned?.[0]?.is)).toContain('counted');
  });

  it('has both questions of somebody who asked twice, the newest first', async () => {
    const { page } = await read(long);
    expect(page.messages.map(({ text, form }) => [form, text])).toEqual([
      ['contact', 'Can you call me on Tuesday?'],
      ['contact', 'What does it cost for ten people?'],
    ]);
  });

  it('has the heading of the mails that events are about, and a link to call', async () => {
    const { page } = await read(short);
    expect([...page.mails.values()].map(({ mail }) => mail.heading)).toEqual(['Ask one thing less']);
    expect(page.call).toBe('tel:+31201234567');
  });
});

describe('the timeline of one lead, page by page', () => {
  it('has every event once, of the kind that was asked for', async () => {
    for (const [kind, count] of [
      ['forms', 2],
      ['sales', 3],
      ['mails', 2],
      ['visits', 30],
    ] as const) {
      expect([kind, (await walk(short, kind)).length]).toEqual([kind, count]);
    }
  });

  it('agrees with the day that an event is on, where that is read as a whole', async () => {
    const { page } = await read(long);
    const day = page.timeline.events.at(-1)?.event.at.slice(0, 10) ?? '';
    const whole = await timeline(long, { day });
    const standing = new Map(whole.timeline.events.map(({ event, earned }) => [event.id, earned?.[0]?.is]));
    for (const { event, earned } of page.timeline.events) {
      if (event.at.startsWith(day) && earned && earned[0]?.is !== 'perhaps')
        expect([event.id, earned[0]?.is]).toEqual([event.id, standing.get(event.id)]);
    }
    expect([...standing.values()]).not.toContain('perhaps');
  });

  async function walk(id: LeadId, kind: 'visits' | 'forms' | 'mails' | 'sales') {
    const events = [];
    for (let after: LeadPage['timeline']['next'], n = 0; n === 0 || (after && n < 50); n++) {
      const page = await timeline(id, { kind, ...(after && { after }) });
      events.push(...page.timeline.events);
      after = page.timeline.next;
    }
    expect(new Set(events.map(({ event }) => event.id)).size).toBe(events.length);
    return events;
  }

  async function timeline(id: LeadId, part: Parameters<typeof readLeadTimeline>[3]) {
    const page = await readLeadTimeline(systemAt(table), viewers.admin, id, part);
    if (typeof page === 'string') throw new Error(page);
    return page;
  }
});

describe('who may see a lead', () => {
  it('is everybody once it was handed over', async () => {
    expect(await readLeadPage(systemAt(table), viewers.sales, short)).toHaveProperty('lead');
  });

  it('is nobody after it was erased, or if it never was', async () => {
    const nobody = 'AAAAAAAAAAAAAAAAAAAAAA' as LeadId;
    expect(await readLeadPage(systemAt(table), viewers.admin, nobody)).toBe('unknown');
  });
});

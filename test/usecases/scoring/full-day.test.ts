import { describe, expect, it } from 'vitest';
import { itemSize } from '../../../infra/local/services/dynamodb/item-size.ts';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { tallyEntity } from '../../../shared/store/scoring/tallies.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, submission, tracked } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { metered } from '../metered-table.ts';
import { playbook } from '../playbook.ts';

const DAY = '2026-11-24';
const at = (time: string) => `${DAY}T${time}:00.000Z`;
const LEAD = 'R000000000000000000001' as LeadId;
const VISITOR = 'reader' as VisitorId;
const ONE_POINT = { name: 'Use', on: 'track', event: 'Used', points: 1 } as const;

/** Somebody whose day is full of pages, each one point. */
class Reader {
  readonly table: Table;
  now: Instant = at('08:00');
  current: Playbook = { ...playbook, scoring: { ...playbook.scoring, rules: [ONE_POINT, ...pages] } };

  constructor(table: Table) {
    this.table = table;
  }

  static async begin(): Promise<Reader> {
    const reader = new Reader(await memoryTable());
    const form = submission('whitepaper', { at: at('08:00'), receivedAt: at('08:00'), visitor: VISITOR });
    await putSubmission(reader.table, LEAD, form);
    await reader.hears([form]);
    return reader;
  }

  get system() {
    const { table } = this;
    return {
      table,
      now: () => this.now,
      playbook: async () => this.current,
      newToken: () => 'token',
      hideBeginnings,
    };
  }

  async hears(events: AnyEvent[]): Promise<Lead> {
    await scoreLead(this.system, LEAD, events);
    return (await getLead(this.table, LEAD)) as Lead;
  }

  /** So many pages, or uses of the product, from a number on. */
  async reads(kind: 'page' | 'use', count: number, from: number): Promise<Lead> {
    const events = Array.from({ length: count }, (_, n) => this.#event(kind, from + n));
    for (const event of events) await putVisitorEvent(this.table, event, 0);
    return this.hears(events);
  }

  async isReturned(): Promise<void> {
    await actOnLead(this.system, LEAD, { action: 'return', reason: 'not-ready', by: 'anna' });
  }

  #event(kind: 'page' | 'use', n: number) {
    const seen = { visitor: VISITOR, at: this.now, receivedAt: this.now };
    return kind === 'page' ? pageView(`/read/${n}`, seen) : tracked('Used', { ...seen, id: `use-${n}` });
  }
}

const pages = [{ name: 'page', on: 'page' as const, points: 1, paths: ['/read/*'] }];

describe('a lead that was returned on a day that is nearly full', () => {
  const kinds = (['page', 'use'] as const).flatMap((kind) => [94, 140].map((before) => ({ kind, before })));

  it.each(kinds)(
    'is handed over again for ten new points the same day: $before and 10 by $kind',
    async ({ kind, before }) => {
      const reader = await Reader.begin();
      expect(await reader.reads(kind, before, 0)).toMatchObject({ stage: 'mql', handover: { number: 1 } });
      reader.now = at('10:00');
      await reader.isReturned();
      reader.now = at('11:00');
      expect(await reader.reads(kind, 9, 500)).toMatchObject({ stage: 'lead' });
      expect(await reader.reads(kind, 1, 600)).toMatchObject({
        ...{ stage: 'mql', score: 100, handover: { number: 2 } },
      });
    },
  );

  it('is not handed over again when the stream tells once more what it did before', async () => {
    const reader = await Reader.begin();
    for (const from of [0, 50, 100]) await reader.reads('page', 50, from);
    const before = reader.now;
    reader.now = at('10:00');
    await reader.isReturned();
    reader.now = before;
    const again = await reader.reads('page', 150, 0);
    expect(again).toMatchObject({ stage: 'lead', score: 100 });
  });

  it('is not handed over again by a new playbook, and is for new points under it', async () => {
    const reader = await Reader.begin();
    await reader.reads('page', 94, 0);
    reader.now = at('10:00');
    await reader.isReturned();
    reader.now = at('11:00');
    await reader.reads('page', 5, 500);
    reader.current = { ...reader.current, version: 2 };
    reader.now = at('12:00');
    expect(await reader.hears([])).toMatchObject({ stage: 'lead', playbook: 2 });
    expect(await reader.reads('page', 4, 600)).toMatchObject({ stage: 'lead' });
    const again = await reader.reads('page', 1, 700);
    expect(again).toMatchObject({ stage: 'mql', handover: { number: 2 } });
    expect(itemSize(leadEntity.itemOf({ lead: LEAD }, again))).toBeLessThan(1_024);
  });
});

describe('the tally of what counts once in the window', () => {
  it('stays small, day after day, and costs one write more now and then', async () => {
    const reader = await Reader.begin();
    const sizes: number[] = [];
    const writes: number[] = [];
    const { table } = reader;
    for (let day = 0; day < 12; day++) {
      reader.now = plus(at('09:00'), day * 86_400_000);
      const events = Array.from({ length: 60 }, (_, n) =>
        tracked('Used', { visitor: VISITOR, at: reader.now, receivedAt: reader.now, id: `${day} ${n}` }),
      );
      const meter = metered(table);
      await scoreLead({ ...reader.system, table: meter }, LEAD, events);
      writes.push(meter.writes);
      const tally = await tallyEntity.get(table, { lead: LEAD, playbook: 1, scope: 'window' });
      sizes.push(tally?.marks.size ?? 0);
      expect(await getLead(table, LEAD)).toMatchObject({ score: Math.min(100, 60 * (day + 1)) });
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(160);
    expect(Math.max(...writes)).toBeLessThanOrEqual(3);
  });
});

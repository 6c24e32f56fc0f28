import { randomUUID } from 'node:crypto';
import type { PutItemInput } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { bandOf, score } from '../../../shared/domain/scoring/score.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { AnyEvent, VisitorEvent } from '../../../shared/domain/tracking/event.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { linkEntity } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import {
  leadEventEntity,
  putLeadEvent,
  putVisitorEvent,
  visitorEventEntity,
} from '../../../shared/store/tracking/events.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { scoreEvents } from '../../../shared/usecases/scoring/score-events/score-events.ts';
import { NOW, pageView, submission, tracked } from '../../domain/builders.ts';
import { rules } from '../../domain/scoring/rules.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { metered } from '../metered-table.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const system = (over: Table): ScoringSystem => ({
  table: over,
  now: () => NOW,
  playbook: async () => playbook,
  newToken: randomUUID,
  hideBeginnings,
});
const leadId = leadIdFrom('test');
let count = 0;
const somebody = () => {
  count += 1;
  const email = `person-${randomUUID()}@example.nl`;
  return { email, id: leadId(email), visitors: [1, 2].map((n) => `v${n}-${randomUUID()}` as VisitorId) };
};

/** The stream record of an event or a link. */
const record = (event: AnyEvent, id: LeadId) => ({
  record: String(++count),
  item: isOfVisitor(event)
    ? visitorEventEntity.itemOf(event, event)
    : leadEventEntity.itemOf({ lead: id, at: event.at, id: event.id }, event),
});
const linkRecord = (visitor: VisitorId, id: LeadId) => ({
  record: String(++count),
  item: linkEntity.itemOf({ visitor }, { lead: id, visitor, at: NOW }),
});
const isOfVisitor = (event: AnyEvent): event is VisitorEvent =>
  event.type === 'page' || event.type === 'track';

const keep = (event: AnyEvent, id: LeadId) =>
  isOfVisitor(event) ? putVisitorEvent(table, event, 0) : putLeadEvent(table, id, event);

const read = async (id: LeadId) => (await getLead(table, id)) as Lead;

/** A history over two browsers that crosses the threshold: a form in each, and pages. */
function history({ email, visitors }: ReturnType<typeof somebody>): AnyEvent[] {
  const forms = visitors.map((visitor) =>
    submission('whitepaper', { email, visitor, values: { employees: '50' } }),
  );
  const pages = Array.from({ length: 40 }, (_, n) =>
    pageView(`/guides/${n}`, { visitor: visitors[n % 2] as VisitorId }),
  );
  return [
    ...forms,
    ...pages,
    ...['a', 'b'].map((step) =>
      tracked('Demo Step Completed', { visitor: visitors[0] as VisitorId, props: { step } }),
    ),
  ];
}

describe('the events of a lead', () => {
  it('give one score and one hand-over, for any order and repetition, over two browsers', async () => {
    const orders = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 }));
    await fc.assert(
      fc.asyncProperty(orders, async ([seed, size]) => {
        const person = somebody();
        const events = history(person);
        const twice =
          fc.sample(fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }), {
            seed,
            numRuns: 1,
          })[0] ?? [];
        await Promise.all(events.map((event) => keep(event, person.id)));
        const records = twice.map((event) => record(event, person.id));
        for (let start = 0; start < records.length; start += size) {
          const failed = await scoreEvents(system(table), records.slice(start, start + size));
          expect(failed.size).toBe(0);
        }
        for (const visitor of person.visitors)
          await scoreEvents(system(table), [linkRecord(visitor, person.id)]);
        const lead = await read(person.id);
        expect(lead.score).toBe(score(events, rules, NOW).total);
        expect(lead).toMatchObject({
          stage: 'mql',
          band: bandOf(lead.score, rules),
          handover: { number: 1, reason: 'threshold' },
        });
      }),
      { numRuns: 12 },
    );
  });

  it('survive a process that dies just before or after any call of the table', async () => {
    const run = async (over: Table, person: ReturnType<typeof somebody>, events: AnyEvent[]) => {
      const [form, ...rest] = events.map((event) => record(event, person.id));
      const step = async (records: Parameters<typeof scoreEvents>[1]) => {
        const failed = await scoreEvents(system(over), records);
        for (const reason of failed.values()) expect(reason).toBeInstanceOf(Crash);
        if (failed.size > 0) expect((await scoreEvents(system(table), records)).size).toBe(0);
      };
      await step([form as never]);
      await step([linkRecord(person.visitors[0] as VisitorId, person.id)]);
      await step(rest);
      await step([linkRecord(person.visitors[1] as VisitorId, person.id)]);
    };
    const scenario = async (over: (table: Table) => Table) => {
      const person = somebody();
      const events = history(person);
      await Promise.all(events.map((event) => keep(event, person.id)));
      const used = over(table);
      await run(used, person, events);
      const lead = await read(person.id);
      expect(lead.score).toBe(score(events, rules, NOW).total);
      expect(lead.handover?.number).toBe(1);
      return used;
    };
    const { calls } = (await scenario(countingTable)) as ReturnType<typeof countingTable>;
    expect(calls).toBeGreaterThan(10);
    for (let call = 1; call <= calls; call++) {
      await scenario((inner) => crashingTable(inner, call, 'before'));
      await scenario((inner) => crashingTable(inner, call, 'after'));
    }
  });

  it('cross the threshold once when many processes handle them at once', async () => {
    const person = somebody();
    const events = history(person);
    await Promise.all(events.map((event) => keep(event, person.id)));
    await scoreEvents(system(table), [
      record(events[0] as AnyEvent, person.id),
      record(events[1] as AnyEvent, person.id),
    ]);
    const before = await read(person.id);
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((part) =>
        scoreEvents(
          system(table),
          events.filter((_, n) => n % 6 === part).map((event) => record(event, person.id)),
        ),
      ),
    );
    const lead = await read(person.id);
    expect(before.handover).toBeUndefined();
    expect(lead.score).toBe(score(events, rules, NOW).total);
    expect(lead.handover?.number).toBe(1);
  });

  it('are scored even if one of them cannot be read', async () => {
    const good = somebody();
    const poison = {
      record: 'poison',
      item: marshall({ PK: `V#${good.visitors[0]}`, SK: 'E#x', type: 'page', at: 'yesterday' }),
    };
    const failed = await scoreEvents(system(table), [
      poison,
      record(submission('whitepaper', { email: good.email }), good.id),
    ]);
    expect([...failed.keys()]).toEqual(['poison']);
    expect((await read(good.id)).score).toBe(2);
  });
});

describe('an unknown visitor', () => {
  it('makes no lead', async () => {
    const { visitors, id } = somebody();
    const failed = await scoreEvents(system(table), [
      record(pageView('/', { visitor: visitors[0] as VisitorId }), id),
    ]);
    expect(failed.size).toBe(0);
    expect(await getLead(table, id)).toBeUndefined();
  });
});

describe('a submission', () => {
  it('links its browser only after the lead is written, so that no event is lost in between', async () => {
    const { email, id, visitors } = somebody();
    const written: string[] = [];
    const watched: Table = {
      name: table.name,
      call(operation, input) {
        if (operation === 'PutItem') written.push((input as PutItemInput).Item?.SK?.S ?? '');
        return table.call(operation, input);
      },
    };
    const form = submission('whitepaper', { email, visitor: visitors[0] as VisitorId });
    await scoreEvents(system(watched), [record(form, id)]);
    expect(written.slice(0, 4)).toEqual(['PROFILE', 'LEAD', 'LINK', `V#${visitors[0]}`]);
  });
});

describe('a browser that is linked while a new playbook is published', () => {
  it("counts, although the lead's list of browsers lacks it", async () => {
    const { email, id, visitors } = somebody();
    const visitor = visitors[0] as VisitorId;
    await scoreEvents(system(table), [record(submission('whitepaper', { email }), id)]);
    await keep(pageView('/pricing', { visitor }), id);
    const renewed = { ...system(table), playbook: async () => ({ ...playbook, version: 2 }) };
    await scoreEvents(renewed, [linkRecord(visitor, id)]);
    expect((await read(id)).score).toBe(3);
  });
});

describe('a browser that did very much before it is linked', () => {
  const DAY = 86_400_000;
  const put = async (events: VisitorEvent[]) => {
    for (let start = 0; start < events.length; start += 100) {
      const some = events.slice(start, start + 100);
      await Promise.all(some.map((event) => putVisitorEvent(table, event, 9_999_999_999)));
    }
  };
  const links = async (visitor: VisitorId) => {
    const { email, id } = somebody();
    await scoreEvents(system(table), [record(submission('whitepaper', { email }), id)]);
    const meter = metered(table);
    await scoreEvents(system(meter), [linkRecord(visitor, id)]);
    return { units: meter.read, score: (await read(id)).score };
  };

  it('costs nothing for what is too old to count', async () => {
    const visitor = `flood-${randomUUID()}` as VisitorId;
    const old = plus(NOW, -91 * DAY);
    await put(Array.from({ length: 600 }, (_, n) => pageView(`/guides/${n}`, { visitor, at: old })));
    await put([pageView('/pricing', { visitor })]);
    expect(await links(visitor)).toEqual({ units: 2, score: 5 });
  });

  it('is read from the newest back, up to an end', async () => {
    const visitor = `flood-${randomUUID()}` as VisitorId;
    const before = plus(NOW, -2 * DAY);
    await put([pageView('/pricing', { visitor, at: before })]);
    await put(Array.from({ length: 1_000 }, () => pageView('/other', { visitor, at: plus(NOW, -DAY) })));
    const { units, score: total } = await links(visitor);
    expect(units).toBeLessThan(70);
    expect(total).toBe(3);
  });
});

describe('a browser in which two people send a form', () => {
  it('stays linked to the first', async () => {
    const [first, second] = [somebody(), somebody()];
    const visitor = first.visitors[0] as VisitorId;
    await scoreEvents(system(table), [
      record(submission('whitepaper', { email: first.email, visitor }), first.id),
    ]);
    await scoreEvents(system(table), [
      record(submission('whitepaper', { email: second.email, visitor }), second.id),
    ]);
    await scoreEvents(system(table), [record(pageView('/pricing', { visitor }), first.id)]);
    expect((await read(first.id)).score).toBe(5);
    expect((await read(second.id)).score).toBe(2);
  });
});

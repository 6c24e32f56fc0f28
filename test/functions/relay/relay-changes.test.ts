import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Change, relayChanges } from '../../../functions/relay/relay-changes.ts';
import { eventPattern } from '../../../infra/local/services/events/event-pattern.ts';
import type { DomainEvent } from '../../../shared/contract/domain-events.ts';
import { streamFilters } from '../../../shared/contract/table.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Enrolment } from '../../../shared/domain/nurture/enrolment/enrolment.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { leadEntity } from '../../../shared/store/identity/lead-entity.ts';
import { enrolmentEntity } from '../../../shared/store/nurture/enrolments.ts';
import { totalsOfDay } from '../../../shared/store/reports/day-totals.ts';
import type { Table } from '../../../shared/store/table.ts';
import { NOW } from '../../domain/builders.ts';
import { handover, reported, someone } from '../../domain/reports/builders.ts';
import { newTable } from '../../store/new-table.ts';
import { crashingTable } from '../../usecases/faulty-table.ts';

const imageOf = (lead: Lead) => leadEntity.itemOf({ lead: lead.id }, lead);
const first = (n: number): Change => ({
  record: `record-${n}`,
  at: NOW,
  after: imageOf(reported({ id: someone(n) })),
});
/** A change of band, in one direction or the other. */
const move = (n: number, version: number): Change => {
  const at = (of: number) => reported({ id: someone(n), version: of, band: of % 2 ? 'guides' : 'ads' });
  return {
    record: `${n}.${version}`,
    at: NOW,
    before: imageOf(at(version - 1)),
    after: imageOf(at(version)),
  };
};
/** The next hand-over, which is counted too. */
const opens = (n: number, version: number): Change => {
  const at = (of: number) => {
    const number = { handover: handover({ number: of }) };
    return reported({ id: someone(n), version: of, stage: 'mql', ...number });
  };
  return {
    record: `${n}.${version}`,
    at: NOW,
    before: imageOf(at(version - 1)),
    after: imageOf(at(version)),
  };
};
const now = () => NOW;
/** A table for what nobody looks at. */
const sink: Table = { name: 'sink', call: async () => ({}) };

describe('a change of a lead', () => {
  let table: Table;
  let published: string[];
  const bus = {
    put: async (events: readonly DomainEvent[]) =>
      void published.push(...events.map(({ detail }) => detail.id)),
  };
  const leadsCounted = async () => (await totalsOfDay(table, dayOf(NOW))).form.whitepaper?.leads ?? 0;
  beforeEach(async () => {
    table = await newTable();
    published = [];
  });

  it('is published and counted', async () => {
    expect(await relayChanges({ bus, table, now }, [first(1), first(2)])).toEqual([]);
    expect(published).toContain(`${someone(1)}.1.StageChanged`);
    expect(await leadsCounted()).toBe(2);
  });

  it('that could not be counted is published again with the same ids, then counted once', async () => {
    const broken = crashingTable(table, 1, 'after');
    expect(await relayChanges({ bus, table: broken, now }, [first(1)])).toMatchObject([
      { record: 'record-1' },
    ]);
    const before = [...published];
    expect(await relayChanges({ bus, table, now }, [first(1)])).toEqual([]);
    expect(published.slice(before.length)).toEqual(before);
    expect(await leadsCounted()).toBe(1);
  });

  it('that could not be published is not counted', async () => {
    const silent = { put: () => Promise.reject(new Error('The bus refuses')) };
    const failures = await relayChanges({ bus: silent, table, now }, [first(1), first(2)]);
    expect(failures).toMatchObject([{ record: 'record-1' }, { record: 'record-2' }]);
    expect(await leadsCounted()).toBe(0);
  });

  it('that fails stops neither other leads nor their order, only what follows of the same lead', async () => {
    const refusing = {
      put: async (events: readonly DomainEvent[]) => {
        if (events.some(({ detail }) => detail.leadId === someone(1))) throw new Error('The bus refuses');
        await bus.put(events);
      },
    };
    const changes = [move(1, 2), move(2, 2), move(1, 3), move(3, 2), move(2, 3)];
    expect(await relayChanges({ bus: refusing, table, now }, changes)).toMatchObject([{ record: '1.2' }]);
    expect(published.filter((id) => id.startsWith(someone(2)))).toEqual([
      `${someone(2)}.2.BandChanged`,
      `${someone(2)}.3.BandChanged`,
    ]);
    expect(published).toContain(`${someone(3)}.2.BandChanged`);
    expect(published).toHaveLength(3);
  });

  it('is an enrolment that begins and ends, which counts once however often it is told', async () => {
    const base = {
      ...{ lead: someone(1), sequence: 'tips', startedAt: NOW, sent: {}, skipped: {}, shiftDays: 0 },
    };
    const image = (enrolment: Enrolment) => enrolmentEntity.itemOf({ ...base, startedAt: 'x' }, enrolment);
    const begun = image({ ...base, version: 1, status: 'active', due: NOW, planned: NOW });
    const ended = image({ ...base, version: 2, status: 'ended', why: 'raised-hand' });
    const changes: Change[] = [
      { record: '1', at: NOW, after: begun },
      { record: '2', at: NOW, before: begun, after: ended },
      { record: '3', at: NOW, before: ended },
    ];
    for (let times = 0; times < 2; times++)
      expect(await relayChanges({ bus, table, now }, [...changes, ...changes])).toEqual([]);
    const { sequence, waiting } = await totalsOfDay(table, dayOf(NOW), { isConsistent: true });
    expect(sequence).toEqual({ tips: { began: 1, 'left.raised-hand': 1 } });
    expect(waiting).toEqual({});
    expect(published).toEqual([]);
  });

  it('is an enrolment that waits for a confirmation, and no longer', async () => {
    const base = {
      ...{ lead: someone(1), sequence: 'tips', startedAt: NOW, sent: {}, skipped: {}, shiftDays: 0 },
      ...{ status: 'active' as const, due: NOW, planned: NOW },
    };
    const of = { lead: someone(1), sequence: 'tips', startedAt: 'x' };
    const image = (enrolment: Enrolment) => enrolmentEntity.itemOf(of, enrolment);
    const active = image({ ...base, version: 2 });
    const pending = image({ ...base, version: 3, waits: 'pending' });
    const confirmed = image({ ...base, version: 4 });
    const isWanted = (before: object, after: object) =>
      streamFilters.relay.some((filter) =>
        eventPattern(filter)({
          eventName: 'MODIFY',
          dynamodb: { Keys: after, OldImage: before, NewImage: after },
        }),
      );
    expect([isWanted(active, pending), isWanted(pending, confirmed)]).toEqual([true, true]);
    expect(isWanted(active, confirmed)).toBe(false);
    const waiting = async () => (await totalsOfDay(table, dayOf(NOW), { isConsistent: true })).waiting;
    const changes: Change[] = [
      { record: '2', at: NOW, before: pending, after: confirmed },
      { record: '1', at: NOW, before: active, after: pending },
    ];
    await relayChanges({ bus, table, now }, changes.slice(1));
    expect(await waiting()).toEqual({ tips: { unconfirmed: 1 } });
    await relayChanges({ bus, table, now }, [...changes, ...changes]);
    expect(await waiting()).toEqual({});
  });

  it('that cannot be read fails alone', async () => {
    const broken: Change = {
      record: 'broken',
      at: NOW,
      after: { PK: { S: `L#${someone(1)}` }, SK: { S: 'LEAD' } },
    };
    expect(await relayChanges({ bus, table, now }, [broken, first(2)])).toMatchObject([{ record: 'broken' }]);
    expect(await leadsCounted()).toBe(1);
  });
});

describe('batches that Lambda repeats from the lowest record that failed', () => {
  it('lose no change, and publish those of a lead in order, whatever fails', async () => {
    const whose = fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(whose, fc.infiniteStream(fc.nat({ max: 3 })), async (leads, luck) => {
        const isUnlucky = () => luck.next().value === 0;
        const versions = new Map<number, number>();
        const changes = leads.map((lead) => {
          const version = (versions.get(lead) ?? 1) + 1;
          versions.set(lead, version);
          return opens(lead, version);
        });
        const published: string[] = [];
        const counted = new Set<string>();
        const bus = {
          put: async ([event]: readonly DomainEvent[]) => {
            await Promise.resolve();
            if (isUnlucky()) throw new Error('The bus refuses');
            published.push(event?.detail.id ?? '');
          },
        };
        const table: Table = {
          name: 'counters',
          call: async (_, input) => {
            if (isUnlucky()) throw new Error('The table refuses');
            const { Item } = input as { Item?: { PK: { S: string }; SK: { S: string } } };
            if (Item?.PK.S.startsWith('REPORT')) counted.add(Item.SK.S);
            return {};
          },
        };
        for (let rest = changes, rounds = 0; rest.length > 0; rounds++) {
          expect(rounds).toBeLessThan(1_000);
          const failed = (await relayChanges({ bus, table, now }, rest)).map(({ record }) => record);
          const lowest = rest.findIndex(({ record }) => failed.includes(record));
          rest = lowest === -1 ? [] : rest.slice(lowest);
        }
        const once = [...new Set(published)];
        for (const [lead, last] of versions) {
          const inOrder = Array.from(
            { length: last - 1 },
            (_, n) => `${someone(lead)}.${n + 2}.HandoverOpened`,
          );
          expect(once.filter((id) => id.startsWith(someone(lead)))).toEqual(inOrder);
        }
        expect(once).toHaveLength(changes.length);
        expect(counted.size).toBe(changes.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the news of a hand-over, with a bus that takes a second for each change,', () => {
  const SECOND = 1_000;
  const FLOOD = 99;

  /** After how many seconds the hand-over is on the bus, and how many changes were at once. */
  async function secondsAfter(flood: readonly Change[]): Promise<{ seconds: number; atOnce: number }> {
    vi.useFakeTimers();
    try {
      const begin = Date.now();
      let [seconds, running, atOnce] = [Number.NaN, 0, 0];
      const bus = {
        put: async (events: readonly DomainEvent[]) => {
          running += 1;
          atOnce = Math.max(atOnce, running);
          await new Promise((resolve) => setTimeout(resolve, SECOND));
          running -= 1;
          const isNews = events.some(({ type }) => type === 'HandoverOpened');
          if (isNews) seconds = (Date.now() - begin) / SECOND;
        },
      };
      const relayed = relayChanges({ bus, table: sink, now }, [...flood, opens(500, 2)]);
      await vi.advanceTimersByTimeAsync(200 * SECOND);
      expect(await relayed).toEqual([]);
      return { seconds, atOnce };
    } finally {
      vi.useRealTimers();
    }
  }

  it('does not wait for each of many leads that change in its batch', async () => {
    const flood = Array.from({ length: FLOOD }, (_, n) => move(n, 2));
    expect(await secondsAfter(flood)).toEqual({ seconds: 5, atOnce: 20 });
  });

  it('does not wait at all for one lead that changes often, whose changes go one by one', async () => {
    const flood = Array.from({ length: FLOOD }, (_, n) => move(1, n + 2));
    expect(await secondsAfter(flood)).toEqual({ seconds: 1, atOnce: 2 });
  });
});

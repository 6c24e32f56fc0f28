import { randomUUID } from 'node:crypto';
import type { PutItemInput } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventPattern } from '../../../infra/local/services/events/event-pattern.ts';
import { streamFilters } from '../../../shared/contract/table.ts';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import { LINK_GRACE_MS } from '../../../shared/domain/tracking/link-grace.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import type { LateItem } from '../../../shared/gateways/tracking/late-queue.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getLinkedLead, getNewLink, linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf } from '../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { rescoreNewLink } from '../../../shared/usecases/scoring/rescore-new-link.ts';
import { type NewItem, scoreEvents } from '../../../shared/usecases/scoring/score-events/score-events.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { recordBeacon } from '../../../shared/usecases/tracking/record-visit.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { NOW, pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { someVisitor } from '../../store/new-table.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { refusingTable } from '../forms/forms-system.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { playbook } from '../playbook.ts';

let real: Table;
beforeAll(async () => {
  real = await memoryTable();
});

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0.0.0 Safari/537.36';
const LATER = plus(NOW, LINK_GRACE_MS);
const leadId = leadIdFrom('test');
const somebody = () => {
  const email = `person-${randomUUID()}@example.nl`;
  return { email, id: leadId(email), visitor: someVisitor() };
};
const scoring = (table: Table, now = LATER): ScoringSystem => ({
  table,
  now: () => now,
  playbook: async () => playbook,
  newToken: randomUUID,
  hideBeginnings,
});
const scoreOf = async (id: LeadId) => ((await getLead(real, id)) as Lead).score;

/** The system around one browser; each part runs only when the test says so. */
function world() {
  const isWanted = streamFilters.score.map((filter) => eventPattern(filter));
  const stream: NewItem[] = [];
  const late: LateItem[] = [];
  const { email, id, visitor } = somebody();
  let time: Instant = NOW;
  const now = () => time;
  const table: Table = {
    name: real.name,
    async call(operation, input) {
      const output = await real.call(operation, input);
      const { Item: item, ConditionExpression: isNew } = input as PutItemInput;
      if (operation !== 'PutItem' || !item || !isNew?.includes('attribute_not_exists')) return output;
      const record = { eventName: 'INSERT', dynamodb: { Keys: { SK: item.SK }, NewImage: item } };
      if (isWanted.some((matches) => matches(record))) stream.push({ record: randomUUID(), item });
      return output;
    },
  };
  const system = (over: Table) => ({
    table: over,
    late: { send: async (what: LateItem) => void late.push(what) },
    now,
    newId: randomUUID,
    retentionDays: 400,
  });
  return {
    id,
    visitor,
    arrive: (event: object, { anonymous, refused }: { anonymous: boolean; refused?: boolean }) => {
      const body = JSON.stringify({ visitorId: visitor, anonymous, events: [event] });
      return recordBeacon(system(refused ? refusingTable : table), body, {
        'user-agent': BROWSER,
      });
    },
    sendIn: () => putSubmission(table, id, submission('whitepaper', { email, visitor })),
    async replay() {
      const [message] = late.splice(0, 1);
      if (message) await replayLateEvent({ table, now }, JSON.stringify(message));
    },
    async deliver() {
      const failed = await scoreEvents(scoring(table, time), stream.splice(0, 3));
      expect(failed.size).toBe(0);
    },
    /** Runs what is due, as `timers` does every minute. */
    async runDue() {
      const waiting = await getNewLink(table, visitor);
      if (waiting && waiting.due <= time) await rescoreNewLink(scoring(table, time), visitor);
    },
    pass: (milliseconds: number) => {
      time = plus(time, milliseconds);
    },
    isQuiet: async () => stream.length + late.length === 0 && !(await getNewLink(table, visitor)),
  };
}

type World = ReturnType<typeof world>;
type Step = (its: World) => Promise<unknown>;

/** What a browser does before, during and after a form, and in which order the system receives it. */
function steps(): { before: Step[]; after: Step[]; machinery: Step[] } {
  const page = (n: number) => ({ id: randomUUID(), type: 'page', url: `https://example.nl/guides/${n}` });
  const range = (from: number, count: number) => Array.from({ length: count }, (_, n) => page(from + n));
  return {
    before: [
      ...range(0, 4).map(
        (event): Step =>
          (its) =>
            its.arrive(event, { anonymous: true }),
      ),
      ...range(4, 2).map(
        (event): Step =>
          (its) =>
            its.arrive(event, { anonymous: true, refused: true }),
      ),
      (its) => its.sendIn(),
    ],
    after: range(6, 2).map(
      (event): Step =>
        (its) =>
          its.arrive(event, { anonymous: false }),
    ),
    machinery: [0, 1, 2, 3].flatMap((): Step[] => [
      (its) => its.deliver(),
      (its) => its.replay(),
      (its) => its.runDue(),
    ]),
  };
}

describe('a form that is sent while events are under way', () => {
  it('leads to the same score, however events and stream overtake each other', async () => {
    const { before, after, machinery } = steps();
    const mixed = (all: Step[]) => fc.shuffledSubarray(all, { minLength: all.length });
    const order = fc.tuple(mixed([...before, ...machinery]), mixed([...after, ...machinery]));
    await fc.assert(
      fc.asyncProperty(order, async ([first, second]) => {
        const its = world();
        for (const step of first) await step(its);
        its.pass(LINK_GRACE_MS);
        for (const step of second) await step(its);
        for (let minute = 0; !(await its.isQuiet()); minute++) {
          expect(minute).toBeLessThan(10);
          for (const step of machinery) await step(its);
          its.pass(60_000);
        }
        expect(await scoreOf(its.id)).toBe(2 + 8 * 2);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a page view that waited in the late queue until long after its form', () => {
  it('counts as soon as it is replayed, although its visitor was anonymous at the time', async () => {
    const its = world();
    const event = { id: randomUUID(), type: 'page', url: 'https://example.nl/guides/1' };
    await its.arrive(event, { anonymous: true, refused: true });
    await its.sendIn();
    await its.deliver();
    await its.deliver();
    its.pass(LINK_GRACE_MS);
    await its.runDue();
    expect(await scoreOf(its.id)).toBe(2);
    await its.replay();
    await its.deliver();
    expect(await scoreOf(its.id)).toBe(4);
  });
});

/** A linked browser of which two anonymous page views arrived later. */
async function passedOver(): Promise<{ id: LeadId; visitor: VisitorId }> {
  const { email, id, visitor } = somebody();
  await scoreLead(scoring(real, NOW), id, [submission('whitepaper', { email, visitor })]);
  for (const path of ['/guides/1', '/pricing'])
    await putVisitorEvent(real, pageView(path, { visitor }), 9_999_999_999, true);
  expect(await scoreOf(id)).toBe(2);
  return { id, visitor };
}

describe('rescoring a new link', () => {
  it('counts the events that the stream skipped, once', async () => {
    const { id, visitor } = await passedOver();
    await rescoreNewLink(scoring(real), visitor);
    expect(await scoreOf(id)).toBe(7);
    expect(await getNewLink(real, visitor)).toBeUndefined();
    expect(await getLinkedLead(real, visitor)).toBe(id);
    const table = countingTable(real);
    await rescoreNewLink(scoring(table), visitor);
    expect(table.calls).toBe(1);
  });

  it('costs three reads and one write when there are none', async () => {
    const { id, visitor } = somebody();
    const longBefore = plus(NOW, -LINK_GRACE_MS - 1);
    const view = pageView('/pricing', { visitor, at: longBefore, receivedAt: longBefore });
    await putVisitorEvent(real, view, 9_999_999_999, true);
    await linkVisitor(real, visitor, id, { at: NOW, due: LATER });
    const table = countingTable(real);
    await rescoreNewLink(scoring(table), visitor);
    expect(table.calls).toBe(4);
  });

  it('survives a process that dies just before or after any call of the table', async () => {
    const counting = countingTable(real);
    await rescoreNewLink(scoring(counting), (await passedOver()).visitor);
    expect(counting.calls).toBeGreaterThan(4);
    for (let call = 1; call <= counting.calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const { id, visitor } = await passedOver();
        await expect(rescoreNewLink(scoring(crashingTable(real, call, when)), visitor)).rejects.toThrow(
          Crash,
        );
        await rescoreNewLink(scoring(real), visitor);
        expect(await scoreOf(id)).toBe(7);
        expect(await getNewLink(real, visitor)).toBeUndefined();
      }
    }
  });

  it('brings nothing back when the lead is erased before or meanwhile', async () => {
    const { id, visitor } = await passedOver();
    const erasing: Table = {
      name: real.name,
      async call(operation, input) {
        const output = await real.call(operation, input);
        if (operation === 'Query')
          await eraseLead(
            jobsOf(real, () => LATER),
            id,
          );
        return output;
      },
    };
    await rescoreNewLink(scoring(erasing), visitor);
    await rescoreNewLink(scoring(real), visitor);
    expect(await getLinkedLead(real, visitor)).toBeUndefined();
    expect(await historyOf(real, id)).toEqual([]);
    expect(await getLead(real, id)).toHaveProperty('erasedAt');
  });
});

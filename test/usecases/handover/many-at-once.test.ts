import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OverdueLevel } from '../../../shared/domain/handover/handover.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import type { Channel, NotificationTrigger } from '../../../shared/usecases/handover/notify-sales.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { dyingTable } from '../faulty-table.ts';
import { DAY, HOUR, MINUTE, SalesOffice, SECOND, throttled } from './sales-office.ts';

/** So many in an hour are told one by one. */
const SINGLES = 6;
/** So many messages tell of all others of an hour: those of the quarters in it, and of the one in which it ends. */
const GATHERED = 5;
const CHANNELS: readonly Channel[] = ['mail', 'slack'];

const leads = Array.from({ length: 50 }, (_, n) => String(n).padEnd(22, 'x') as LeadId);
/** Their hand-over was opened at a moment. */
const opened = (lead: LeadId, at: Instant): NotificationTrigger => ({
  ...{ kind: 'opened', lead, at, number: 1, reason: 'hand-raiser' },
});
type Tell = typeof opened;
/** The time to answer it was over at a moment. */
const overdue =
  (level: OverdueLevel): Tell =>
  (lead, at) => ({ kind: 'overdue', lead, at, number: 1, level });
/** What sales, or its manager, may be told of many at once. */
const crowds: [string, Tell][] = [
  ['people who ask for contact', opened],
  ['leads of which sales is reminded', overdue('reminder')],
  ['leads that its manager hears of', overdue('manager')],
];

async function raisesHand(lead: LeadId): Promise<void> {
  const received = { at: office.now, receivedAt: office.now };
  const event = submission('contact', { ...received, email: `${lead}@example.com`, handRaise: true });
  await putLeadEvent(office.table, lead, event);
  await scoreLead(office.system(), lead, [event]);
}

let office: SalesOffice;
beforeAll(async () => {
  office = await SalesOffice.opens(NOW);
  await Promise.all(leads.map(raisesHand));
});
/** Each test has a day of its own. */
beforeEach(newDay);

function newDay(): void {
  office.now = plus(office.now, DAY);
  office.now = `${office.now.slice(0, 10)}T12:00:00.000Z`;
  office.messages.length = 0;
  office.meanwhile = async () => {};
}

/** Something happens to each, so many milliseconds after the other; each is told by a process of its own. */
async function happens(
  who: readonly LeadId[],
  tell = opened,
  every = 0,
  table = office.table,
): Promise<void> {
  if (every === 0) await Promise.all(who.map((lead) => office.isTold(tell(lead, office.now), table)));
  for (const lead of every === 0 ? [] : who) {
    await office.isTold(tell(lead, office.now), table);
    await office.waits(every);
  }
}

/** Whom the messages over a channel name, in order of the names. */
const named = (channel: Channel) =>
  office.messages
    .filter((message) => message.channel === channel)
    .flatMap((message) => message.leads)
    .sort();
const messages = (channel: Channel) =>
  office.messages.filter((message) => message.channel === channel).length;

/** Six of whom nothing is told, as they were erased, at this moment. */
async function sixOthers(tell = opened): Promise<void> {
  for (const n of [1, 2, 3, 4, 5, 6]) await office.isTold(tell(('e'.repeat(21) + n) as LeadId, office.now));
}

/** The table while its index and its copies lag behind. */
const laggingTable = (): Table => ({
  name: office.table.name,
  call: async (operation, input) => {
    const isBehind = operation === 'Query' && !('ConsistentRead' in input && input.ConsistentRead);
    return isBehind ? { Items: [] } : office.table.call(operation, input);
  },
});

describe.each(crowds)('few %s within an hour', (_, tell) => {
  it.each([0, SECOND, 9 * MINUTE])('(every %i ms) are told at once, one by one', async (every) => {
    const few = leads.slice(0, SINGLES);
    await happens(few, tell, every);
    for (const channel of CHANNELS) expect([named(channel), messages(channel)]).toEqual([few, SINGLES]);
    expect(office.messages.map(({ at }) => at).at(-1)).toBe(plus(office.now, -every));
  });

  it('are told at once again when the many were an hour ago', async () => {
    await happens(leads.slice(1, 12), tell);
    await office.waits(HOUR + SECOND);
    office.messages.length = 0;
    await happens(leads.slice(0, 1), tell);
    for (const channel of CHANNELS) expect(named(channel)).toEqual(leads.slice(0, 1));
  });

  it('are told one by one however many there are of another kind', async () => {
    for (const [, other] of crowds.filter(([, one]) => one !== tell))
      await happens(leads.slice(0, 12), other);
    await office.waits(15 * MINUTE);
    office.messages.length = 0;
    await happens(leads.slice(0, SINGLES), tell);
    for (const channel of CHANNELS) expect(messages(channel)).toBe(SINGLES);
  });
});

describe.each(crowds)('fifty %s', (_, tell) => {
  it.each([
    ['within an hour', 70 * SECOND],
    ['at the same moment', 0],
  ])('%s are told in a few messages that name all of them once', async (__, every) => {
    await happens(leads, tell, every, laggingTable());
    await office.waits(15 * MINUTE);
    for (const channel of CHANNELS) {
      expect(messages(channel)).toBeLessThanOrEqual(SINGLES + GATHERED);
      expect(named(channel)).toEqual(leads.toSorted());
    }
    expect(office.messages.every((message) => message.leads.length <= 40)).toBe(true);
    expect(office.reported).toEqual([]);
  });
});

describe('leads that are overdue', () => {
  it('reach sales and its manager in messages apart', async () => {
    await happens(leads.slice(0, 20), overdue('reminder'));
    await happens(leads.slice(20, 40), overdue('manager'));
    await office.waits(15 * MINUTE);
    const [first, second] = [leads.slice(0, 20), leads.slice(20, 40)];
    for (const message of office.messages)
      expect([first.toSorted(), second.toSorted()]).toContainEqual(message.leads.toSorted());
    expect(named('mail')).toEqual([...first, ...second].sort());
    expect(messages('mail')).toBe(2);
  });
});

/** The first process that is told of it may die; Lambda tells others, some more often than once. */
interface Telling {
  death: { call: number; when: 'before' | 'after' } | null;
  times: number;
}

/** When a hand is raised, and how much later anybody is told, in minutes. */
const arbitraryHand: fc.Arbitrary<Telling & { minute: number; late: number }> = fc.record({
  minute: fc.nat(59),
  late: fc.nat(20),
  death: fc.option(
    fc.record({ call: fc.integer({ min: 1, max: 9 }), when: fc.constantFrom('before', 'after') }),
    { freq: 1 },
  ),
  times: fc.integer({ min: 1, max: 3 }),
});

async function isTold(trigger: NotificationTrigger, { death, times }: Telling): Promise<void> {
  const dying = death ? [dyingTable(office.table, death.call, death.when)] : [];
  for (const table of [...dying, ...Array<Table>(times).fill(office.table)])
    await office.isTold(trigger, table).catch(() => {});
}

describe('many people who ask for contact', () => {
  it('are all named in a few messages whatever dies, is repeated or comes late; twice only after a death, and marked', async () => {
    const hands = fc.array(arbitraryHand, { minLength: leads.length, maxLength: leads.length });
    const property = fc.asyncProperty(hands, fc.boolean(), async (all, areAtOnce) => {
      newDay();
      const start = office.now;
      for (let minute = 0; minute < 80; minute++) {
        const arrive = all.map(async (one, n) => {
          const raised = areAtOnce ? 0 : one.minute;
          const trigger = opened(leads[n] as LeadId, plus(start, raised * MINUTE));
          if (raised + one.late === minute) await isTold(trigger, one);
        });
        await Promise.all(arrive);
        await office.waits(MINUTE);
      }
      await office.waits(HOUR);
      for (const channel of CHANNELS) {
        const [again, once] = [true, false].map((isRepeat) =>
          office.messages.filter((one) => one.channel === channel && one.isRepeat === isRepeat),
        );
        expect(once?.length).toBeLessThanOrEqual(SINGLES + GATHERED + 1);
        expect(again?.length).toBeLessThanOrEqual(SINGLES + GATHERED + 1);
        for (const [n, lead] of leads.entries()) {
          const times = office.toldOf(lead, channel);
          expect(times.once).toBeLessThanOrEqual(1);
          if (all[n]?.death) expect(times.once + times.again).toBeGreaterThanOrEqual(1);
          else expect(times).toEqual({ once: 1, again: 0 });
        }
      }
    });
    await fc.assert(property, { numRuns: 2, endOnFailure: true });
  });

  it('are named together, marked, when each process dies that has begun to tell of one', async () => {
    for (const lead of leads)
      await isTold(opened(lead, office.now), { death: { call: 1, when: 'after' }, times: 1 });
    await office.waits(15 * MINUTE);
    for (const channel of CHANNELS)
      expect([named(channel), messages(channel)]).toEqual([leads.toSorted(), 2]);
    expect(office.messages.every(({ isRepeat }) => isRepeat)).toBe(true);
  });

  it.each(['before', 'after'] as const)('lose nobody to a process that dies %s any call', async (when) => {
    let calls = 0;
    for (let isAlive = false; !isAlive; calls += 1) {
      newDay();
      await sixOthers();
      const trigger = opened(leads[0] as LeadId, office.now);
      const dying = dyingTable(office.table, calls + 1, when);
      isAlive = (await office.isTold(trigger, dying).catch(() => 'dead')) === 'done';
      if (!isAlive) await office.isTold(trigger);
      await office.waits(35 * MINUTE);
      for (const channel of CHANNELS) {
        const { once, again } = office.toldOf(trigger.lead, channel);
        expect(once, `call ${calls + 1}`).toBeLessThanOrEqual(1);
        expect([1, 2], `call ${calls + 1}`).toContain(once + again);
      }
    }
    expect(calls).toBeGreaterThan(3);
  });

  it('are not named again over the channel that took the message about one of them, when the other did not', async () => {
    const [first, ...others] = leads.slice(0, 12) as [LeadId, ...LeadId[]];
    office.failing = { slack: throttled };
    await happens([first]);
    office.failing = {};
    await happens(others);
    await office.waits(20 * MINUTE);
    for (const channel of CHANNELS) expect(office.toldOf(first, channel)).toEqual({ once: 1, again: 0 });
  });

  it('are named again, marked, when what tells of them dies after it was sent', async () => {
    await sixOthers();
    await happens(leads);
    let deaths = 1;
    office.meanwhile = async (when, channel) => {
      if (when === 'after' && channel === 'slack' && deaths-- > 0) throw new Error('crash');
    };
    await office.waits(20 * MINUTE);
    for (const lead of leads) {
      expect(office.toldOf(lead, 'mail')).toEqual({ once: 1, again: 0 });
      expect(office.toldOf(lead, 'slack').once).toBe(1);
    }
    expect(office.got.filter((line) => line.endsWith('(repeat)'))).toHaveLength(1);
  });

  it('are named as late when it took long until anybody heard of them', async () => {
    await sixOthers();
    const at = office.now;
    office.now = plus(at, 2 * HOUR);
    for (const lead of leads.slice(0, 2)) await office.isTold(opened(lead, at));
    await office.waits(15 * MINUTE);
    expect(office.got).toEqual(['mail 2 people (late)', 'slack 2 people (late)']);
  });
});

describe.each(crowds)('gathered %s', (_, tell) => {
  it('are named only while sales has not answered and they were not erased', async () => {
    await sixOthers(tell);
    const some = crowds.findIndex(([, one]) => one === tell) * 5;
    const [answered, erased, ...others] = leads.slice(some, some + 5) as [LeadId, LeadId, ...LeadId[]];
    await happens([answered, erased, ...others], tell);
    await actOnLead(office.system(), answered, { action: 'accept', by: 'anna' }, 'key');
    await eraseLead(office.system(), erased);
    await office.waits(15 * MINUTE);
    expect(named('mail')).toEqual(others);
  });
});

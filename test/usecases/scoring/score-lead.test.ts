import { beforeAll, describe, expect, it } from 'vitest';
import { domainEventsOfChange } from '../../../functions/relay/domain-events-of-change.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { newLead } from '../../../shared/domain/identity/new-lead.ts';
import type { Sequence } from '../../../shared/domain/nurture/sequence.ts';
import type { AnyEvent, MailConsentChange } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, submission } from '../../domain/builders.ts';
import { nurtureRules, sequence, step } from '../../domain/nurture/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { playbook } from '../playbook.ts';
import { dueOfTimers } from '../sweep-timers.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const NOW = '2026-11-24T10:00:00.000Z';
const { sequences } = nurtureRules();
const offer = sequence({ start: { visited: ['/pricing'] }, steps: [step('offer', '2h')] });
let people = 0;
const somebody = () => `A${String(++people).padStart(21, '0')}` as LeadId;

const scored = async (
  id: LeadId,
  events: AnyEvent[],
  {
    now = NOW,
    over = table,
    doubleOptIn = true,
    more = {},
  }: {
    now?: string;
    over?: Table;
    doubleOptIn?: boolean;
    more?: Record<string, Sequence>;
  } = {},
): Promise<Lead> => {
  const rules = { ...playbook, mailing: { ...playbook.mailing, doubleOptIn } };
  await scoreLead(
    {
      table: over,
      now: () => now,
      playbook: async () => ({ ...rules, sequences: { ...sequences, offer, ...more } }),
      newToken: () => 'token',
      hideBeginnings,
    },
    id,
    events,
  );
  return (await getLead(table, id)) as Lead;
};
const form = (more = {}) => submission('whitepaper', { at: NOW, receivedAt: NOW, ...more });
const change = (to: MailConsentChange['to'], at: string): MailConsentChange => {
  return { type: 'mail-consent', id: `${to}-${at}`, at, receivedAt: at, to, how: 'confirmation' };
};

describe('a lead that sends a form', () => {
  it('starts its sequence once, in the write that makes it a lead', async () => {
    const id = somebody();
    const first = await scored(id, [form()]);
    expect(first).toMatchObject({ version: 1, mail: 'pending', started: { tips: NOW } });
    expect(await scored(id, [form()])).toMatchObject({ version: 1 });
  });

  it('starts another sequence too by visiting its page', async () => {
    const id = somebody();
    await scored(id, [form()]);
    const later = '2026-11-24T12:00:00.000Z';
    const lead = await scored(id, [pageView('/pricing', { at: later })], { now: later });
    expect(lead.started).toEqual({ tips: NOW, offer: later });
  });

  it('starts it exactly once, whenever the process dies', async () => {
    const scenario = async (over: (table: Table) => Table) => {
      const id = somebody();
      const used = over(table);
      const begins: string[] = [];
      let before: Lead | undefined;
      const look = async () => {
        const lead = (await getLead(table, id)) as Lead | undefined;
        const events = domainEventsOfChange(before, lead).filter(({ type }) => type === 'SequenceStarted');
        begins.push(...events.map(({ detail }) => detail.id));
        before = lead;
      };
      try {
        await scored(id, [form()], { over: used });
      } catch (error) {
        expect(error).toBeInstanceOf(Crash);
        await look();
        await scored(id, [form()], { now: '2026-11-24T10:01:00.000Z' });
      }
      await look();
      expect(begins).toHaveLength(1);
      expect(before?.started).toEqual({ tips: NOW });
      return used;
    };
    const { calls } = (await scenario(countingTable)) as ReturnType<typeof countingTable>;
    for (let call = 1; call <= calls; call++) {
      await scenario((inner) => crashingTable(inner, call, 'before'));
      await scenario((inner) => crashingTable(inner, call, 'after'));
    }
  });
});

describe('a lead whose score rises', () => {
  const risen = sequence({ start: { band: 'guides' }, steps: [step('offer', '2h')] });
  const visits = Array.from({ length: 7 }, () => pageView('/pricing'));
  const days = visits.map((visit, n) => ({ ...visit, at: `2026-11-${17 + n}T10:00:00.000Z` }));

  it('starts the sequence of its band once, whichever call the process dies at', async () => {
    for (let call = 1, isOver = false; !isOver; call++) {
      for (const when of ['before', 'after'] as const) {
        const id = somebody();
        await scored(id, [form()]);
        const over = countingTable(crashingTable(table, call, when));
        await scored(id, days, { over, more: { risen } }).catch((error) =>
          expect(error).toBeInstanceOf(Crash),
        );
        const later = '2026-11-24T10:01:00.000Z';
        const first = await scored(id, days, { now: later, more: { risen } });
        expect(first.started?.risen).toBeOneOf([NOW, later]);
        const again = await scored(id, days.toReversed(), {
          now: '2026-11-25T10:00:00.000Z',
          more: { risen },
        });
        expect(again.started).toEqual(first.started);
        isOver = over.calls < call;
      }
    }
  });
});

describe('permission to be mailed', () => {
  it('is derived from the events of the lead', async () => {
    const id = somebody();
    expect((await scored(id, [form()])).mail).toBe('pending');
    expect((await scored(id, [change('granted', '2026-11-24T10:05:00.000Z')])).mail).toBe('granted');
    expect((await getProfile(table, id))?.permissions).toMatchObject([
      { at: NOW, confirmedAt: '2026-11-24T10:05:00.000Z' },
    ]);
    const left = await scored(id, [change('withdrawn', '2026-11-24T11:00:00.000Z')]);
    expect(left).toMatchObject({ mail: 'withdrawn', stage: 'name' });
    expect((await scored(id, [form({ at: '2026-11-24T12:00:00.000Z' })])).mail).toBe('pending');
  });

  it('is granted by the form without double opt-in', async () => {
    expect((await scored(somebody(), [form()], { doubleOptIn: false })).mail).toBe('granted');
  });

  it('makes no lead of an unknown person', async () => {
    expect(await scored(somebody(), [change('granted', NOW)])).toBeUndefined();
  });
});

describe('the points of a lead', () => {
  const EXPIRY = '2027-02-23T00:00:00.000Z';

  it('make it due at the midnight when the oldest expire', async () => {
    const id = somebody();
    expect((await scored(id, [form()])).due).toBe(EXPIRY);
    const day = '2026-12-01T10:00:00.000Z';
    const more = await scored(id, [pageView('/guides/1', { at: day })], { now: day });
    expect(more).toMatchObject({ due: EXPIRY, score: 4 });
    const found = await dueOfTimers(table, EXPIRY);
    expect(found.filter(({ PK, SK }) => PK === `L#${id}` && SK === 'LEAD')).toMatchObject([{ at: EXPIRY }]);
  });

  it('expire then, change the band, and make it due for the next ones', async () => {
    const id = somebody();
    const pages = Array.from({ length: 9 }, (_, n) => pageView(`/guides/${n}`, { at: NOW }));
    const later = '2026-12-01T10:00:00.000Z';
    await scored(id, [form(), ...pages]);
    const before = await scored(id, [pageView('/guides/x', { at: later })], { now: later });
    expect(before).toMatchObject({ score: 22, band: 'guides' });

    const early = await scored(id, [], { now: '2027-02-22T23:59:59.999Z' });
    expect(early).toMatchObject({ score: 22, band: 'guides', stalled: true });
    const after = await scored(id, [], { now: EXPIRY });
    expect(after).toMatchObject({ score: 2, band: 'newsletter', due: '2027-03-02T00:00:00.000Z' });
    expect(domainEventsOfChange(before, after)).toMatchObject([
      { type: 'BandChanged', detail: { from: 'guides', to: 'newsletter' } },
    ]);
    const last = await scored(id, [], { now: '2027-03-02T00:00:00.000Z' });
    expect(last.score).toBe(0);
    expect(last).not.toHaveProperty('due');
    expect((await scored(id, [], { now: '2027-04-01T00:00:00.000Z' })).version).toBe(last.version);
  });
});

describe('the domain events of sequences', () => {
  it('announce each start once, with an id of its own', () => {
    const id = somebody();
    const before: Lead = { ...newLead(id), version: 1, changedAt: NOW, started: { tips: NOW } };
    const later = '2026-12-24T10:00:00.000Z';
    const after = { ...before, version: 2, playbook: 3, started: { tips: later, offer: later } };
    const events = domainEventsOfChange(before, after);
    expect(events).toMatchObject([
      { type: 'SequenceStarted', detail: { id: `${id}.2.SequenceStarted.tips`, at: later, playbook: 3 } },
      { type: 'SequenceStarted', detail: { id: `${id}.2.SequenceStarted.offer`, sequence: 'offer' } },
    ]);
    expect(domainEventsOfChange(after, { ...after, version: 3 })).toEqual([]);
  });
});

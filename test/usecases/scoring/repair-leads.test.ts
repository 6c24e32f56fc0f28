import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { valuesOf } from '../../../shared/domain/identity/profile.ts';
import { readSearch } from '../../../shared/domain/identity/search/search-text.ts';
import { type Instant, plus } from '../../../shared/domain/time.ts';
import type { LeadEvent } from '../../../shared/domain/tracking/event.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { getLinkedLead } from '../../../shared/store/identity/links.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import { foundByEntity, getFoundBy, NOTHING } from '../../../shared/store/identity/search/found-by.ts';
import { removeRows } from '../../../shared/store/identity/search/search-rows.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { findPeople } from '../../../shared/usecases/identity/search/find-people.ts';
import { ownJobs } from '../../../shared/usecases/jobs/sweep.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { orderRepair, type RepairRun, repairLeads } from '../../../shared/usecases/scoring/repair-leads.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { playbook } from '../playbook.ts';
import { sweepTimers } from '../sweep-timers.ts';

const HOUR = 3_600_000;
const BROWSER = 'a-browser' as VisitorId;
const sequences: Playbook['sequences'] = {
  tips: {
    start: { form: 'whitepaper' },
    again: 'never',
    steps: [{ id: 'guide', mail: 'guide', kind: 'requested', after: '0 minutes' }],
  } as never,
};

let table: Table;
let now: Instant;
let current: Playbook;
const system = (): ScoringSystem => ({
  ...{ table, now: () => now, playbook: async () => current, newToken: () => 'token', hideBeginnings },
});
beforeEach(async () => {
  table = await memoryTable();
  now = NOW;
  current = { ...playbook, sequences };
});

const lead = async (id: LeadId = LEAD) => (await getLead(table, id)) as Lead;
/** Stores events; the stream tells of them, or misses them. */
async function happens(events: LeadEvent[], { isMissed = false, id = LEAD } = {}): Promise<void> {
  for (const event of events) await putLeadEvent(table, id, event);
  if (!isMissed) await scoreLead(system(), id, events);
}
const at = (hours: number) => ({ at: plus(NOW, hours * HOUR), receivedAt: plus(NOW, hours * HOUR) });
const form = (name: string, hours: number, more = {}) =>
  submission(name, { ...at(hours), id: `${name} ${hours}`, ...more });
const withdrawal = (hours: number): LeadEvent => ({
  ...{ type: 'mail-consent', id: `no ${hours}`, to: 'withdrawn', how: 'unsubscribe-page', ...at(hours) },
});
const publishes = () => {
  current = { ...current, version: current.version + 1 };
};
const allJobs = ownJobs('rescore', ({ data }) => repairLeads(system(), data as RepairRun, () => false));
async function isRepaired(): Promise<void> {
  await orderRepair(system(), 'all');
  await sweepTimers(
    jobsOf(table, () => now),
    [allJobs],
  );
}

const isPublished = async () => {
  publishes();
  await scoreLead(system(), LEAD, []);
};

const occasions = [
  { occasion: 'a new playbook', looks: isPublished },
  { occasion: 'the order to score all again', looks: isRepaired },
];

describe.each(occasions)('what the stream missed, at $occasion', ({ looks }) => {
  it('counts: a raised hand, answers, a withdrawal and a browser', async () => {
    await happens([form('whitepaper', 0)]);
    const { started } = await lead();
    now = plus(NOW, 5 * HOUR);
    const raised = form('contact', 2, { handRaise: true, values: { company: 'Acme' }, visitor: BROWSER });
    await happens([raised, withdrawal(3), form('whitepaper', 4, { permission: undefined })], {
      isMissed: true,
    });
    await looks();
    expect(await lead()).toMatchObject({
      ...{ mail: 'withdrawn', raisedAt: raised.at, tracking: 'granted', score: 4, started },
      ...{ stage: 'mql', handover: { number: 1, reason: 'hand-raiser' } },
    });
    const profile = await getProfile(table, LEAD);
    expect(profile && valuesOf(profile)).toEqual({ company: 'Acme' });
    expect(await getLinkedLead(table, BROWSER)).toBe(LEAD);
  });

  it('opens no second hand-over for a raised hand that sales answered', async () => {
    await happens([form('contact', 0, { handRaise: true }), form('whitepaper', 0)]);
    now = plus(NOW, HOUR);
    await actOnLead(system(), LEAD, { action: 'return', reason: 'not-ready', by: 'anna' });
    now = plus(NOW, 2 * HOUR);
    const before = await lead();
    await looks();
    await looks();
    const { version: _, playbook: __, changedAt: ___, ...after } = await lead();
    expect(before).toMatchObject(after);
    expect(after).toMatchObject({ stage: 'lead', handover: { number: 1, status: 'returned' } });
  });

  it('is nothing for a lead of which nothing was missed', async () => {
    await happens([form('whitepaper', 0, { visitor: BROWSER }), form('demo', 1)]);
    const { version: _, playbook: __, changedAt: ___, ...before } = await lead();
    await looks();
    expect(await lead()).toMatchObject(before);
  });
});

describe('all leads', () => {
  it('are as if the stream had missed nothing, whatever it missed', async () => {
    const event = fc.record({
      kind: fc.constantFrom('whitepaper', 'contact', 'demo', 'withdrawn', 'granted'),
      hours: fc.nat(60),
      company: fc.constantFrom('', 'Acme', 'Bolt'),
      isMissed: fc.boolean(),
    });
    const idOf = ({ kind, hours }: { kind: string; hours: number }) => `${kind} ${hours}`;
    const eventOf = ({
      kind,
      hours,
      company,
    }: {
      kind: string;
      hours: number;
      company: string;
    }): LeadEvent =>
      kind === 'withdrawn' || kind === 'granted'
        ? ({ ...withdrawal(hours), id: `${kind} ${hours}`, to: kind } as LeadEvent)
        : form(kind, hours, { values: { company }, handRaise: kind === 'contact' });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(event, { minLength: 1, maxLength: 8, selector: idOf }), async (all) => {
        current = { ...playbook };
        now = plus(NOW, 72 * HOUR);
        const first = form('newsletter', -1);
        const state = async () => {
          const { permission, mail, raisedAt, origin, interest, points, score } = await lead();
          const profile = await getProfile(table, LEAD);
          return {
            permission,
            mail,
            raisedAt,
            origin,
            interest,
            points,
            score,
            values: profile && valuesOf(profile),
          };
        };
        table = await memoryTable();
        await happens([first, ...all.map(eventOf)]);
        const whole = await state();
        table = await memoryTable();
        await happens([first]);
        for (const one of all) await happens([eventOf(one)], one);
        await isRepaired();
        expect(await state()).toEqual(whole);
      }),
      { numRuns: 16 },
    );
  });

  it('are found over several runs, those that cannot be scored left for later', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `L${String(n).padStart(21, '0')}` as LeadId);
    for (const id of ids) {
      await happens([form('whitepaper', 0)], { id });
      await happens([form('contact', 0, { handRaise: true })], { id, isMissed: true });
    }
    for (let shard = 0; shard < 4; shard++) {
      let run: RepairRun | undefined = { repair: true, shard };
      while (run !== undefined) {
        let asked = 0;
        run = (await repairLeads(system(), run, () => asked++ > 0))?.data as RepairRun | undefined;
      }
    }
    for (const id of ids) expect(await lead(id)).toMatchObject({ raisedAt: NOW });
  });
});

describe('somebody whose first form was missed', () => {
  it('becomes a lead when it is named, and starts what the form starts', async () => {
    await happens([form('whitepaper', 0)], { isMissed: true });
    await isRepaired();
    expect(await lead()).toBe(undefined);
    await orderRepair(system(), LEAD);
    expect(await lead()).toMatchObject({ stage: 'lead', started: { tips: NOW } });
  });
});

describe('somebody from before people could be found', () => {
  it('is found once its lead was repaired', async () => {
    await happens([form('whitepaper', 0, { values: { lastName: 'Bergsma' } })]);
    const search = readSearch('bergs') ?? { words: [] };
    const found = async () => (await findPeople(system(), search, { limit: 10 })).ids;
    const list = (await getFoundBy(table, LEAD)) ?? NOTHING;
    await removeRows(table, LEAD, list);
    await foundByEntity.remove(table, { lead: LEAD });
    expect(await found()).toEqual([]);
    await isRepaired();
    expect(await found()).toEqual([LEAD]);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf, plus } from '../../shared/domain/time.ts';
import type { Declaration } from '../../shared/store/declaration.ts';
import type { Due } from '../../shared/store/due.ts';
import { Entity } from '../../shared/store/entity.ts';
import { claimCompany, companyOwner, takeCompany } from '../../shared/store/handover/company-owners.ts';
import { linkVisitor, visitorsOf } from '../../shared/store/identity/links.ts';
import { claimJob, jobData, putJob } from '../../shared/store/jobs/jobs.ts';
import { eventOfRequest } from '../../shared/store/last-request.ts';
import { putMail } from '../../shared/store/nurture/mails.ts';
import { addReaction, MOST_REACTIONS } from '../../shared/store/nurture/reactions.ts';
import {
  countReport,
  reserveSendingSlot,
  sendingCountsSince,
} from '../../shared/store/nurture/sending-state.ts';
import { getPublishedPlaybook, putCurrentPlaybook } from '../../shared/store/playbook/playbooks.ts';
import { totalsOfDay } from '../../shared/store/reports/day-totals.ts';
import { putReportChange } from '../../shared/store/reports/report-changes.ts';
import type { Table, Written } from '../../shared/store/table.ts';
import { untilWritten } from '../../shared/store/until-written.ts';
import { LEAD, NOW } from '../domain/builders.ts';
import { forgetfulTable, randomFrom } from '../usecases/faulty-table.ts';
import { playbook } from '../usecases/playbook.ts';
import { someJob } from './jobs/some-job.ts';
import { newTable, someLead } from './new-table.ts';
import { declarations } from './readme.ts';

let table: Table;
beforeAll(async () => {
  table = await newTable();
});

let times = 0;
/** A name that no other run uses. */
const fresh = (what: string) => `${what}-${++times}`;

/** Runs a property with several callers at once, each of which loses answers at random and repeats. */
function callersWhoForget(property: (callers: Table[]) => Promise<void>, numRuns = 10): Promise<void> {
  const seeds = fc.array(fc.noShrink(fc.integer()), { minLength: 2, maxLength: 5 });
  return fc.assert(
    fc.asyncProperty(seeds, (all) => property(all.map((seed) => forgetfulTable(table, randomFrom(seed))))),
    { numRuns, endOnFailure: true },
  );
}

const winnersOf = (written: Written[]) => written.flatMap((one, n) => (one === 'written' ? [n] : []));
const known = await declarations();
const conditional = known
  .map(({ declaration }) => declaration as Declaration<string, { version: number }>)
  .filter(({ written }) => written !== 'freely');

/** What any of the entities needs to be stored, and who wrote it. */
const valueBy = (by: number, version = 1) => ({
  ...{ id: LEAD, lead: LEAD, visitor: 'v', version, by, at: NOW, erasedAt: NOW, status: 'done' },
  ...{ sent: {}, skipped: {}, recent: [], content: {}, data: {}, counters: { by } },
});

/** Keys of an item that no other run uses. */
function freshKey({ key }: Declaration<string, { version: number }>): Record<string, string | number> {
  const parts = [...key.matchAll(/\{(\w+)(:\d+)?\}/g)].map(([, name, digits]) => [
    name,
    digits ? ++times : fresh('key'),
  ]);
  return Object.fromEntries(parts);
}

async function writerOf(entity: Entity<string, { version: number }>, key: object): Promise<number> {
  const { PK, SK } = entity.keyOf(key as never);
  const Key = { PK: { S: PK }, SK: { S: SK } };
  const { Item } = await table.call('GetItem', { TableName: table.name, Key, ConsistentRead: true });
  return Number(Item?.by?.N);
}

describe('callers who lose answers and repeat', () => {
  it('write every kind of item that is written conditionally', () => {
    expect(conditional.length).toBeGreaterThan(8);
  });

  it.each(conditional.map((declaration) => [declaration.kind, declaration] as const))(
    'agree on who wrote a new %s',
    async (_, declaration) => {
      const entity = new Entity(declaration);
      await callersWhoForget(async (callers) => {
        const key = freshKey(declaration) as never;
        const written = await Promise.all(callers.map((one, n) => entity.put(one, key, valueBy(n))));
        expect(winnersOf(written)).toEqual([await writerOf(entity, key)]);
      });
    },
  );

  it.each(
    conditional.filter(({ written }) => written === 'by version').map((one) => [one.kind, one] as const),
  )('agree on who wrote the next version of a %s', async (_, declaration) => {
    const entity = new Entity(declaration);
    await callersWhoForget(async (callers) => {
      const key = freshKey(declaration) as never;
      for (let version = 1; version < 4; version++) {
        const puts = callers.map((one, n) => entity.put(one, key, valueBy(n, version)));
        expect(winnersOf(await Promise.all(puts))).toEqual([await writerOf(entity, key)]);
      }
    });
  });

  it('lose no change when each goes on from what another wrote', async () => {
    const counter = new Entity<'T#{key} / COUNT', { version: number; by: number[] }>({
      ...{ kind: 'test', key: 'T#{key} / COUNT', written: 'by version', lives: '' },
      ...{ holds: () => undefined as never, largest: { bytes: 0, why: '' }, byDue: () => undefined },
    });
    await callersWhoForget(async (callers) => {
      const { PK, SK } = counter.keyOf({ key: fresh('count') });
      const read = async (from: Table) => {
        const Key = { PK: { S: PK }, SK: { S: SK } };
        const { Item } = await from.call('GetItem', { TableName: table.name, Key, ConsistentRead: true });
        return {
          version: Number(Item?.version?.N ?? 0),
          by: Item?.by?.L?.map(({ N }) => Number(N)) ?? [],
        };
      };
      const add = (one: Table, me: number) =>
        untilWritten(async () => {
          const { version, by } = await read(one);
          if (by.includes(me)) return 'written' as const;
          return counter.put(one, { key: PK.slice(2) }, { version: version + 1, by: [...by, me] });
        });
      await Promise.all(callers.map(add));
      const { version, by } = await read(table);
      expect(by.sort()).toEqual(callers.map((_, n) => n));
      expect(version).toBe(callers.length);
    });
  });

  it('agree on who put a job, and on who claimed it', async () => {
    await callersWhoForget(async (callers) => {
      const job = someJob();
      const puts = await Promise.all(
        callers.map((one, n) => putJob(one, { ...job, data: { n } }, { at: NOW, since: NOW })),
      );
      const [won] = puts.flatMap((due, n) => (due ? [n] : []));
      expect(puts.filter(Boolean)).toHaveLength(1);
      expect(await jobData(table, job)).toEqual({ n: won });
      const due = puts[won ?? 0] as Due;
      const claims = await Promise.all(callers.map((one, n) => claimJob(one, due, plus(NOW, 90_000 + n))));
      expect(claims.filter(Boolean)).toMatchObject([{ due: { tries: 1 }, data: { n: won } }]);
    });
  });

  it('agree on who got a company', async () => {
    await callersWhoForget(async (callers) => {
      const domain = fresh('company');
      const owner = (n: number) => ({ person: `person ${n}`, at: plus(NOW, n) });
      const claims = await Promise.all(callers.map((one, n) => claimCompany(one, domain, owner(n))));
      const before = await companyOwner(table, domain);
      expect(winnersOf(claims).map(owner)).toEqual([before]);
      const again = callers.map((one, n) => claimCompany(one, domain, owner(100 + n), before));
      const [won = -1] = winnersOf(await Promise.all(again));
      expect(await companyOwner(table, domain)).toEqual(owner(100 + won));
      await Promise.all(callers.map((one, n) => takeCompany(one, domain, owner(200 + n))));
      expect(await companyOwner(table, domain)).toEqual(owner(200 + callers.length - 1));
    });
  });

  it('agree on whose playbook is current', async () => {
    await callersWhoForget(async (callers) => {
      const before = (await getPublishedPlaybook(table))?.version;
      const version = (before ?? 0) + 1;
      const draft = (n: number) => ({ version, hash: `by ${n}`, content: playbook, publishedAt: NOW });
      const puts = await Promise.all(callers.map((one, n) => putCurrentPlaybook(one, draft(n), before)));
      expect(winnersOf(puts).map((n) => `by ${n}`)).toEqual([(await getPublishedPlaybook(table))?.hash]);
    });
  });

  it('agree on whose browser it is, and which event a request makes', async () => {
    await callersWhoForget(async (callers) => {
      const visitor = fresh('visitor') as never;
      const leads = callers.map(() => someLead());
      const owners = await Promise.all(
        callers.map((one, n) => linkVisitor(one, visitor, leads[n] as never, { at: NOW, due: NOW })),
      );
      expect(new Set(owners).size).toBe(1);
      for (const lead of leads) {
        expect(await visitorsOf(table, lead)).toEqual(lead === owners[0] ? [visitor] : []);
      }
      const key = fresh('request');
      const events = callers.map((one, n) =>
        eventOfRequest(one, LEAD, { key, id: key, content: 'same', at: plus(NOW, n) }),
      );
      expect(new Set((await Promise.all(events)).map(({ at }) => at)).size).toBe(1);
    });
  });

  it('count each report and each change once', async () => {
    await callersWhoForget(async (callers) => {
      const [id, day] = [fresh('mail'), '2026-11-22'];
      const before = (await sendingCountsSince(table, day)).bounces;
      const report = { mail: `${times}`.padStart(10, '0') + id, at: NOW };
      await Promise.all(callers.map((one) => countReport(one, report, 'bounces')));
      expect((await sendingCountsSince(table, day)).bounces).toBe(before + 1);
      const change = {
        key: someLead(),
        at: `2026-12-${String(1 + (times % 28)).padStart(2, '0')}T10:00:00.000Z`,
      };
      const increment = { dimension: 'form', of: fresh('form'), metric: 'leads', by: 1 } as const;
      await Promise.all(callers.map((one) => putReportChange(one, change, [increment])));
      const counted = await totalsOfDay(table, dayOf(change.at), { isConsistent: true });
      expect(counted.form[increment.of]).toEqual({ leads: 1 });
    });
  });

  it('never send in the same moment', async () => {
    await callersWhoForget(async (callers) => {
      const now = Date.parse(NOW) + ++times * 1e6;
      const slot = { now, latest: now + 1e6, taking: 100, isIdle: times % 2 === 0 };
      const slots = await Promise.all(callers.map((one) => reserveSendingSlot(one, slot)));
      expect(slots).not.toContain(undefined);
      expect(new Set(slots).size).toBe(callers.length);
    });
  });

  it('get their reactions to a mail in, up to the last that it takes', async () => {
    await callersWhoForget(async (callers) => {
      const id = fresh('mail');
      const kind = { sequence: 'tips', step: 'tip-1', subject: '', heading: '', kind: 'marketing' } as const;
      const sent = { lead: LEAD, playbook: 1, claimedAt: NOW, tracked: true, links: [], clicks: {} };
      await putMail(table, { ...kind, ...sent, id });
      const open = (n: number) => ({ kind: 'open', at: plus(NOW, n) }) as const;
      const room = MOST_REACTIONS - callers.length;
      for (let n = 0; n < room; n++) await addReaction(table, id, open(n), NOW);
      const added = await Promise.all(callers.map((one, n) => addReaction(one, id, open(room + n), NOW)));
      expect(added).not.toContain(undefined);
      expect(await addReaction(table, id, open(MOST_REACTIONS), NOW)).toBeUndefined();
    }, 3);
  });
});

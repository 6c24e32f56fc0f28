import { describe, expect, it } from 'vitest';
import { incrementsOfOutcome } from '../../../shared/domain/handover/stalled/outcomes.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { LEASE_MS } from '../../../shared/domain/jobs/next-try.ts';
import { plus } from '../../../shared/domain/time.ts';
import { bestStalled, putStalled } from '../../../shared/store/handover/stalled.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { putReportChange } from '../../../shared/store/reports/report-changes.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView } from '../../domain/builders.ts';
import { dyingTable } from '../faulty-table.ts';
import { metered } from '../metered-table.ts';
import { MONDAY, StalledLeads, SUNDAY, someone } from './stalled-leads.ts';

const WEEK = 7 * 86_400_000;

async function eight(aWeek = 5): Promise<StalledLeads> {
  const leads = await StalledLeads.begin(aWeek);
  for (let n = 0; n < 8; n++) await leads.rests(n, 25 + n);
  return leads;
}

describe('stalled leads', () => {
  it('are offered on Monday morning, the best first, up to the weekly maximum; the others a week later', async () => {
    const leads = await eight();
    await leads.offer();
    expect(await leads.offered()).toEqual({});
    leads.now = MONDAY;
    await leads.offer();
    await leads.settle();
    expect(await leads.offered()).toEqual({ 3: 1, 4: 1, 5: 1, 6: 1, 7: 1 });
    expect(await getLead(leads.table, someone(7))).toMatchObject({
      stage: 'lead',
      handover: { reason: 'stalled', status: 'open', ranked: { won: 0, lost: 0, enough: 30 } },
    });
    for (const hours of [1, 48, 150]) {
      leads.now = plus(MONDAY, hours * 3_600_000);
      await leads.offer();
    }
    expect(Object.keys(await leads.offered())).toHaveLength(5);
    leads.now = plus(MONDAY, WEEK);
    await leads.offer();
    expect(await leads.offered()).toEqual({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1 });
  });

  it('are offered once when two runs make the offers at once', async () => {
    const leads = await eight();
    leads.now = MONDAY;
    await Promise.all([leads.offer(), leads.offer()]);
    await leads.offer();
    expect(await leads.offered()).toEqual({ 3: 1, 4: 1, 5: 1, 6: 1, 7: 1 });
    expect(await leads.nextOffer()).toBe(plus(MONDAY, WEEK));
  });

  it('are offered once and never too many, wherever the process dies', async () => {
    let isDone = false;
    for (let write = 1; !isDone; write++) {
      for (const when of ['before', 'after'] as const) {
        const leads = await StalledLeads.begin(1);
        for (const n of [0, 1]) await leads.rests(n, 30 + n);
        leads.now = MONDAY;
        isDone = await leads.offer(dyingAtWrite(leads.table, write, when)).then(
          () => true,
          () => false,
        );
        await leads.settle();
        leads.now = plus(MONDAY, 2 * LEASE_MS);
        await leads.offer();
        expect(await leads.offered()).toEqual({ 1: 1 });
        expect(await leads.nextOffer()).toBe(plus(MONDAY, WEEK));
        if (isDone) expect(write).toBe(6);
      }
    }
  });

  it('do not wait for one that cannot be read, which is offered when it can', async () => {
    const leads = await eight(3);
    leads.now = MONDAY;
    const { table } = leads;
    await leads.offer({
      name: table.name,
      call(operation, input) {
        const { PK, SK } = ('Key' in input && input.Key) || {};
        if (PK?.S === `L#${someone(7)}` && SK?.S === 'LEAD') throw new Error('This lead cannot be read');
        return table.call(operation, input);
      },
    });
    expect(await leads.offered()).toEqual({ 5: 1, 6: 1 });
    leads.now = plus(MONDAY, 60_000);
    await leads.offer();
    expect(await leads.offered()).toEqual({ 5: 1, 6: 1, 7: 1 });
    expect(await leads.nextOffer()).toBe(plus(MONDAY, WEEK));
  });

  it('are not offered when they move between the choice and the offer, and are not replaced', async () => {
    const leads = await eight(2);
    leads.now = MONDAY;
    await leads.offer(leads.table, () => true);
    expect(await leads.offered()).toEqual({});
    const received = { at: MONDAY, receivedAt: MONDAY };
    const visits = Array.from({ length: 15 }, (_, n) => pageView(`/guides/${n}`, received));
    await scoreLead(leads.system(), someone(7), visits);
    await leads.offer();
    expect(await leads.offered()).toEqual({ 6: 1 });
  });

  it('are not offered again in the week in which sales returned them', async () => {
    const leads = await eight(2);
    leads.now = MONDAY;
    await leads.offer(leads.table, () => true);
    await leads.offer();
    const before = await leads.nextOffer();
    await actOnLead(leads.system(), someone(7), { action: 'return', reason: 'not-ready', by: 'anna' });
    await leads.offer();
    expect(await leads.offered()).toEqual({ 6: 1, 7: 1 });
    expect(await leads.nextOffer()).toBe(before);
  });

  it('become a SAL when sales accepts the offer', async () => {
    const leads = await eight(1);
    leads.now = MONDAY;
    await leads.offer();
    await actOnLead(leads.system(), someone(7), { action: 'accept', by: 'anna' });
    expect(await getLead(leads.table, someone(7))).toMatchObject({ stage: 'sal' });
  });
});

describe('the list of stalled leads', () => {
  it('has the stalled leads, and none that moved or was erased', async () => {
    const leads = await eight();
    const erased = { id: someone(1), version: 3, erasedAt: SUNDAY };
    expect(await putLead(leads.table, erased)).toBe('written');
    const raised = (await getLead(leads.table, someone(2))) as Lead;
    await putLead(leads.table, { ...raised, raisedAt: SUNDAY, version: raised.version + 1 });
    await scoreLead(leads.system(), someone(2), []);
    await leads.settle();
    const waiting = (await bestStalled(leads.table, 50)).map((one) => Number(one.lead.slice(1)));
    expect(waiting.sort()).toEqual([0, 3, 4, 5, 6, 7]);
  });

  it('is ranked by the chance once there are enough outcomes, and the dossier says so', async () => {
    const leads = await eight(1);
    const like = { fit: 'good', score: '20' };
    const counts = [...incrementsOfOutcome('won', like, 12), ...incrementsOfOutcome('lost', like, 36)];
    await putReportChange(leads.table, { key: 'all', at: SUNDAY }, counts);
    leads.now = MONDAY;
    await leads.offer();
    const { handover } = (await getLead(
      leads.table,
      someone(Number(Object.keys(await leads.offered())[0])),
    )) as Lead;
    expect(handover?.ranked).toEqual({ chance: expect.closeTo(0.26, 1) });
  });

  it('costs the same units to choose from when it is four times as long', async () => {
    const spent: number[] = [];
    for (const length of [400, 1_600]) {
      const leads = await StalledLeads.begin(5);
      await listed(leads.table, length);
      leads.now = MONDAY;
      const meter = metered(leads.table);
      await leads.offer(meter);
      spent.push(meter.read);
    }
    expect(spent[1]).toBe(spent[0]);
    expect(spent[1]).toBeLessThanOrEqual(20);
  });
});

describe('the schedule of the offers', () => {
  it('waits for Monday, and follows a new day in the playbook', async () => {
    const leads = await StalledLeads.begin(5);
    expect(await leads.nextOffer()).toBe(MONDAY);
    const { stalled } = leads.rules;
    await leads.publishes({ ...leads.rules, stalled: { ...stalled, day: 'thu' } });
    expect(await leads.nextOffer()).toBe('2026-11-26T07:00:00.000Z');
    await leads.publishes(leads.rules);
    expect(await leads.nextOffer()).toBe('2026-11-26T07:00:00.000Z');
  });

  it('stays when the offers are due already', async () => {
    const leads = await eight(1);
    leads.now = plus(MONDAY, 60_000);
    const { stalled } = leads.rules;
    await leads.publishes({ ...leads.rules, stalled: { ...stalled, day: 'thu' } });
    expect(await leads.nextOffer()).toBe(MONDAY);
    await leads.offer();
    expect(await leads.offered()).toEqual({ 7: 1 });
    expect(await leads.nextOffer()).toBe('2026-11-26T07:00:00.000Z');
  });

  it('outlives a table that refuses for a day, and offers once', async () => {
    const leads = await eight(1);
    leads.now = MONDAY;
    await leads.offer(dyingTable(leads.table, 3, 'before')).catch(() => {});
    leads.now = plus(MONDAY, 86_400_000);
    await leads.offer();
    await leads.offer();
    expect(await leads.offered()).toEqual({ 7: 1 });
    expect(await leads.nextOffer()).toBe(plus(MONDAY, WEEK));
  });
});

/** Leads of all scores in the list, with all traits known. */
async function listed(table: Table, length: number): Promise<void> {
  const traits = {
    ...{ fit: 'good', score: '40', form: 'whitepaper', campaign: 'autumn-2026-linkedin' },
    ...{ employees: '50', sector: 'transport' },
  };
  for (let start = 0; start < length; start += 40) {
    const page = Array.from({ length: 40 }, (_, n) => start + n);
    await Promise.all(
      page.map((n) => {
        const ranked = (n >> 2) % 2 ? { chance: 0.4 } : { won: 0, lost: 0, enough: 30 };
        return putStalled(table, { lead: someone(n), score: 40, traits }, { rank: 4040, ranked });
      }),
    );
  }
}

/** A table on which one write ends the process. */
function dyingAtWrite(table: Table, write: number, when: 'before' | 'after'): Table {
  const writes = dyingTable(table, write, when);
  const isRead = (operation: string) => operation === 'GetItem' || operation === 'Query';
  return {
    name: table.name,
    call: (operation, input) => (isRead(operation) ? table : writes).call(operation, input),
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Person, type System, startSystem } from '../system.ts';

interface Funnel {
  of?: string | null;
  leads: number;
  entered: { total: number; threshold: number; 'hand-raiser': number };
}

interface Mails {
  mails: { step: string }[];
  sequences: { sequence: string }[];
}

let system: System;
let asksForACall: Person;
beforeAll(async () => {
  system = await startSystem({ now: new Date('2026-11-20T12:00:00.000Z') });
  asksForACall = new Person(system);
  await asksForACall.sendsIn('contact', { name: 'Ann', message: 'Call me' });
  await new Person(system).sendsIn('whitepaper');
  await new Person(system).sendsIn('whitepaper');
  await system.settled();
});
afterAll(() => system.stop());

/** The reports, without their time. */
async function figures() {
  const { cells } = await system.api<{ cells: { readiness: string; leads: number }[] }>(
    '/api/reports/framework',
  );
  const { total, rows } = await system.api<{ total: Funnel; rows: Funnel[] }>('/api/reports/funnel?by=form');
  const inCells = (which: string) =>
    cells.filter(({ readiness }) => readiness === which).reduce((sum, { leads }) => sum + leads, 0);
  return {
    handUp: inCells('hand-raiser'),
    notReady: inCells('not-ready'),
    entered: total.entered,
    forms: rows.map(({ of, leads, entered }) => `${of}: ${leads} of which ${entered.total} handed over`),
  };
}

describe('the figures', () => {
  it('show at once what happened, by form', async () => {
    expect(await figures()).toEqual({
      handUp: 1,
      notReady: 2,
      entered: { total: 1, threshold: 0, 'hand-raiser': 1, stalled: 0 },
      forms: ['contact: 1 of which 1 handed over', 'whitepaper: 2 of which 0 handed over'],
    });
  });

  it('count a person once, even if the process dies after counting and the stream delivers again', async () => {
    const before = await figures();
    for (const kind of ['crash-after', 'timeout-after']) {
      const fault = { service: 'dynamodb', operation: 'UpdateItem', function: 'relay', kind, times: 2 };
      await system.local('/faults', { method: 'POST', body: JSON.stringify(fault) });
    }
    await new Person(system).sendsIn('whitepaper');
    await system.settled();
    const after = await figures();
    expect(after).toEqual({
      ...before,
      notReady: 3,
      forms: [before.forms[0], 'whitepaper: 3 of which 0 handed over'],
    });
  });

  it('stay the same once the days are rolled up', async () => {
    const before = await figures();
    await system.advance('4d');
    expect(await figures()).toEqual(before);
  });

  it('count each mail once, and who is under way in its sequence', async () => {
    const { mails, sequences } = await system.api<Mails>('/api/reports/mails');
    const [whitepaper] = mails.filter(({ step }) => step === 'whitepaper');
    expect(whitepaper).toMatchObject({ sent: 3, delivered: 3, bounced: { hard: 0, soft: 0 } });
    const [tips] = sequences.filter(({ sequence }) => sequence === 'whitepaper-tips');
    expect(tips).toMatchObject({ began: 3, waiting: 3, left: {} });
  });

  it('no longer count a person who was erased', async () => {
    const { id } = await system.lead(asksForACall.email);
    await system.api(`/api/leads/${id}`, { method: 'DELETE' });
    await system.settled();
    expect(await figures()).toMatchObject({ handUp: 0, notReady: 3, entered: { total: 1 } });
  });

  it('count a person under the campaign of the visit before the form, who raised a hand too', async () => {
    const visitor = new Person(system);
    await visitor.reads('/guides/a?utm_campaign=Spring1');
    await visitor.sendsIn('contact', { name: 'Bea', message: 'Call me' });
    await system.settled();
    const { rows } = await system.api<{ rows: Funnel[] }>('/api/reports/funnel?by=campaign');
    expect(rows.find(({ of }) => of === 'Spring1')).toMatchObject({ leads: 1, entered: { total: 1 } });
    expect(rows.find(({ of }) => of === null)).toMatchObject({ leads: 4, entered: { total: 1 } });
  }, 60_000);
});

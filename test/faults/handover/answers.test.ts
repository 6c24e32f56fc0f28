import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from '../../journeys/system.ts';
import { faultsOf } from '../nurture/reader.ts';
import { Answered, figures } from './answered.ts';

/** Every function that handles an answer of sales or its consequences. */
const FUNCTIONS = ['handover', 'api', 'score', 'relay', 'notify'] as const;

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** People who asked for a call, so that sales has their page: few enough to be told of one by one, and to ask once more. */
async function handedOver(count: number): Promise<Answered[]> {
  await system.advance('1h');
  const leads = Array.from({ length: count }, () => new Answered(system));
  for (const lead of leads) await lead.asksForACall();
  await system.settled();
  for (const lead of leads) await lead.isHandedOver();
  return leads;
}

describe('processes that die while sales answers', () => {
  it('leave lead, reports, bus and messages consistent, whichever write they died after', async () => {
    const faults = faultsOf(system);
    const before = await figures(system);
    const waiting: Answered[] = [];
    const answered: Answered[] = [];
    const died = new Map<string, number>();
    /** Whether any of them died. */
    const liveThrough = async (death: object) => {
      if (waiting.length === 0) waiting.push(...(await handedOver(3)));
      for (const name of FUNCTIONS) await faults.add({ service: 'dynamodb', function: name, ...death });
      const lead = waiting.pop() as Answered;
      answered.push(lead);
      await lead.accepted();
      await lead.givenBack();
      await lead.asksForACall();
      await system.settled();
      const left = await system.local<{ function: string }[]>('/faults');
      const alive = left.map((fault) => fault.function);
      await faults.clear();
      const dead = FUNCTIONS.filter((name) => !alive.includes(name));
      for (const name of dead) died.set(name, (died.get(name) ?? 0) + 1);
      return dead.length > 0;
    };
    // Dying before a call is the same as dying after the previous one, and after a read the same as after the last write.
    await liveThrough({ kind: 'crash-before' });
    for (const operation of ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'])
      for (let skip = 0; await liveThrough({ kind: 'crash-after', operation, skip }); ) skip += 1;

    // The next attempt waits until the claim of one that died has ended.
    await system.advance('3m');
    for (const name of FUNCTIONS) expect(died.get(name), name).toBeGreaterThan(2);
    for (const [n, lead] of answered.entries()) {
      const { mails, posts, ...known } = await lead.known();
      expect(known, `story ${n}`).toMatchObject(Answered.TWICE);
      for (const messages of [mails, posts]) {
        const again = messages.filter((message) => message.includes('possibly sent before'));
        expect([2, 3], `story ${n}`).toContain(messages.length);
        expect(again.length, `story ${n}`).toBeGreaterThanOrEqual(messages.length - 2);
      }
    }
    const after = await figures(system);
    const [once, more] = [answered.length + waiting.length, answered.length];
    expect(after).toEqual({
      leads: before.leads + once,
      entered: before.entered + once + more,
      accepted: before.accepted + more,
      returned: before.returned + more,
      kept: before.kept + more,
      late: before.late,
    });
    expect(await system.local('/dead-letters')).toEqual([]);
  });

  it('lose no answer that was stored, even if nobody presses the button again', async () => {
    const faults = faultsOf(system);
    const before = await figures(system);
    const leads = await handedOver(4);
    for (const [skip, lead] of leads.entries()) {
      await faults.add({
        service: 'dynamodb',
        operation: 'PutItem',
        function: 'handover',
        kind: 'crash-after',
      });
      await faults.add({ service: 'dynamodb', function: 'score', kind: 'crash-after', skip });
      expect(await lead.accepted({ insists: false })).toBeGreaterThanOrEqual(500);
      await faults.clear();
      expect(await lead.known()).toMatchObject({
        lead: { stage: 'sal', handovers: [{ status: 'accepted', answer: { by: 'anna' } }] },
        actions: ['accept'],
        facts: expect.arrayContaining(['HandoverAccepted']),
      });
    }
    const { accepted } = await figures(system);
    expect(accepted).toBe(before.accepted + leads.length);
  });
});

describe('stream batches and bus events that AWS delivers again', () => {
  it('change nothing visible, in any order', async () => {
    const deliveries: { to: string; event: unknown }[] = [];
    const { functions } = system.twin;
    const invoke = functions.invoke.bind(functions);
    functions.invoke = (id, event, options) => {
      const to = functions.all.find(({ logicalId }) => logicalId === id)?.shortName ?? '';
      if (['score', 'relay', 'notify', 'enrol'].includes(to)) deliveries.push({ to, event });
      return invoke(id, event, options);
    };
    const leads = await handedOver(2);
    await Promise.all(leads.map((lead) => lead.accepted()));
    await Promise.all(leads.map((lead) => lead.givenBack()));
    await Promise.all(leads.map((lead) => lead.asksForACall()));
    await system.settled();
    functions.invoke = invoke;

    const everything = async () => ({
      leads: await Promise.all(leads.map((lead) => lead.known())),
      figures: await figures(system),
      framework: (await system.api<{ cells: unknown }>('/api/reports/framework')).cells,
      returns: await system.api('/api/reports/returns'),
    });
    const before = await everything();
    expect(before.leads).toMatchObject(leads.map(() => Answered.TWICE));
    expect(new Set(deliveries.map(({ to }) => to)).size).toBe(4);
    for (const { to, event } of [...deliveries.toReversed(), ...deliveries]) {
      const result = await system.local(`/invoke/${to}`, { method: 'POST', body: JSON.stringify(event) });
      expect(result, to).toMatchObject({ ok: true });
    }
    await system.settled();
    expect(await everything()).toEqual(before);
  });
});

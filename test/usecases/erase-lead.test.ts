import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../shared/domain/identity/ids.ts';
import { putLeadEvent, putVisitorEvent } from '../../shared/store/events.ts';
import { historyOf } from '../../shared/store/history.ts';
import { leadsByStage } from '../../shared/store/leads.ts';
import { link } from '../../shared/store/links.ts';
import { putMail } from '../../shared/store/mails.ts';
import { queryAll, type Table } from '../../shared/store/table.ts';
import { eraseLead } from '../../shared/usecases/erase-lead.ts';
import { scoreLead } from '../../shared/usecases/score-lead.ts';
import { LEAD, NOW, pageView, submission } from '../domain/builders.ts';
import { mail } from '../domain/nurture/mails.ts';
import { testTable } from '../store/endpoint.ts';
import { sdkTable } from '../store/sdk-table.ts';
import { shippedPlaybook } from '../web/dossier/example.ts';
import { Crash, crashingTable } from './faulty-table.ts';

const OTHER = 'BBBBBBBBBBBBBBBBBBBBBB' as LeadId;
const now = () => NOW;
const phone = 'phone' as VisitorId;
const laptop = 'laptop' as VisitorId;
const shared = 'shared' as VisitorId;

const sent = mail();
let table: Table;
beforeEach(async () => {
  const { tableName, client } = await testTable();
  table = sdkTable(tableName, client);
});

describe('a lead that is erased', () => {
  beforeEach(lived);

  it('leaves nothing but the fact that it was', async () => {
    const receipt = await eraseLead({ table, now }, LEAD);
    expect(receipt).toMatchObject({ id: LEAD, erasedAt: NOW, removed: { events: 63, visitors: 2 } });
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(`V#${phone}`)).toEqual([]);
    expect(await keysOf(`V#${laptop}`)).toEqual([]);
    expect(await keysOf(`M#${sent.id}`)).toEqual([]);
    expect(await leadsByStage(table, { stage: 'lead', limit: 10 })).toMatchObject([{ id: OTHER }]);
  });

  it('leaves alone the browser that was another lead’s first', async () => {
    await eraseLead({ table, now }, LEAD);
    expect(await keysOf(`V#${shared}`)).toHaveLength(2);
    expect(await keysOf(`L#${OTHER}`)).toContain('PROFILE');
  });

  it('is erased once: a repeated request has the same moment and removes nothing more', async () => {
    await eraseLead({ table, now }, LEAD);
    const again = await eraseLead({ table, now: () => '2026-12-01T00:00:00.000Z' }, LEAD);
    expect(again).toEqual({ id: LEAD, erasedAt: NOW, removed: { events: 0, visitors: 0, others: 0 } });
  });

  it('does not come back by an act from before that arrives late', async () => {
    const late = submission('whitepaper', {
      at: '2026-11-22T11:00:00.000Z',
      receivedAt: '2026-11-22T11:00:00.000Z',
    });
    await eraseLead({ table, now }, LEAD);
    await score(LEAD, [late]);
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
  });

  it('is erased whole when asked again, whatever call the process died at', async () => {
    let calls = 1;
    for (; ; calls++) {
      const { tableName, client } = await testTable();
      table = sdkTable(tableName, client);
      await lived();
      const crashed = await eraseLead({ table: crashingTable(table, calls, 'after'), now }, LEAD).catch(
        (e) => e,
      );
      expect(await eraseLead({ table, now }, LEAD)).toMatchObject({ id: LEAD, erasedAt: NOW });
      expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
      expect([...(await keysOf(`V#${phone}`)), ...(await keysOf(`V#${laptop}`))]).toEqual([]);
      expect(await keysOf(`M#${sent.id}`)).toEqual([]);
      if (!(crashed instanceof Crash)) break;
    }
    expect(calls).toBeGreaterThan(8);
  });
});

describe('a person that is erased before its form was scored', () => {
  it('does not become a lead', async () => {
    const form = submission('whitepaper', { visitor: phone });
    await putLeadEvent(table, LEAD, form);
    await putVisitorEvent(table, pageView('/', { visitor: phone }), 9_999_999_999);
    expect(await eraseLead({ table, now }, LEAD)).toMatchObject({ removed: { events: 2, visitors: 1 } });
    await score(LEAD, [form]);
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(`V#${phone}`)).toEqual([]);
  });
});

describe('somebody who was never heard of', () => {
  it('cannot be erased', async () => {
    expect(await eraseLead({ table, now }, LEAD)).toBeUndefined();
    expect(await keysOf(`L#${LEAD}`)).toEqual([]);
  });
});

/** A lead with two browsers, more events than one delete call takes, and a third browser that is another lead's. */
async function lived(): Promise<void> {
  for (let day = 10; day < 70; day++) {
    const visitor = day % 2 ? phone : laptop;
    await putVisitorEvent(table, pageView(`/guides/${day}`, { visitor }), 9_999_999_999);
  }
  await putVisitorEvent(table, pageView('/', { visitor: shared }), 9_999_999_999);
  await link(table, shared, OTHER, NOW);
  await putLeadEvent(table, OTHER, submission('whitepaper', { email: 'bob@example.nl' }));
  for (const visitor of [phone, laptop, shared])
    await putLeadEvent(table, LEAD, submission('whitepaper', { visitor }));
  await putMail(table, sent);
  await score(OTHER, await historyOf(table, OTHER));
  await score(LEAD, await historyOf(table, LEAD));
}

function score(id: LeadId, events: Parameters<typeof scoreLead>[2]): Promise<void> {
  const playbook = shippedPlaybook();
  return scoreLead({ table, now, playbook: async () => playbook, newToken: () => 'token' }, id, events);
}

async function keysOf(pk: string): Promise<string[]> {
  const items = await queryAll(table, {
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  });
  return items.map(({ SK }) => SK?.S ?? '');
}

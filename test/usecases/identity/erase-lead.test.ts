import { beforeEach, describe, expect, it } from 'vitest';
import type { LeadId, VisitorId } from '../../../shared/domain/identity/ids.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { getLead, leadsByStage } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import { putMail } from '../../../shared/store/nurture/mails.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { historyOf, leadEvents } from '../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { mail } from '../../domain/nurture/mails.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { Crash, crashingTable } from '../faulty-table.ts';

const OTHER = 'BBBBBBBBBBBBBBBBBBBBBB' as LeadId;
const EARLIER = '2026-11-22T11:00:00.000Z';
const LATER = '2026-11-22T13:00:00.000Z';
const now = () => NOW;
const phone = 'phone' as VisitorId;
const laptop = 'laptop' as VisitorId;
const shared = 'shared' as VisitorId;

const sent = mail();
let table: Table;
beforeEach(async () => {
  table = await newSignedTable();
});

describe('a lead that is erased', () => {
  beforeEach(lived);

  it('leaves nothing but the fact that it was erased', async () => {
    const receipt = await eraseLead({ table, now }, LEAD);
    expect(receipt).toMatchObject({ id: LEAD, erasedAt: NOW, removed: { events: 63, visitors: 2 } });
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(`V#${phone}`)).toEqual([]);
    expect(await keysOf(`V#${laptop}`)).toEqual([]);
    expect(await keysOf(`M#${sent.id}`)).toEqual([]);
    expect(await leadsByStage(table, { stage: 'lead', limit: 10 })).toMatchObject([{ id: OTHER }]);
  });

  it('keeps the browser that belongs to another lead', async () => {
    await eraseLead({ table, now }, LEAD);
    expect(await keysOf(`V#${shared}`)).toHaveLength(2);
    expect(await keysOf(`L#${OTHER}`)).toContain('PROFILE');
  });

  it('is erased once: a repeated request has the same time and removes nothing more', async () => {
    await eraseLead({ table, now }, LEAD);
    const again = await eraseLead({ table, now: () => LATER }, LEAD);
    expect(again).toEqual({ id: LEAD, erasedAt: NOW, removed: { events: 0, visitors: 0, others: 0 } });
  });

  it('does not come back by a late event from before, which is removed too', async () => {
    await eraseLead({ table, now }, LEAD);
    await replay(late());
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
    await putSubmission(table, LEAD, late());
    expect(await keysOf(`L#${LEAD}`)).toHaveLength(3);
    await score(LEAD, [late()]);
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
  });

  it('does not come back by what was being written meanwhile', async () => {
    const [profile, tally] = await Promise.all([item('PROFILE'), item(/^D#/)]);
    await eraseLead({ table, now }, LEAD);
    for (const Item of [profile, tally]) await table.call('PutItem', { TableName: table.name, Item });
    await score(LEAD, [late()]);
    expect(await keysOf(`L#${LEAD}`)).toEqual(['LEAD']);
  });

  it('comes back by its own action, without anything from before', async () => {
    const profile = await item('PROFILE');
    await eraseLead({ table, now }, LEAD);
    await table.call('PutItem', { TableName: table.name, Item: profile });
    const act = submission('demo', { ...at(LATER), values: { company: 'New' } });
    await putLeadEvent(table, LEAD, act);
    await replay(late());
    await score(LEAD, [late(), act]);
    expect((await getProfile(table, LEAD))?.values).toMatchObject({ company: { value: 'New' } });

    await replay(late());
    await score(LEAD, [late()]);
    expect(await getLead(table, LEAD)).toMatchObject({ stage: 'lead', score: 2 });
    expect((await leadEvents(table, LEAD)).map(({ id }) => id)).toEqual([act.id]);
    expect((await getProfile(table, LEAD))?.values).not.toHaveProperty('phone');
  });

  it('is erased completely by a second request, whatever call the process died at', async () => {
    let calls = 1;
    for (; ; calls++) {
      table = await newSignedTable();
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

describe('a person who is erased before the form was scored', () => {
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

describe('an unknown person', () => {
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
  await linkVisitor(table, shared, OTHER, { at: NOW, due: NOW });
  await putLeadEvent(table, OTHER, submission('whitepaper', { email: 'bob@example.nl' }));
  for (const visitor of [phone, laptop, shared])
    await putLeadEvent(
      table,
      LEAD,
      submission('whitepaper', { visitor, ...at(EARLIER), values: { phone: '+31 20 123 45 67' } }),
    );
  await putMail(table, sent);
  await score(OTHER, await historyOf(table, OTHER));
  await score(LEAD, await historyOf(table, LEAD));
}

function score(id: LeadId, events: Parameters<typeof scoreLead>[2]): Promise<void> {
  const playbook = shippedPlaybook();
  return scoreLead({ table, now, playbook: async () => playbook, newToken: () => 'token' }, id, events);
}

const at = (moment: string) => ({ at: moment, receivedAt: moment });

/** A submission from before the lead was erased, which waited in the late queue. */
function late() {
  return submission('whitepaper', { ...at(EARLIER), id: 'late', values: { phone: '+31 20 123 45 67' } });
}

function replay(event: Submission): Promise<void> {
  return replayLateEvent({ table, now }, JSON.stringify({ lead: LEAD, event }));
}

/** An item of the lead, as it is stored. */
async function item(sk: string | RegExp): Promise<Item> {
  const items = await itemsOf(`L#${LEAD}`);
  return items.find(({ SK }) => SK?.S?.match(sk)) ?? {};
}

async function keysOf(pk: string): Promise<string[]> {
  return (await itemsOf(pk)).map(({ SK }) => SK?.S ?? '');
}

async function itemsOf(pk: string): Promise<Item[]> {
  const { Items = [] } = await table.call('Query', {
    TableName: table.name,
    KeyConditionExpression: 'PK = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
  });
  return Items;
}

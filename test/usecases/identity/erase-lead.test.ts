import { beforeEach, describe, expect, it } from 'vitest';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import { putSubmission } from '../../../shared/store/forms/submissions.ts';
import { removeErased, TooMuch } from '../../../shared/store/identity/erasure.ts';
import { allLeadsOfShard, getLead } from '../../../shared/store/identity/leads.ts';
import { getProfile } from '../../../shared/store/identity/profiles.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { putLeadEvent, putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { replayLateEvent } from '../../../shared/usecases/tracking/replay-late-event.ts';
import { LEAD, NOW, pageView, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { jobsOf } from '../job-system.ts';
import {
  at,
  EARLIER,
  itemsOf,
  keysOf,
  LATER,
  laptop,
  lived,
  mailOfLife,
  OTHER,
  phone,
  score,
  shared,
} from './a-life.ts';

const now = () => NOW;
/** All that are on the list of leads. */
const everybody = async (table: Table) => {
  const shards = [0, 1, 2, 3].map((shard) => allLeadsOfShard(table, { shard, after: '', limit: 10 }));
  return (await Promise.all(shards)).flat();
};

let table: Table;
beforeEach(async () => {
  table = await memoryTable();
});

describe('a lead that is erased', () => {
  beforeEach(() => lived(table, 60));

  it('leaves nothing but the fact that it was erased', async () => {
    const receipt = await eraseLead(jobsOf(table, now), LEAD);
    expect(receipt).toMatchObject({ id: LEAD, erasedAt: NOW, removed: { events: 63, visitors: 2 } });
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(table, `V#${phone}`)).toEqual([]);
    expect(await keysOf(table, `V#${laptop}`)).toEqual([]);
    expect(await keysOf(table, `M#${mailOfLife.id}`)).toEqual([]);
    expect((await everybody(table)).map(({ id }) => id)).toEqual([OTHER]);
  });

  it('with more than somebody can wait for is removed in parts, and then leaves nothing', async () => {
    const erased = { id: LEAD, version: 9, erasedAt: LATER, due: LATER };
    await expect(removeErased(table, erased, LATER, 5)).rejects.toThrow(TooMuch);
    await expect(removeErased(table, erased, LATER, 40)).rejects.toThrow(TooMuch);
    await expect(removeErased(table, erased, LATER, 45)).resolves.toMatchObject({ isBack: false });
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(table, `V#${phone}`)).toEqual([]);
  });

  it('keeps the browser that belongs to another lead', async () => {
    await eraseLead(jobsOf(table, now), LEAD);
    expect(await keysOf(table, `V#${shared}`)).toHaveLength(2);
    expect(await keysOf(table, `L#${OTHER}`)).toContain('PROFILE');
  });

  it('is erased once: a repeated request has the same time and removes nothing more', async () => {
    await eraseLead(jobsOf(table, now), LEAD);
    const again = await eraseLead(
      jobsOf(table, () => LATER),
      LEAD,
    );
    expect(again).toEqual({
      id: LEAD,
      erasedAt: NOW,
      isFinished: true,
      removed: { events: 0, visitors: 0, others: 0 },
    });
  });

  it('does not come back by a late event from before, which is removed too', async () => {
    await eraseLead(jobsOf(table, now), LEAD);
    await replay(late());
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
    await putSubmission(table, LEAD, late());
    expect(await keysOf(table, `L#${LEAD}`)).toHaveLength(3);
    await score(table, LEAD, [late()]);
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
  });

  it('does not come back by what was being written meanwhile', async () => {
    const [profile, tally] = await Promise.all([item('PROFILE'), item(/^D#/)]);
    await eraseLead(jobsOf(table, now), LEAD);
    for (const Item of [profile, tally]) await table.call('PutItem', { TableName: table.name, Item });
    await score(table, LEAD, [late()]);
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
  });

  it('comes back by its own action, without anything from before', async () => {
    const profile = await item('PROFILE');
    await eraseLead(jobsOf(table, now), LEAD);
    await table.call('PutItem', { TableName: table.name, Item: profile });
    const act = submission('demo', { ...at(LATER), values: { company: 'New' } });
    await putLeadEvent(table, LEAD, act);
    await replay(late());
    await score(table, LEAD, [late(), act]);
    expect((await getProfile(table, LEAD))?.values).toMatchObject({ company: { value: 'New' } });

    await replay(late());
    await score(table, LEAD, [late()]);
    expect(await getLead(table, LEAD)).toMatchObject({ stage: 'lead', score: 2 });
    expect((await leadEvents(table, LEAD)).map(({ id }) => id)).toEqual([act.id]);
    expect((await getProfile(table, LEAD))?.values).not.toHaveProperty('phone');
  });
});

describe('a person who is erased before the form was scored', () => {
  it('does not become a lead', async () => {
    const form = submission('whitepaper', { visitor: phone });
    await putLeadEvent(table, LEAD, form);
    await putVisitorEvent(table, pageView('/', { visitor: phone }), 9_999_999_999);
    expect(await eraseLead(jobsOf(table, now), LEAD)).toMatchObject({ removed: { events: 2, visitors: 1 } });
    await score(table, LEAD, [form]);
    expect(await keysOf(table, `L#${LEAD}`)).toEqual(['LEAD']);
    expect(await keysOf(table, `V#${phone}`)).toEqual([]);
  });
});

describe('an unknown person', () => {
  it('cannot be erased', async () => {
    expect(await eraseLead(jobsOf(table, now), LEAD)).toBeUndefined();
    expect(await keysOf(table, `L#${LEAD}`)).toEqual([]);
  });
});

/** A submission from before the lead was erased, which waited in the late queue. */
function late() {
  return submission('whitepaper', { ...at(EARLIER), id: 'late', values: { phone: '+31 20 123 45 67' } });
}

function replay(event: Submission): Promise<void> {
  return replayLateEvent({ table, now }, JSON.stringify({ lead: LEAD, event }));
}

/** An item of the lead, as it is stored. */
async function item(sk: string | RegExp): Promise<Item> {
  const items = await itemsOf(table, `L#${LEAD}`);
  return items.find(({ SK }) => SK?.S?.match(sk)) ?? {};
}

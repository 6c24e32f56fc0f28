import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionRequest, SalesAction } from '../../../shared/domain/handover/actions/action.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import { type ErasedLead, isErased, type Lead } from '../../../shared/domain/identity/lead.ts';
import { nextAction, putAction } from '../../../shared/store/handover/actions.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import type { Item, Table } from '../../../shared/store/table.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { type TimelinePlace, timelinePage } from '../../../shared/store/tracking/timeline.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { applyActions } from '../../../shared/usecases/handover/apply-actions.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import { scoreEvents } from '../../../shared/usecases/scoring/score-events/score-events.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { submission } from '../../domain/builders.ts';
import { action, handedOver, PROVEN, QUALIFIED } from '../../domain/handover/handed-over.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const NOW = '2026-11-24T12:00:00.000Z';
const YESTERDAY = '2026-11-23T12:00:00.000Z';
const LATE = '2026-11-30T12:00:00.000Z';
const ACCEPT: ActionRequest = { action: 'accept', by: 'anna' };

let people = 0;
const somebody = async (more: Partial<Lead> = {}) => {
  const id = `C${String(++people).padStart(21, '0')}` as LeadId;
  await putLead(table, { ...handedOver(more), id, version: 1 });
  return id;
};
const system = (now = NOW) => ({
  ...jobsOf(table, () => now),
  playbook: async () => playbook,
  newToken: () => 'another',
  hideBeginnings,
});
const stored = async (id: LeadId) => (await getLead(table, id)) as Lead;
const all = (id: LeadId, ...asked: ActionRequest[]): SalesAction[] =>
  asked.map((one, index) => action(one, { ...handedOver({ actions: index }), id }, NOW));
const itemOf = (id: LeadId, { number, ...rest }: SalesAction): Item =>
  marshall({ PK: `L#${id}`, SK: `A#${String(number).padStart(5, '0')}`, number, ...rest });
const applyByStream = (id: LeadId, actions: readonly SalesAction[]) =>
  scoreEvents(
    system(),
    actions.map((one) => ({ record: `${one.number}`, item: itemOf(id, one) })),
  );

describe("actions that are not in the lead's record yet", () => {
  it('are applied by the stream in order, one change for each', async () => {
    const id = await somebody();
    const actions = all(id, ACCEPT, QUALIFIED, PROVEN);
    for (const one of actions) await putAction(table, id, one);
    await applyByStream(id, actions);
    expect(await stored(id)).toMatchObject({ stage: 'opportunity', actions: 3, version: 4 });
  });

  it('give the same result in any order and however often they are delivered', async () => {
    const order = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (deliveries, isOneBatch) => {
        const id = await somebody();
        const actions = all(id, ACCEPT, QUALIFIED, PROVEN);
        for (const one of actions) await putAction(table, id, one);
        const delivered = [...deliveries, 2].map((index) => actions[index] as SalesAction);
        if (isOneBatch) await applyByStream(id, delivered);
        else for (const one of delivered) expect((await applyByStream(id, [one])).size).toBe(0);
        expect(await stored(id)).toMatchObject({ stage: 'opportunity', actions: 3, version: 4 });
      }),
      { numRuns: 15 },
    );
  });

  it('are applied before the next answer', async () => {
    const id = await somebody();
    await putAction(table, id, all(id, ACCEPT)[0] as SalesAction);
    const acted = await actOnLead(system(), id, QUALIFIED);
    expect(acted).toMatchObject({ result: 'done', lead: { stage: 'sql', actions: 2 } });
  });

  it('count when the reminder is due: sales was in time', async () => {
    const id = await somebody({ actions: 0 });
    await putAction(table, id, all(id, ACCEPT)[0] as SalesAction);
    await scoreLead(system(LATE), id, []);
    const lead = await stored(id);
    expect(lead.stage).toBe('sal');
    expect(lead.handover).not.toHaveProperty('told');
  });

  it('do not delay the reminder when nobody answered', async () => {
    const id = await somebody();
    await scoreLead(system(LATE), id, []);
    expect(await stored(id)).toMatchObject({ stage: 'mql', handover: { told: 'manager' } });
  });
});

describe('an event that arrives together with an answer', () => {
  it('does not affect the answer, whichever is first', async () => {
    for (const first of ['event', 'answer']) {
      const id = await somebody();
      const event = () => scoreLead(system(), id, [submission('demo', { at: YESTERDAY, receivedAt: NOW })]);
      const answer = () => actOnLead(system(), id, ACCEPT);
      await (first === 'event' ? event() : answer());
      await (first === 'event' ? answer() : event());
      expect(await stored(id)).toMatchObject({ stage: 'sal', actions: 1, score: 82 });
    }
  });

  it('is not lost, nor is the answer, when both arrive at once', async () => {
    const id = await somebody();
    const event = submission('demo', { at: YESTERDAY, receivedAt: NOW });
    const [acted] = await Promise.all([actOnLead(system(), id, ACCEPT), scoreLead(system(), id, [event])]);
    expect(acted.result).toBe('done');
    expect(await stored(id)).toMatchObject({ stage: 'sal', actions: 1, score: 82 });
  });
});

describe('a hand raised while sales returns the lead', () => {
  it('opens the next hand-over in a change of its own, so that events of both are published', async () => {
    const id = await somebody({ raisedAt: '2026-11-24T12:00:01.000Z' });
    const back = all(id, { action: 'return', reason: 'not-ready', by: 'anna' });
    const after = '2026-11-24T12:00:02.000Z';
    await putAction(table, id, back[0] as SalesAction);
    await applyActions(system(after), id, back);
    expect(await stored(id)).toMatchObject({
      ...{ stage: 'lead', due: after },
      handover: { number: 1, status: 'returned' },
    });
    await scoreLead(system(after), id, []);
    expect(await stored(id)).toMatchObject({
      ...{ stage: 'mql', actions: 1 },
      handover: { number: 2, reason: 'hand-raiser', status: 'open' },
    });
  });
});

describe('a lead that sales answers while all leads are rescored', () => {
  it('is scored next, also when it moved to a list that was already done', async () => {
    const id = await somebody({ playbook: 1 });
    const newer = { ...system(), playbook: async () => ({ ...playbook, version: 2 }) };
    await actOnLead(newer, id, ACCEPT);
    expect(await stored(id)).toMatchObject({ stage: 'sal', actions: 1, playbook: 1, due: NOW });
    await scoreLead(newer, id, []);
    expect(await stored(id)).toMatchObject({ stage: 'sal', playbook: 2 });
    expect((await stored(id)).due).not.toBe(NOW);
  });
});

describe('a lead that is erased', () => {
  const keysOf = async (id: LeadId) => {
    const { Items = [] } = await table.call('Query', {
      TableName: table.name,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: marshall({ ':pk': `L#${id}` }),
    });
    return Items.map((item) => item.SK?.S);
  };

  it('leaves no actions', async () => {
    const id = await somebody();
    await actOnLead(system(), id, { ...ACCEPT, note: 'Spoke with Ann' });
    await eraseLead(jobsOf(table, system().now), id);
    expect(await keysOf(id)).toEqual(['LEAD']);
    expect(isErased((await getLead(table, id)) as Lead | ErasedLead)).toBe(true);
    expect(await actOnLead(system(), id, QUALIFIED)).toEqual({ result: 'unknown' });
  });

  it('leaves no answer that was written at the same moment', async () => {
    const id = await somebody();
    await eraseLead(jobsOf(table, system().now), id);
    const actions = all(id, ACCEPT);
    await putAction(table, id, actions[0] as SalesAction);
    await applyByStream(id, actions);
    expect(await keysOf(id)).toEqual(['LEAD']);
  });

  it('and came back ignores an answer from before, however late the stream delivers it', async () => {
    const id = await somebody();
    const [before] = all(id, ACCEPT);
    await eraseLead(jobsOf(table, system().now), id);
    await putLead(table, { ...handedOver(), id, version: 3, erasedAt: LATE });
    expect(await applyByStream(id, [before as SalesAction])).toEqual(new Map());
    expect(await stored(id)).toMatchObject({ stage: 'mql', version: 3 });
  });
});

describe('the timeline of a lead', () => {
  it('has actions among the events, page by page, without the key of the request', async () => {
    const id = await somebody();
    const at = (minutes: number) => `2026-11-24T11:0${minutes}:00.000Z`;
    for (const minutes of [1, 3, 5]) {
      await putLeadEvent(table, id, submission('demo', { id: `form-${minutes}`, at: at(minutes) }));
    }
    const calls = [2, 4].map(
      (minutes) => ({ minutes, asked: { action: 'call', outcome: 'reached', by: 'anna' } }) as const,
    );
    for (const [index, { minutes, asked }] of calls.entries()) {
      const one = action(asked, handedOver({ actions: index }), at(minutes));
      await putAction(table, id, { ...one, key: `secret-${index}` });
    }
    const seen: string[] = [];
    let after: TimelinePlace | undefined;
    do {
      const page = await timelinePage(table, id, { limit: 2, ...(after && { after }) });
      seen.push(...page.events.map((event) => event.id));
      expect(JSON.stringify(page)).not.toContain('secret');
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(['form-5', 'sales-2', 'form-3', 'sales-1', 'form-1']);
    expect(await nextAction(table, id, 1)).toMatchObject({ number: 2 });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../shared/domain/handover/actions/action.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { actionsOf } from '../../../shared/store/handover/actions.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { applyActions } from '../../../shared/usecases/handover/apply-actions.ts';
import { handedOver, PROVEN, QUALIFIED } from '../../domain/handover/handed-over.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { Crash, countingTable, crashingTable } from '../faulty-table.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const NOW = '2026-11-24T11:00:00.000Z';
const ACCEPT: ActionRequest = { action: 'accept', by: 'anna' };
const BACK: ActionRequest = { action: 'return', reason: 'not-ready', by: 'anna' };
const CALL: ActionRequest = { action: 'call', outcome: 'not-reached', by: 'anna' };

let people = 0;
const somebody = async (more: Partial<Lead> = {}) => {
  const id = `B${String(++people).padStart(21, '0')}` as LeadId;
  await putLead(table, { ...handedOver(more), id, version: 1 });
  return id;
};
const system = (over: Table = table, now = NOW) => ({
  table: over,
  now: () => now,
  playbook: async () => playbook,
  newToken: () => 'another',
});
const act = (id: LeadId, asked: ActionRequest, key?: string) => actOnLead(system(), id, asked, key);
const stored = async (id: LeadId) => (await getLead(table, id)) as Lead;

describe('an answer of sales', () => {
  it('is stored with its number and changes the lead', async () => {
    const id = await somebody();
    const acted = await act(id, { ...ACCEPT, note: 'Knows the company' }, 'key-1');
    expect(acted).toMatchObject({ result: 'done', lead: { stage: 'sal', actions: 1 } });
    expect(await stored(id)).toMatchObject({
      ...{ stage: 'sal', stageAt: NOW, version: 2, actions: 1 },
      handover: { status: 'accepted', answer: { by: 'anna', at: NOW } },
    });
    expect(await actionsOf(table, id)).toMatchObject([
      { ...ACCEPT, note: 'Knows the company', number: 1, at: NOW, key: 'key-1' },
    ]);
  });

  it('goes all the way from accepted to won', async () => {
    const id = await somebody();
    for (const asked of [ACCEPT, CALL, QUALIFIED, PROVEN]) {
      expect(await act(id, asked)).toMatchObject({ result: 'done' });
    }
    expect(await act(id, { action: 'won', value: 12_000, by: 'anna' })).toMatchObject({
      lead: { stage: 'customer', actions: 5, won: { value: 12_000 } },
    });
    const evidence = (await actionsOf(table, id)).find(({ action }) => action === 'opportunity');
    expect(evidence).toMatchObject({
      proofs: { budget: { evidence: 'https://example.nl/minutes', by: 'anna', at: NOW } },
    });
  });

  it('that its stage does not allow is refused with what is possible', async () => {
    const id = await somebody();
    expect(await act(id, QUALIFIED)).toMatchObject({
      result: 'impossible',
      possible: ['accept', 'return', 'call', 'assign', 'note', 'call-back'],
    });
    expect(await actionsOf(table, id)).toEqual([]);
  });

  it('about a closed hand-over is refused', async () => {
    const id = await somebody();
    expect(await act(id, { ...ACCEPT, handover: 2 })).toMatchObject({ result: 'impossible' });
    expect(await act(id, { ...ACCEPT, handover: 1 })).toMatchObject({ result: 'done' });
  });

  it('from a page that showed no answer is refused after an answer, even when the stage allows it', async () => {
    const id = await somebody();
    await act(id, ACCEPT);
    const blind = { ...BACK, by: 'bram', onlyIfOpen: true } as const;
    expect(await act(id, blind)).toMatchObject({
      result: 'impossible',
      lead: { handover: { answer: { by: 'anna' } } },
    });
    const { onlyIfOpen: _, ...seeing } = blind;
    expect(await act(id, seeing)).toMatchObject({ result: 'done', lead: { stage: 'lead' } });
    expect((await actionsOf(table, id))[1]).not.toHaveProperty('onlyIfOpen');
  });

  it('names the missing proofs of an opportunity', async () => {
    const id = await somebody({ stage: 'sql' });
    const { need } = PROVEN.proofs;
    const proofs = { need, budget: { evidence: '  ' } };
    expect(await act(id, { action: 'opportunity', proofs, by: 'anna' })).toEqual({
      result: 'unproven',
      missing: ['budget', 'authority'],
    });
    expect(await stored(id)).toMatchObject({ stage: 'sql', version: 1 });
  });

  it('about an unknown lead finds nothing', async () => {
    expect(await act('nobody' as LeadId, ACCEPT)).toEqual({ result: 'unknown' });
    const erased = await somebody();
    await putLead(table, { id: erased, version: 2, erasedAt: NOW });
    expect(await act(erased, ACCEPT)).toEqual({ result: 'unknown' });
  });
});

describe('an answer that is repeated', () => {
  it.each<[string, ActionRequest, Partial<Lead>]>([
    ['accept', ACCEPT, {}],
    ['return', BACK, {}],
    ['call', CALL, {}],
    ['qualify', QUALIFIED, { stage: 'sal' }],
    ['opportunity', PROVEN, { stage: 'sql' }],
    ['won', { action: 'won', value: 1, by: 'anna' }, { stage: 'opportunity' }],
    ['lost', { action: 'lost', reason: 'No budget', by: 'anna' }, { stage: 'sal' }],
  ])('changes nothing: %s', async (_, asked, more) => {
    const id = await somebody(more);
    expect(await act(id, asked, 'key')).toMatchObject({ result: 'done' });
    const once = await stored(id);
    for (const key of ['key', undefined, 'key']) {
      expect(await act(id, asked, key)).toMatchObject({ result: 'repeated', lead: once });
    }
    expect(await stored(id)).toEqual(once);
    expect(await actionsOf(table, id)).toHaveLength(1);
  });

  it('with the same key changes nothing, whatever happened since', async () => {
    const id = await somebody();
    await act(id, CALL, 'call');
    await act(id, ACCEPT, 'accept');
    await act(id, BACK, 'return');
    for (const [asked, key] of [
      [CALL, 'call'],
      [ACCEPT, 'accept'],
      [BACK, 'return'],
    ] as const) {
      expect(await act(id, asked, key)).toMatchObject({ result: 'repeated' });
    }
    expect(await stored(id)).toMatchObject({ stage: 'lead', actions: 3 });
  });

  it('counts as another call when it comes much later', async () => {
    const id = await somebody();
    await act(id, CALL);
    const later = await actOnLead(system(table, '2026-11-24T15:00:00.000Z'), id, CALL);
    expect(later).toMatchObject({ result: 'done', lead: { actions: 2 } });
  });
});

describe('two answers at once', () => {
  it.each<[string, ActionRequest]>([
    ['of which one is a return', { ...BACK, by: 'bram' }],
    ['that both accept', { ...ACCEPT, by: 'bram' }],
  ])('%s: one wins, the other learns who has it', async (_, other) => {
    const id = await somebody();
    const answers = await Promise.all([act(id, ACCEPT), act(id, other)]);
    const lead = await stored(id);
    expect(answers.filter(({ result }) => result === 'done')).toHaveLength(1);
    const refused = answers.find(({ result }) => result === 'impossible');
    expect(refused).toMatchObject({ lead: { handover: { answer: lead.handover?.answer } } });
    expect(await actionsOf(table, id)).toHaveLength(1);
  });

  it('also when many arrive at once', async () => {
    const id = await somebody();
    const names = ['anna', 'bram', 'cees', 'dora', 'emma'];
    const answers = await Promise.all(names.map((by) => act(id, { ...ACCEPT, by })));
    expect(answers.filter(({ result }) => result === 'done')).toHaveLength(1);
    expect(answers.filter(({ result }) => result === 'impossible')).toHaveLength(4);
    const { handover, actions } = await stored(id);
    expect(actions).toBe(1);
    expect((await actionsOf(table, id))[0]?.by).toBe(handover?.answer?.by);
  });

  it('that are calls are both stored', async () => {
    const id = await somebody();
    const calls = [CALL, { ...CALL, by: 'bram' } as const];
    const answers = await Promise.all(calls.map((call) => act(id, call)));
    expect(answers.map(({ result }) => result)).toEqual(['done', 'done']);
    expect((await actionsOf(table, id)).map(({ number }) => number)).toEqual([1, 2]);
  });
});

describe('an answer during which the process dies', () => {
  const CASES: [string, ActionRequest, Partial<Lead>][] = [
    ['accept', ACCEPT, {}],
    ['return', { ...BACK, reason: 'bad-fit', criterion: 'employees', value: '3' }, {}],
    ['lost', { action: 'lost', reason: 'No budget', by: 'anna' }, { stage: 'sal' }],
  ];

  it.each(CASES)('is done once, or not at all and then on the retry: %s', async (_, asked, more) => {
    const scenario = async (over: (table: Table) => Table, recover: 'stream' | 'person') => {
      const id = await somebody(more);
      const used = over(table);
      await actOnLead(system(used), id, asked).catch((error) => expect(error).toBeInstanceOf(Crash));
      const written = await actionsOf(table, id);
      if (recover === 'stream') {
        if (written.length > 0) await applyActions(system(), id, written);
      } else expect((await act(id, asked)).result).toMatch(/done|repeated/);
      const lead = await stored(id);
      expect(await actionsOf(table, id)).toHaveLength(lead.actions ?? 0);
      expect(lead.actions ?? 0).toBe(recover === 'stream' ? written.length : 1);
      if (lead.actions === 1) expect(lead.version).toBe(2);
      return used;
    };
    const { calls } = (await scenario(countingTable, 'person')) as ReturnType<typeof countingTable>;
    for (let call = 1; call <= calls; call++) {
      for (const when of ['before', 'after'] as const) {
        for (const recover of ['stream', 'person'] as const) {
          await scenario((inner) => crashingTable(inner, call, when), recover);
        }
      }
    }
  });
});

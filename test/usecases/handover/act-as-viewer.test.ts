import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, type Viewer } from '../../../shared/domain/console/viewer.ts';
import type { ActionRequest } from '../../../shared/domain/handover/actions/action.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { actionsOf } from '../../../shared/store/handover/actions.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actAsViewer } from '../../../shared/usecases/handover/act-as-viewer.ts';
import { actFromForm } from '../../../shared/usecases/handover/act-from-form.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { applyActions } from '../../../shared/usecases/handover/apply-actions.ts';
import { handedOver, PROVEN, QUALIFIED } from '../../domain/handover/handed-over.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { playbook } from '../playbook.ts';

let table: Table;
beforeAll(async () => {
  table = await memoryTable();
});

const NOW = '2026-11-24T11:00:00.000Z';
const team = { anna: { name: 'Anna' }, bram: { name: 'Bram' }, carla: { name: 'Carla' } };
const sales = salesSchema.parse({ team, currency: 'CHF' });
const system = () => ({
  ...{ table, now: () => NOW, newToken: () => 'another' },
  playbook: async () => ({ ...playbook, sales }),
});
const anna: Viewer = { email: 'anna@kansrijk.test', name: 'Anna', role: 'sales', member: 'anna' };
const sanne: Viewer = { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' };
const admin: Viewer = { email: 'admin@kansrijk.test', name: 'Ada', role: 'admin' };

let people = 0;
const somebody = async (more: Partial<Lead> = {}) => {
  const id = `D${String(++people).padStart(21, '0')}` as LeadId;
  const { handover, ...lead } = { ...handedOver(), ...more, id, version: 1 };
  await putLead(table, { ...lead, ...(handover && { handover }) });
  return id;
};
const act = (id: LeadId, request: ActionRequest, key?: string) => actOnLead(system(), id, request, key);
const as = (viewer: Viewer, id: LeadId, request: ActionRequest) => actAsViewer(system(), viewer, id, request);
const stored = async (id: LeadId) => (await getLead(table, id)) as Lead;
const by = 'whoever';

describe('whoever is signed in', () => {
  it('acts under their own name, whatever the request says', async () => {
    const id = await somebody();
    expect(await as(anna, id, { action: 'accept', by: 'Donald Duck' })).toMatchObject({ result: 'done' });
    expect(await stored(id)).toMatchObject({ stage: 'sal', handover: { answer: { by: 'anna' } } });
    expect(await as(admin, id, { action: 'call', outcome: 'reached', by })).toMatchObject({ result: 'done' });
    expect((await actionsOf(table, id)).map((one) => one.by)).toEqual(['anna', 'Ada']);
  });

  it('answers for sales only as sales or admin; anybody may note', async () => {
    const id = await somebody();
    await expect(as(sanne, id, { action: 'accept', by })).rejects.toThrow(NotAllowed);
    expect(await as(sanne, id, { action: 'note', text: 'Was at the fair', by })).toMatchObject({
      result: 'done',
    });
    expect(await actionsOf(table, id)).toMatchObject([{ action: 'note', by: 'Sanne' }]);
  });

  it('of sales does nothing with a lead that was never handed over', async () => {
    const { handover: _, ...never } = handedOver({ stage: 'lead' });
    const id = 'E000000000000000000000' as LeadId;
    await putLead(table, { ...never, id, version: 1 });
    await expect(as(anna, id, { action: 'accept', by })).rejects.toThrow(NotAllowed);
    expect(await as(admin, id, { action: 'accept', by })).toMatchObject({ result: 'impossible' });
  });
});

describe('a lead that is given to a colleague', () => {
  it('is theirs, by key, whichever way they were named', async () => {
    const id = await somebody();
    expect(await as(anna, id, { action: 'assign', to: 'Bram', note: 'Knows them', by })).toMatchObject({
      result: 'done',
    });
    expect((await stored(id)).handover).toMatchObject({ status: 'open', owner: 'bram' });
    await act(id, { action: 'accept', by: 'carla' });
    expect((await stored(id)).handover).not.toHaveProperty('owner');
  });

  it('goes to somebody of the team who does not have it, and not to oneself', async () => {
    const id = await somebody({ handover: { ...handedOver().handover, to: 'carla' } });
    for (const [to, because] of [
      ['Donald Duck', 'nobody'],
      ['anna', 'self'],
      ['carla', 'owner'],
    ] as const)
      expect(await as(anna, id, { action: 'assign', to, by })).toMatchObject({
        result: 'invalid',
        problem: { field: 'to', because, team: { anna: {}, bram: {}, carla: {} } },
      });
    expect(await actionsOf(table, id)).toEqual([]);
  });

  it('by two people at the same moment goes to one colleague, and the other sees who and what', async () => {
    const id = await somebody();
    const given = await Promise.all([
      act(id, { action: 'assign', to: 'bram', by: 'anna' }),
      act(id, { action: 'assign', to: 'anna', by: 'carla' }),
    ]);
    expect(given.map(({ result }) => result).sort()).toEqual(['done', 'overtaken']);
    expect(given.find(({ result }) => result === 'overtaken')).toMatchObject({ by: { action: 'assign' } });
    expect(await actionsOf(table, id)).toHaveLength(1);
  });

  it('from a page that did not show an earlier gift is refused', async () => {
    const id = await somebody();
    await act(id, { action: 'assign', to: 'bram', by: 'anna' });
    const late = { action: 'assign', to: 'anna', by: 'carla', seen: 0 } as const;
    expect(await act(id, late)).toMatchObject({ result: 'overtaken', by: { by: 'anna', to: 'bram' } });
    expect(await act(id, { ...late, seen: 1 })).toMatchObject({ result: 'done' });
  });
});

describe('the next call', () => {
  const plan = { action: 'call-back', callAt: '2026-12-01T09:00:00.000Z', by: 'anna' } as const;
  it('is planned ahead, replaced by another and ended by a call', async () => {
    const id = await somebody();
    expect(await act(id, { ...plan, callAt: NOW })).toMatchObject({
      result: 'invalid',
      problem: { because: 'past' },
    });
    for (const callAt of [
      '2029-01-01T00:00:00.000Z',
      '9999-12-31T23:59:00.000Z',
      '+010000-01-01T11:59:00.000Z',
    ])
      expect(await act(id, { ...plan, callAt })).toMatchObject({ problem: { field: 'at', because: 'far' } });
    await act(id, plan);
    await act(id, { ...plan, callAt: '2026-12-02T09:00:00.000Z' });
    expect((await stored(id)).handover?.callBack).toEqual({ at: '2026-12-02T09:00:00.000Z', by: 'anna' });
    await act(id, { action: 'call', outcome: 'reached', by: 'anna' });
    expect((await stored(id)).handover).not.toHaveProperty('callBack');
  });

  it('can be the same again once a call ended it, and is planned once when it is sent twice', async () => {
    const id = await somebody();
    await act(id, plan);
    expect(await act(id, plan)).toMatchObject({ result: 'repeated' });
    await act(id, { action: 'call', outcome: 'not-reached', by: 'anna' });
    expect(await act(id, plan)).toMatchObject({ result: 'done' });
  });
});

describe('what was answered wrong', () => {
  const all = [
    { action: 'accept', by: 'anna' },
    QUALIFIED,
    PROVEN,
    { action: 'won', value: 9, by: 'anna' },
  ] as const;
  it('is corrected by one of two people at once, and the other sees who and what', async () => {
    const id = await somebody();
    for (const one of all) await act(id, one);
    expect((await actionsOf(table, id)).at(-1)).toMatchObject({ value: 9, currency: 'CHF' });
    const corrected = await Promise.all([
      act(id, { action: 'won', value: 90, by: 'anna', replaces: 4 }),
      act(id, { action: 'lost', reason: 'Price', by: 'bram', replaces: 4 }),
    ]);
    expect(corrected.map(({ result }) => result).sort()).toEqual(['done', 'uncorrectable']);
    expect(corrected.find(({ result }) => result === 'uncorrectable')).toMatchObject({
      why: { because: 'corrected', by: { replaces: 4 } },
    });
  });

  it('and sent twice counts once; a lead is reopened once', async () => {
    const id = await somebody();
    for (const one of all) await act(id, one);
    const right = { action: 'won', value: 90, currency: 'USD', by: 'anna', replaces: 4 } as const;
    expect(await act(id, right, 'k')).toMatchObject({
      result: 'done',
      lead: { won: { value: 90, currency: 'USD' } },
    });
    expect(await act(id, right, 'k')).toMatchObject({ result: 'repeated' });
    const again = { action: 'reopen', reason: 'They cancelled', by: 'anna' } as const;
    expect(await act(id, again, 'r')).toMatchObject({ result: 'done', lead: { stage: 'opportunity' } });
    expect(await act(id, again, 'r')).toMatchObject({ result: 'repeated' });
    expect(await act(id, again, 'other')).toMatchObject({ result: 'repeated' });
    expect(await actionsOf(table, id)).toHaveLength(6);
  });

  it('about an earlier hand-over is told again once, whoever applies it and how often, with the traits of then', async () => {
    const id = await somebody();
    const bad = { action: 'return', reason: 'bad-fit', criterion: 'employees', by: 'anna' } as const;
    await act(id, bad);
    const { answer: _, traits, ...closed } = (await stored(id)).handover as Handover;
    const returned = await stored(id);
    const handover = { ...closed, number: 2, status: 'open', openedAt: '2026-11-25T11:00:00.000Z' } as const;
    await putLead(table, { ...returned, version: returned.version + 1, stage: 'mql', handover });
    const right = { action: 'return', reason: 'other', by: 'anna', replaces: 1 } as const;
    const [first, second] = await Promise.all([act(id, right, 'k'), act(id, right, 'k')]);
    expect([first?.result, second?.result].sort()).toEqual(['done', 'repeated']);
    const after = await stored(id);
    expect(after).toMatchObject({
      ...{ stage: 'mql', returned: { reason: 'other' }, handover: { number: 2, status: 'open' } },
      corrected: { traits, was: { reason: 'bad-fit', criterion: 'employees' }, is: { reason: 'other' } },
    });
    expect(after).not.toHaveProperty('judged');
    for (const known of [await actionsOf(table, id), []]) await applyActions(system(), id, known);
    expect(await stored(id)).toEqual(after);
  });

  it('is no repeat once something else was answered: accept after lost says what is', async () => {
    const id = await somebody();
    await act(id, { action: 'accept', by: 'anna' });
    await act(id, { action: 'lost', reason: 'Price', by: 'anna' });
    expect(await act(id, { action: 'accept', by: 'anna' })).toMatchObject({
      ...{ result: 'impossible', lead: { stage: 'lost' }, last: { action: 'lost', by: 'anna' } },
    });
  });
});

describe('a form of an action', () => {
  const send = (id: LeadId, fields: Record<string, string>) =>
    actFromForm(new URLSearchParams(fields), { by: 'anna', timeZone: 'Europe/Amsterdam' }, (request, key) =>
      actAsViewer(system(), anna, id, request, key),
    );

  it('has the fields of the API, and times of the place', async () => {
    const id = await somebody();
    expect(await send(id, { action: 'call-back', at: '2026-12-01T10:00', _key: 'a' })).toEqual({
      ...{ outcome: 'recorded', action: 'call-back', isRepeat: false },
    });
    expect((await stored(id)).handover?.callBack?.at).toBe('2026-12-01T09:00:00.000Z');
    await send(id, { action: 'accept', _key: 'b' });
    expect(await send(id, { action: 'lost', reason: 'Price' })).toMatchObject({ outcome: 'recorded' });
  });

  it('names what is wrong at its field, with what was typed', async () => {
    const id = await somebody();
    for (const [fields, problems] of [
      [{ action: 'call-back', at: 'soon' }, { at: 'moment' }],
      [{ action: 'call-back', at: '2026-01-01T10:00' }, { at: 'past' }],
      [{ action: 'call-back', at: '9999-01-01T10:00' }, { at: 'far' }],
      [{ action: 'won', value: '10000000000000' }, { amount: 'large' }],
      [{ action: 'assign', to: 'anna', note: 'Busy' }, { to: 'self' }],
      [{ action: 'assign', to: '' }, { to: 'choose' }],
      [
        { action: 'won', value: 'much', currency: 'guilders' },
        { amount: 'amount', currency: 'currency' },
      ],
      [{ action: 'note', text: ' ' }, { text: 'missing' }],
    ] as const)
      expect(await send(id, fields as unknown as Record<string, string>)).toMatchObject({
        outcome: 'entered',
        entered: { problems },
      });
    expect(await send(id, { action: 'dance' })).toEqual({ outcome: 'no-form' });
    expect(await actionsOf(table, id)).toEqual([]);
  });
});

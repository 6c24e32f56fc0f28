import { beforeEach, describe, expect, it } from 'vitest';
import { actionConflict } from '../../../shared/contract/actions.ts';
import { leadSummary, problem } from '../../../shared/contract/api.ts';
import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { plus } from '../../../shared/domain/time.ts';
import { actionsOf } from '../../../shared/store/handover/actions.ts';
import { getLead, putLead } from '../../../shared/store/identity/leads.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { type TestApi, testApi } from './api.ts';

const by = 'Anna';
const accept = { action: 'accept', by };
const qualify = {
  action: 'qualify',
  by,
  need: 'less typing',
  urgency: 'this year',
  buyingStage: 'compares',
  decisionMakers: 'Bo',
  budget: 'yes',
};

let api: TestApi;
let id: LeadId;
beforeEach(async () => {
  api = await testApi();
  id = await api.happened('ann@acme.nl', submission('contact', { handRaise: true }));
});

const act = (action: unknown, headers = {}) => api.call('POST', `/leads/${id}/actions`, action, headers);

describe('an action of sales', () => {
  it('returns the lead as it is now', async () => {
    const { status, body } = await act(accept);
    expect(status).toBe(200);
    expect(leadSummary.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      id,
      stage: 'sal',
      handovers: [{ number: 1, status: 'accepted', answer: { by, at: NOW } }],
    });
    expect(JSON.stringify(body)).not.toContain('token');
  });

  it('may lead all the way to a customer', async () => {
    const proofs = {
      need: { evidence: 'mail of 3 May' },
      budget: { evidence: 'https://crm.test/1' },
      authority: { evidence: 'owner' },
    };
    const stages = [];
    for (const action of [
      accept,
      { action: 'call', by, outcome: 'reached' },
      qualify,
      { action: 'opportunity', by, proofs },
      { action: 'won', by, value: 12_500 },
    ]) {
      const { status, body } = await act(action);
      expect(status).toBe(200);
      stages.push(body.stage);
    }
    expect(stages).toEqual(['sal', 'sal', 'sql', 'opportunity', 'customer']);
    expect(await actionsOf(api.table, id)).toMatchObject([
      {},
      {},
      {},
      { proofs: { need: { evidence: 'mail of 3 May', by, at: NOW } } },
      { value: 12_500 },
    ]);
  });

  it('is done once, however often it is repeated', async () => {
    for (const headers of [{ 'idempotency-key': 'call 1' }, { 'idempotency-key': 'call 1' }, {}]) {
      expect((await act(accept, headers)).status).toBe(200);
    }
    expect(await actionsOf(api.table, id)).toHaveLength(1);
    const call = { action: 'call', by, outcome: 'not-reached' };
    await act(call, { 'idempotency-key': 'call 2' });
    api.now = plus(NOW, 86_400_000);
    await act(call, { 'idempotency-key': 'call 2' });
    await act(call, { 'idempotency-key': 'call 3' });
    expect(await actionsOf(api.table, id)).toHaveLength(3);
  });

  it('is refused with the key of another action, at once or later, and done with a new key', async () => {
    const key = { 'idempotency-key': 'call 1' };
    const calls = ['reached', 'not-reached'].map((outcome) => ({ action: 'call', by, outcome }));
    const answers = await Promise.all(calls.map((call) => act(call, key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [note, other] = ['after lunch', 'after tea'].map((note) => ({ ...calls[0], note }));
    const { status, body } = await act(note, key);
    expect([status, body.reason]).toEqual([409, 'key']);
    expect(actionConflict.parse(body)).toEqual(body);
    expect((await act({ action: 'won', by, value: 1 }, key)).body.reason).toBe('key');
    await act(note, { 'idempotency-key': 'call 2' });
    await act(other, { 'idempotency-key': 'call 3' });
    expect(await actionsOf(api.table, id)).toHaveLength(3);
  });

  it('of two people at once is done for one, and refused for the other', async () => {
    const answers = await Promise.all([act(accept), act({ ...accept, by: 'Bram' })]);
    const [won, lost] = answers.sort((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, 409]);
    expect(actionConflict.parse(lost?.body)).toEqual(lost?.body);
    const first = won?.body.handovers[0].answer.by;
    expect(lost?.body).toMatchObject({
      reason: 'accepted',
      answer: { by: first, at: NOW },
      detail: `Already accepted by ${first}, at ${NOW}`,
      stage: 'sal',
      possible: ['return', 'call', 'qualify', 'lost', 'assign', 'note', 'call-back'],
    });
  });

  it('can be corrected by its number, and taken back, with the old one kept', async () => {
    for (const action of [accept, { action: 'lost', by, reason: 'Price' }]) await act(action);
    const { body } = await act(accept);
    expect(body).toMatchObject({ status: 409, stage: 'lost', answer: { action: 'lost', by } });
    expect(actionConflict.parse(body)).toEqual(body);
    expect(await act({ action: 'lost', by, reason: 'Timing', replaces: 2 })).toMatchObject({ status: 200 });
    const again = await act({ action: 'lost', by: 'Bram', reason: 'Budget', replaces: 2 });
    expect(again.body).toMatchObject({ status: 409, reason: 'corrected', answer: { action: 'lost', by } });
    const unknown = await act({ action: 'lost', by, reason: 'Budget', replaces: 9 });
    expect(unknown.body).toMatchObject({
      status: 409,
      reason: 'stage',
      detail: expect.stringContaining('no action'),
    });
    expect((await act({ action: 'reopen', by, reason: 'They called' })).body).toMatchObject({ stage: 'sal' });
    expect(await actionsOf(api.table, id)).toHaveLength(4);
  });

  it('about an earlier hand-over can be corrected to another of its kind', async () => {
    const { body } = await act({ action: 'return', by, reason: 'other' });
    const returned = (await getLead(api.table, id)) as Lead & { handover: Handover };
    const again = { ...returned.handover, number: 2, status: 'open', openedAt: plus(NOW, 1) } as const;
    const { answer: _, ...handover } = again;
    await putLead(api.table, { ...returned, version: returned.version + 1, stage: 'mql', handover });
    const right = { action: 'return', by, reason: 'duplicate', replaces: 1 };
    for (let n = 0; n < 2; n++)
      expect((await act(right, { 'idempotency-key': 'right' })).body).toMatchObject({
        stage: 'mql',
        handovers: [
          { number: 1, answer: { reason: 'duplicate' } },
          { number: 2, status: 'open' },
        ],
      });
    expect(body.handovers).toMatchObject([{ answer: { reason: 'other' } }]);
    const refused = await act({ ...accept, replaces: 2 });
    expect(actionConflict.parse(refused.body)).toEqual(refused.body);
    expect(refused.body).toMatchObject({
      ...{ status: 409, reason: 'stage' },
      detail: expect.stringContaining('about an earlier hand-over'),
    });
    expect(await actionsOf(api.table, id)).toHaveLength(2);
  });

  it('gives no lead to a stranger, and plans no call in the past or far ahead', async () => {
    const given = await act({ action: 'assign', by, to: 'Donald Duck' });
    expect(given.body).toMatchObject({ status: 422, errors: { to: expect.stringContaining('team') } });
    const planned = await act({ action: 'call-back', by, at: '2020-01-01T10:00:00+01:00' });
    expect(planned.body).toMatchObject({ status: 422, errors: { at: 'Give a moment in the future' } });
    const far = await act({ action: 'call-back', by, at: '9999-12-31T23:59:00-12:00' });
    expect(far.body).toMatchObject({ status: 422, errors: { at: 'Give a moment within two years' } });
    const next = await act({ action: 'call-back', by, at: '2028-01-01T10:00:00+01:00' });
    expect(next.body.handovers[0]).toMatchObject({ callBack: { at: '2028-01-01T09:00:00.000Z', by } });
    expect(leadSummary.parse(next.body)).toEqual(next.body);
  });

  it('that the stage does not allow is refused with the possible actions', async () => {
    const { status, type, body } = await act({ action: 'won', by, value: 1 });
    expect([status, type]).toEqual([409, 'application/problem+json']);
    expect(actionConflict.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      reason: 'stage',
      stage: 'mql',
      possible: ['accept', 'return', 'call', 'assign', 'note', 'call-back'],
    });
    expect(await actionsOf(api.table, id)).toEqual([]);
  });

  it('that returns the lead too late is refused by its stage', async () => {
    const proofs = { need: { evidence: 'a' }, budget: { evidence: 'b' }, authority: { evidence: 'c' } };
    for (const action of [accept, qualify, { action: 'opportunity', by, proofs }]) await act(action);
    const { status, body } = await act({ action: 'return', by, reason: 'other' });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      reason: 'stage',
      stage: 'opportunity',
      possible: ['call', 'won', 'lost', 'assign', 'note', 'call-back'],
    });
  });

  it.each([
    ['is not there', {}, ['need', 'budget', 'authority']],
    ['is not there, nor any other', undefined, ['need', 'budget', 'authority']],
    [
      'is empty',
      { need: { evidence: ' ' }, budget: {}, authority: { evidence: 'owner' } },
      ['need', 'budget'],
    ],
  ])('names the proof of an opportunity that %s', async (_, proofs, missing) => {
    await act(accept);
    await act(qualify);
    const { status, body } = await act({ action: 'opportunity', by, proofs });
    expect(status).toBe(422);
    expect(problem.parse(body)).toEqual(body);
    expect(Object.keys(body.errors)).toEqual(missing.map((proof) => `proofs.${proof}.evidence`));
    expect(body.detail).toBe(`Not proven: ${missing.join(', ')}`);
  });

  it.each([
    [{ action: 'dance', by }, ['action']],
    [{ action: 'accept' }, ['by']],
    [{ action: 'accept', by: ' \u0000 ' }, ['by']],
    [{ action: 'return', by }, ['reason']],
    [{ action: 'return', by, reason: 'bored' }, ['reason']],
    [{ action: 'qualify', by, need: 'x' }, ['urgency', 'buyingStage', 'decisionMakers', 'budget']],
    [{ action: 'won', by, value: '12' }, ['value']],
    [{ action: 'won', by, value: -1 }, ['value']],
    [{ action: 'lost', by, reason: 'x'.repeat(501) }, ['reason']],
    [[], ['body']],
  ])('is refused with an error for each field: %j', async (action, fields) => {
    const { status, type, body } = await act(action);
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(Object.keys(body.errors)).toEqual(fields);
  });

  it('may have as many characters as it says, of any script', async () => {
    await act({ ...accept, note: '🎯'.repeat(2_000), by: '👩'.repeat(100) });
    expect(await actionsOf(api.table, id)).toMatchObject([
      { note: '🎯'.repeat(2_000), by: '👩'.repeat(100) },
    ]);
    const { body } = await act({ ...accept, by: '👩'.repeat(101) });
    expect(body.errors).toEqual({ by: 'At most 100 characters' });
  });

  it.each(['AAAAAAAAAAAAAAAAAAAAAA', 'no-id'])('with an unknown lead is not found: %s', async (other) => {
    expect((await api.call('POST', `/leads/${other}/actions`, accept)).status).toBe(404);
  });

  it('with a lead that was erased is not found', async () => {
    await api.call('DELETE', `/leads/${id}`);
    expect((await act(accept)).status).toBe(404);
    expect(await actionsOf(api.table, id)).toEqual([]);
  });

  it('without a key is refused', async () => {
    expect((await act(accept, { authorization: '' })).status).toBe(401);
  });
});

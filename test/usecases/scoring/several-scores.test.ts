import { beforeEach, describe, expect, it } from 'vitest';
import type { SalesAction } from '../../../shared/domain/handover/actions/action.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { scoringSchema } from '../../../shared/domain/scoring/scoring.ts';
import { DAY_MS, plus } from '../../../shared/domain/time.ts';
import type { AnyEvent } from '../../../shared/domain/tracking/event.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import type { Table } from '../../../shared/store/table.ts';
import { putVisitorEvent } from '../../../shared/store/tracking/events.ts';
import { applyAction } from '../../../shared/usecases/handover/apply-actions.ts';
import { readLead } from '../../../shared/usecases/identity/read-lead/read-lead.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { pageView, submission, VISITOR } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { playbook as shipped } from '../playbook.ts';

const START = '2026-11-24T10:00:00.000Z';
const scoring = scoringSchema.parse({
  ...shipped.scoring,
  scores: {
    crm: { name: 'CRM', threshold: 30, to: ['bram'] },
    chat: { name: 'Chat', threshold: 20 },
  },
  rules: [
    { name: 'CRM page', on: 'page', paths: ['/crm/*'], points: 10, for: ['crm'] },
    { name: 'Both', on: 'page', paths: ['/both'], points: 30, for: ['crm', 'chat'] },
    { name: 'Chat page', on: 'page', paths: ['/chat/*'], points: 10, for: ['chat'] },
    ...shipped.scoring.rules,
  ],
});
const person = (name: string) => ({ name, away: [] });
const sales = { ...shipped.sales, team: { anna: person('Anna'), bram: person('Bram') }, routing: [] };
const playbook = { ...shipped, scoring, sales };

let table: Table;
let now = START;
beforeEach(async () => {
  table = await memoryTable();
  now = START;
});
const system = () => ({
  ...{ table, now: () => now, playbook: async () => playbook, newToken: () => 'token', hideBeginnings },
});
const id = 'C000000000000000000001' as LeadId;

async function tell(...events: AnyEvent[]): Promise<Lead> {
  await scoreLead(system(), id, events);
  return (await getLead(table, id)) as Lead;
}
const view = (path: string) => pageView(path, { at: now, receivedAt: now });
const form = () =>
  submission('whitepaper', { at: now, receivedAt: now, email: 'ann@werk.nl', values: { employees: '50' } });

async function sendBack(): Promise<void> {
  const lead = (await getLead(table, id)) as Lead;
  const { token: _, ...handover } = lead.handover ?? {};
  const action = { action: 'return', reason: 'not-ready', note: '', by: 'bram', at: now, key: 'k', handover };
  await applyAction(system(), lead, { ...action, number: (lead.actions ?? 0) + 1 } as unknown as SalesAction);
}

describe('a lead with scores beside the total', () => {
  it('is handed over when one reaches its threshold, which the hand-over names, to its people', async () => {
    await tell(form());
    expect(await tell(view('/crm/1'), view('/crm/2'))).not.toHaveProperty('handover');
    const lead = await tell(view('/crm/3'));
    expect(lead).toMatchObject({ stage: 'mql', readiness: 'ready', score: 32 });
    expect(lead.handover).toMatchObject({
      reason: 'threshold',
      scores: { crm: 30 },
      to: 'bram',
      via: 'score CRM',
    });
  });

  it('has one hand-over when several cross at once, and none more for the next', async () => {
    await tell(form());
    const lead = await tell(view('/both'));
    expect(lead.handover).toMatchObject({ number: 1, scores: { crm: 30, chat: 30 } });
    expect((await tell(view('/chat/1'), view('/chat/2'))).handover?.number).toBe(1);
  });

  it('needs new points for the score itself after a return', async () => {
    await tell(form());
    await tell(view('/crm/1'), view('/crm/2'), view('/crm/3'));
    now = plus(START, 1_000);
    await sendBack();
    now = plus(START, DAY_MS);
    expect(
      await tell(
        view('/guides/1'),
        view('/guides/2'),
        view('/guides/3'),
        view('/guides/4'),
        view('/guides/5'),
      ),
    ).toMatchObject({ stage: 'lead', readiness: 'not-ready' });
    expect((await tell(view('/chat/1'))).stage).toBe('lead');
    const again = await tell(view('/chat/2'));
    expect(again.handover).toMatchObject({ number: 2, scores: { chat: 20 } });
  });

  it('that was returned on a day of many points gets new points of that day counted for each score', async () => {
    await tell(form());
    await tell(...Array.from({ length: 12 }, (_, n) => view(`/crm/${n}`)));
    now = plus(START, 1_000);
    await sendBack();
    const returned = (await getLead(table, id)) as Lead;
    expect(returned.returned).toMatchObject({ of: { crm: 100 } });
    now = plus(START, 2_000);
    expect((await tell(view('/crm/20'))).handover).toMatchObject({ number: 2, scores: { crm: 100 } });
  });

  it('shows each with its explanation', async () => {
    const visits = ['/crm/1', '/chat/1', '/chat/1'].map(view);
    for (const visit of visits) await putVisitorEvent(table, visit, 9_999_999_999);
    await tell(form());
    await linkVisitor(table, VISITOR, id, { at: now, due: now });
    const { points } = await tell(...visits);
    expect(points.of).toEqual({
      crm: { daily: { '2026-11-24': 10 }, window: {} },
      chat: { daily: { '2026-11-24': 10 }, window: {} },
    });
    expect((await readLead(system(), id))?.scores).toMatchObject({
      crm: { name: 'CRM', threshold: 30, total: 10, ledger: [{ rule: 'CRM page', points: 10 }] },
      chat: { name: 'Chat', threshold: 20, total: 10, ledger: [{ rule: 'Chat page' }] },
    });
  });
});

describe('a lead under a playbook without other scores', () => {
  it('holds nothing of them', async () => {
    const plain = { ...system(), playbook: async () => shipped };
    await scoreLead(plain, id, [form(), view('/crm/1')]);
    const lead = (await getLead(table, id)) as Lead;
    expect(lead.points).not.toHaveProperty('of');
    expect(await readLead(plain, id)).not.toHaveProperty('scores');
  });
});

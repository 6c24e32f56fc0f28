import { beforeEach, describe, expect, it } from 'vitest';
import { salesSchema } from '../../../shared/domain/handover/routing/sales-rules.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { putAbsences } from '../../../shared/store/handover/absences.ts';
import { companyOwner } from '../../../shared/store/handover/company-owners.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import type { Table } from '../../../shared/store/table.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import { eraseLead } from '../../../shared/usecases/identity/erase-lead.ts';
import type { ScoringSystem } from '../../../shared/usecases/lead-system.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { NOW, submission } from '../../domain/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { countingTable, crashingTable } from '../faulty-table.ts';
import { hideBeginnings } from '../hide-beginnings.ts';
import { jobsOf } from '../job-system.ts';
import { playbook as small } from '../playbook.ts';

const team = { anna: { name: 'Anna' }, bram: { name: 'Bram' }, carla: { name: 'Carla' } };
const away = [{ from: '2026-11-23', to: '2026-11-23' }];

let table: Table;
let playbook: Playbook;
let tokens: number;
let people: number;
beforeEach(async () => {
  table = await memoryTable();
  playbook = withSales({ team });
  tokens = 0;
  people = 0;
});

describe('a lead that is handed over', () => {
  it('goes to everybody by round robin', async () => {
    const leads = [];
    for (const company of ['a.nl', 'b.nl', 'c.nl', 'd.nl']) leads.push(await handOver(`ann@${company}`));
    expect(leads.map(({ to }) => to)).toEqual(['anna', 'bram', 'carla', 'anna']);
    expect(leads.every(({ via }) => via === 'turn')).toBe(true);
  });

  it('goes to others while somebody is away who said so in the console', async () => {
    await putAbsences(table, 'anna', away);
    const leads = [];
    for (const company of ['a.nl', 'b.nl', 'c.nl']) leads.push(await handOver(`ann@${company}`));
    expect(leads.map(({ to }) => to)).toEqual(['bram', 'carla', 'bram']);
  });

  it('goes to everybody equally often when many come at once', async () => {
    const leads = await Promise.all(Array.from({ length: 9 }, (_, index) => handOver(`ann@c${index}.nl`)));
    expect(leads.map(({ to }) => to).sort()).toEqual(
      ['anna', 'bram', 'carla'].flatMap((one) => [one, one, one]),
    );
  });

  it('goes to the owner of its company, also when colleagues come at once', async () => {
    const [one, two] = await Promise.all([handOver('ann@same.nl'), handOver('bob@same.nl')]);
    expect(one.to).toBe(two.to);
    expect(await handOver('cor@same.nl')).toMatchObject({ to: one.to, via: 'company' });
  });

  it('takes along what is kept about its company when it is erased, unless a colleague brought that', async () => {
    const first = await handOver('ann@same.nl');
    const second = await handOver('bob@same.nl');
    const erases = (id: LeadId) =>
      eraseLead(
        jobsOf(table, () => NOW),
        id,
      );
    await erases(second.id);
    expect(await companyOwner(table, 'same.nl')).toMatchObject({ person: first.to });
    await erases(first.id);
    expect(await companyOwner(table, 'same.nl')).toBeUndefined();
  });

  it('has no colleagues at a free mail address', async () => {
    await handOver('ann@gmail.com');
    expect(await handOver('bob@gmail.com')).toMatchObject({ to: 'bram', via: 'turn' });
    expect(await companyOwner(table, 'gmail.com')).toBeUndefined();
  });

  it('goes to whoever accepted a colleague last', async () => {
    const { id } = await handOver('ann@same.nl');
    await actOnLead(system(), id, { action: 'accept', by: 'Carla' });
    expect(await handOver('bob@same.nl')).toMatchObject({ to: 'carla', via: 'company' });
  });

  it('keeps the owner of its company when somebody outside the team accepts', async () => {
    const { id } = await handOver('ann@same.nl');
    await actOnLead(system(), id, { action: 'accept', by: 'Somebody else' });
    expect(await handOver('bob@same.nl')).toMatchObject({ to: 'anna', via: 'company' });
  });

  it('goes to somebody present on the next working day, and its company keeps its owner', async () => {
    // The builders' now is a Sunday: somebody away on Monday cannot take it.
    await handOver('ann@same.nl');
    playbook = withSales({ team: { ...team, anna: { name: 'Anna', away } } });
    expect((await handOver('bob@same.nl')).to).toBe('bram');
    playbook = withSales({ team });
    expect(await handOver('cor@same.nl')).toMatchObject({ to: 'anna', via: 'company' });
  });

  it('goes to somebody else when the owner of its company left', async () => {
    await handOver('ann@same.nl');
    playbook = withSales({ team: { bram: { name: 'Bram' } } });
    expect(await handOver('bob@same.nl')).toMatchObject({ to: 'bram', via: 'turn' });
    playbook = withSales({ team });
    expect(await handOver('cor@same.nl')).toMatchObject({ to: 'bram', via: 'company' });
  });

  it('goes to its previous owner again', async () => {
    const { id } = await handOver('ann@gmail.com');
    await actOnLead(system(), id, { action: 'return', reason: 'not-ready', by: 'bram' });
    const later = '2026-11-22T13:00:00.000Z';
    await score(
      id,
      submission('contact', { email: 'ann@gmail.com', handRaise: true, at: later, receivedAt: later }),
    );
    expect(await handoverOf(id)).toMatchObject({ number: 2, to: 'bram', via: 'again' });
  });

  it('is routed by its pages only when a rule looks at them', async () => {
    const counting = countingTable(table);
    await handOver('ann@a.nl', {}, { table: counting });
    const without = counting.calls;
    counting.calls = 0;
    playbook = withSales({ team, routing: [{ when: { page: ['/pricing'] }, to: ['carla'] }] });
    await handOver('ann@b.nl', {}, { table: counting });
    expect(counting.calls).toBeGreaterThan(without);
  });

  it('is routed by its answers', async () => {
    playbook = withSales({ team, routing: [{ when: { postcode: ['3000-3999'] }, to: ['carla'] }] });
    const given = await handOver('ann@a.nl', { values: { postcode: '3511 AB' } });
    expect(given).toMatchObject({ to: 'carla', via: 'postcode 3000-3999' });
  });

  it('goes to nobody without a team', async () => {
    playbook = withSales({ team: {} });
    expect(await handOver('ann@a.nl')).not.toHaveProperty('to');
    const { sales: _, ...old } = small;
    playbook = old as Playbook;
    expect(await handOver('bob@b.nl')).not.toHaveProperty('to');
  });

  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'goes to one person of its company when the process dies at call %i',
    async (call) => {
      const id = newLead();
      const event = hand('ann@same.nl');
      await score(id, event, { table: crashingTable(table, call, 'after') }).catch(() => {});
      await score(id, event);
      const { to } = await handoverOf(id);
      expect(Object.keys(team)).toContain(to);
      expect((await handOver('bob@same.nl')).to).toBe(to);
    },
  );
});

function withSales(sales: object): Playbook {
  return { ...small, sales: salesSchema.parse(sales) };
}

function system(more: Partial<ScoringSystem> = {}): ScoringSystem {
  return {
    table,
    now: () => NOW,
    playbook: async () => playbook,
    newToken: () => `token-${++tokens}`,
    hideBeginnings,
    ...more,
  };
}

function newLead(): LeadId {
  return `${String(++people)}${'A'.repeat(22)}`.slice(0, 22) as LeadId;
}

function hand(email: string, more: Partial<Submission> = {}): Submission {
  return submission('contact', { handRaise: true, email, ...more });
}

async function score(id: LeadId, event: Submission, more: Partial<ScoringSystem> = {}): Promise<void> {
  await scoreLead(system(more), id, [event]);
}

async function handOver(email: string, more: Partial<Submission> = {}, other: Partial<ScoringSystem> = {}) {
  const id = newLead();
  await score(id, hand(email, more), other);
  return { id, ...(await handoverOf(id)) };
}

async function handoverOf(id: LeadId) {
  const { handover } = (await getLead(table, id)) as Lead;
  if (handover === undefined) throw new Error('No hand-over was opened');
  return handover;
}

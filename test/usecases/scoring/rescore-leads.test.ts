import { beforeAll, describe, expect, it } from 'vitest';
import type { RescoreOrder } from '../../../shared/contract/rescore.ts';
import type { FitRules } from '../../../shared/domain/fit/fit-rules.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { getLead } from '../../../shared/store/identity/leads.ts';
import { currentPlaybook } from '../../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../../shared/store/table.ts';
import type { LeadSystem } from '../../../shared/usecases/lead-system.ts';
import { publishPlaybook } from '../../../shared/usecases/playbook/publish-playbook/publish-playbook.ts';
import { rescoreLeads } from '../../../shared/usecases/scoring/rescore-leads.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { newSignedTable } from '../../store/new-table.ts';
import { compiled, playbook } from '../playbook.ts';

let table: Table;
let system: LeadSystem;
beforeAll(async () => {
  table = await newSignedTable();
  const current = async (atLeast = 0) => (await currentPlaybook(table, atLeast)) ?? playbook;
  system = { table, now: () => NOW, playbook: current, newToken: () => 'token' };
});

const { version: _, ...content } = playbook;

/** Publishes the playbook with another ideal customer, and carries out all its orders. */
async function publish(fit: Partial<FitRules>): Promise<void> {
  const orders: RescoreOrder[] = [];
  const queue = { sendAll: async (all: readonly RescoreOrder[]) => void orders.push(...all) };
  const next = compiled({ ...content, fit: { ...content.fit, ...fit } });
  await publishPlaybook({ table, now: () => NOW, orders: queue }, next);
  const send = async (order: RescoreOrder) => void orders.push(order);
  for (const order of orders) await rescoreLeads({ ...system, orders: { send } }, order);
}

const lead = async () => (await getLead(table, LEAD)) as Lead;

describe('a lead, when the ideal customer changes', () => {
  it('gets a new fit and stage when the playbook is published', async () => {
    await publish({});
    const values = { employees: '50', sector: 'Retail' };
    await scoreLead(system, LEAD, [submission('whitepaper', { values })]);
    expect(await lead()).toMatchObject({ fit: 'good', stage: 'lead', playbook: 1 });

    await publish({ sectors: { bad: ['retail'] } });
    expect(await lead()).toMatchObject({ fit: 'bad', stage: 'name', playbook: 2 });

    await publish({ sectors: { good: ['software'], required: true } });
    expect(await lead()).toMatchObject({ fit: 'unknown', playbook: 3 });

    await publish({ sectors: { good: ['retail'], required: true } });
    expect(await lead()).toMatchObject({ fit: 'good', stage: 'lead', playbook: 4 });
  });
});

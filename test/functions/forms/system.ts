import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { FormsSystem } from '../../../functions/forms/request.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { withAnswers } from '../../../shared/domain/lifecycle/profile.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import { leadIdFrom } from '../../../shared/gateways/lead-id.ts';
import { loadPlaybook } from '../../../shared/playbook/load.ts';
import type { Playbook } from '../../../shared/playbook/playbook.ts';
import { leadEvents } from '../../../shared/store/history.ts';
import { putLead } from '../../../shared/store/leads.ts';
import { link } from '../../../shared/store/links.ts';
import { putProfile } from '../../../shared/store/profiles.ts';
import { sdkTable } from '../../../shared/store/sdk-table.ts';
import type { Table } from '../../../shared/store/table.ts';
import { lead, NOW, submission } from '../../domain/builders.ts';
import { testTable } from '../../store/endpoint.ts';

const loaded = loadPlaybook(join(import.meta.dirname, '../../../shared/playbook'));
if (!loaded.ok) throw new Error('The shipped playbook has mistakes: npm run playbook:check');
export const playbook: Playbook = { ...loaded.content, version: 1 };
const leadId = leadIdFrom('test');

/** The forms function over a table of its own, with ways to look into it. */
export async function testSystem() {
  const { tableName, client } = await testTable();
  const table = sdkTable(tableName, client);
  const complaints: string[] = [];
  const system: FormsSystem = {
    table,
    late: { send: async () => {} },
    playbook: async () => playbook,
    leadId,
    now: () => NOW,
    newId: randomUUID,
    publicUrl: 'https://leads.example',
    websiteUrl: 'https://www.example.com',
    complain: (message) => complaints.push(message),
  };
  const keptOf = async (email: string) => (await leadEvents(table, leadId(email))) as Submission[];
  return { system, complaints, keptOf, known: (values: Record<string, string>) => known(table, values) };
}

/** A lead with a profile, in a browser that is linked to it. */
async function known(table: Table, values: Record<string, string>) {
  const email = `known-${randomUUID()}@acme.example`;
  const id = leadId(email);
  const visitor = `v-${randomUUID()}` as VisitorId;
  const profile = withAnswers(undefined, id, submission('demo', { email, values }));
  await link(table, visitor, id, NOW);
  await putProfile(table, { ...profile, version: 1 });
  await putLead(table, lead({ id, mail: 'granted' }));
  return { email, visitor };
}

/** A table that refuses everything. */
export const refusingTable: Table = {
  name: 'refusing',
  call: () => Promise.reject(new Error('Throttled')),
};

export const refusingQueue = { send: () => Promise.reject(new Error('Down')) };

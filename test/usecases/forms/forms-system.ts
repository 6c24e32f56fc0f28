import { randomUUID } from 'node:crypto';
import type { FormsSystem } from '../../../functions/forms/request.ts';
import type { VisitorId } from '../../../shared/domain/identity/ids.ts';
import { withCapture, withConfirmation } from '../../../shared/domain/identity/profile.ts';
import { soleAsker } from '../../../shared/domain/identity/trust.ts';
import { plus } from '../../../shared/domain/time.ts';
import type { Submission } from '../../../shared/domain/tracking/event.ts';
import { budgetKeysFrom } from '../../../shared/gateways/identity/budget-keys.ts';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import type { LateItem } from '../../../shared/gateways/tracking/late-queue.ts';
import { putLead } from '../../../shared/store/identity/leads.ts';
import { linkVisitor } from '../../../shared/store/identity/links.ts';
import { putProfile } from '../../../shared/store/identity/profiles.ts';
import type { Table } from '../../../shared/store/table.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { withLook } from '../../../shared/usecases/look/current-look.ts';
import { lead, NOW, submission } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../playbook/shipped-playbook.ts';
import { memoryTable } from '../../store/memory-table.ts';

export const leadId = leadIdFrom('test');

/** The forms function with a table of its own, and ways to inspect it. */
export async function testSystem() {
  const table = await memoryTable();
  const complaints: string[] = [];
  const late: LateItem[] = [];
  let time = NOW;
  const { source, look } = withLook(async () => shippedPlaybook, 'https://www.example.com');
  const system: FormsSystem = {
    table,
    late: { send: async (event) => void late.push(event) },
    forms: source,
    leadId,
    budgetsOf: budgetKeysFrom('test'),
    now: () => time,
    newId: randomUUID,
    publicUrl: 'https://leads.example',
    websiteUrl: 'https://www.example.com',
    look,
    complain: (message) => complaints.push(message),
  };
  return {
    system,
    complaints,
    late,
    /** Moves the clock forward. */
    pass: (milliseconds: number) => {
      time = plus(time, milliseconds);
    },
    keptOf: async (email: string) => (await leadEvents(table, leadId(email))) as Submission[],
    known: (values?: Record<string, string>) => known(table, values, { isConfirmed: true }),
    /** The same, when nobody clicked in a mail yet; `crm` is what another system said. */
    unconfirmed: (values?: Record<string, string>, crm?: Record<string, string>) =>
      known(table, values, { isConfirmed: false, crm }),
  };
}

/** A new address. */
export const somebody = () => `ann-${randomUUID()}@acme.example`;
export const newVisitor = () => `v-${randomUUID()}` as VisitorId;

/** A lead with a profile and a linked browser. */
async function known(
  table: Table,
  values: Record<string, string> = {},
  { isConfirmed, crm = {} }: { isConfirmed: boolean; crm?: Record<string, string> | undefined },
) {
  const email = somebody();
  const id = leadId(email);
  const visitor = newVisitor();
  const base = { id: 'before', at: NOW, receivedAt: NOW };
  const form = withCapture(undefined, id, submission('demo', { ...base, email, values, visitor }));
  const asked = withCapture(form, id, { ...base, type: 'import', source: 'crm', email, values: crm });
  const voice = soleAsker(asked) as string;
  const click = { ...base, type: 'mail-consent', to: 'granted', how: 'confirmation', voice } as const;
  await linkVisitor(table, visitor, id, { at: NOW, due: NOW });
  await putProfile(table, { ...(isConfirmed ? withConfirmation(asked, click) : asked), version: 1 });
  await putLead(table, lead({ id, mail: isConfirmed ? 'granted' : 'pending' }));
  return { email, visitor };
}

/** A table that refuses everything. */
export const refusingTable: Table = {
  name: 'refusing',
  call: () => Promise.reject(new Error('Throttled')),
};

export const refusingQueue = { send: () => Promise.reject(new Error('Down')) };

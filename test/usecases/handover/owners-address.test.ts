import { beforeEach, describe, expect, it } from 'vitest';
import { putPerson } from '../../../shared/store/console/people.ts';
import { putLeadEvent } from '../../../shared/store/tracking/events.ts';
import { actOnLead } from '../../../shared/usecases/handover/act-on-lead.ts';
import {
  type Notification,
  type NotificationTrigger,
  notifySales,
} from '../../../shared/usecases/handover/notify-sales.ts';
import { withOwnersAddress } from '../../../shared/usecases/handover/owners-address.ts';
import { scoreLead } from '../../../shared/usecases/scoring/score-lead/score-lead.ts';
import { LEAD, NOW, submission } from '../../domain/builders.ts';
import { shippedPlaybook } from '../../web/handover/dossier/example.ts';
import { jobsOf } from '../job-system.ts';
import { metered } from '../metered-table.ts';
import { SalesOffice } from './sales-office.ts';

const given: NotificationTrigger = { kind: 'assigned', lead: LEAD, at: NOW, number: 1, action: 2 };

let office: SalesOffice;
beforeEach(async () => {
  office = await SalesOffice.opens(NOW);
  const event = submission('contact', { at: NOW, receivedAt: NOW, handRaise: true });
  await putLeadEvent(office.table, LEAD, event);
  await scoreLead(office.system(), LEAD, [event]);
  await actOnLead(office.system(), LEAD, { action: 'accept', by: 'bram' });
  await actOnLead(office.system(), LEAD, { action: 'assign', by: 'bram', to: 'anna' });
});

/** The address of whose lead it is, in what a channel is told. */
async function addressIn(trigger: NotificationTrigger): Promise<string | undefined> {
  const heard: Notification[] = [];
  const system = {
    ...{ ...office.system(), ...jobsOf(office.table, () => NOW), country: 'NL', reportTrouble: () => {} },
    channels: { own: async (about: readonly Notification[]) => void heard.push(...about) },
  };
  expect(await notifySales(system, trigger)).toBe('done');
  return heard[0]?.playbook.sales.team.anna?.email;
}

const person = (email: string, member: string) =>
  putPerson(office.table, email.slice(0, 4), {
    ...{ email, member, name: 'Anna', role: 'sales' as const },
    ...{ addedBy: 'admin@console.test', addedAt: NOW },
  });

describe('whoever is given a lead by a colleague', () => {
  it('is told at the address of the console when the playbook has none', async () => {
    await person('anna@console.test', 'anna');
    await person('bram@console.test', 'bram');
    expect(await addressIn(given)).toBe('anna@console.test');
  });

  it('is told by all of sales when nobody knows an address', async () => {
    await person('bram@console.test', 'bram');
    expect(await addressIn(given)).toBeUndefined();
  });

  it('of a lead that all of sales hears of has no other address than before', async () => {
    await person('anna@console.test', 'anna');
    expect(await addressIn({ kind: 'raised', lead: LEAD, at: NOW })).toBeUndefined();
  });

  it('costs no read when the playbook has an address, or nobody has the lead', async () => {
    const table = metered(office.table);
    const playbook = shippedPlaybook();
    const { anna } = playbook.sales.team;
    const team = { anna: { ...anna, name: 'Anna', away: [], email: 'anna@sales.test' } };
    const known = { ...playbook, sales: { ...playbook.sales, team } };
    for (const owner of ['anna', 'somebody'])
      expect(await withOwnersAddress(table, { handover: { owner } as never, playbook: known })).toBe(known);
    expect(table.read).toBe(0);
  });
});

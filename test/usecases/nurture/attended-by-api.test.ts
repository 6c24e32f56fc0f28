import { expect, it } from 'vitest';
import { leadIdFrom } from '../../../shared/gateways/identity/lead-id.ts';
import { leadEvents } from '../../../shared/store/tracking/history.ts';
import { createLead } from '../../../shared/usecases/identity/create-lead.ts';
import { NOW } from '../../domain/builders.ts';
import { webinar } from '../../domain/nurture/event/builders.ts';
import { memoryTable } from '../../store/memory-table.ts';
import { playbook } from '../playbook.ts';

it('another system says who came to an event, and is told of names that the playbook does not have', async () => {
  const table = await memoryTable();
  const leadId = leadIdFrom('key of tests');
  const system = {
    ...{ table, leadId, now: () => NOW, newId: () => 'one' },
    playbook: async () => ({ ...playbook, events: { talk: webinar } }),
  };
  const person = { email: 'ann@example.nl', source: 'webinars', profile: {}, proofs: {} };
  const told = await createLead(system, { ...person, attended: ['talk', 'constructor'] });
  expect(told).toMatchObject({
    result: 'accepted',
    ignored: [{ field: 'attended', reason: 'The playbook has no event of this name' }],
  });
  expect(await leadEvents(table, leadId('ann@example.nl'))).toMatchObject([
    { type: 'import', attended: ['talk'] },
  ]);
  expect(await createLead(system, { ...person, attended: ['talk'] }, 'key')).toMatchObject({ ignored: [] });
  expect(await createLead(system, person)).toMatchObject({ ignored: [] });
});

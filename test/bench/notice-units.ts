import type { UsageReport } from '../../infra/local/gateway/usage.ts';
import { Person, type System, startSystem } from '../journeys/system.ts';
import type { Measurement } from './measurement.ts';

const ATTEMPTS = 5;

interface Units {
  read: number;
  write: number;
}

/** What one notice to sales by mail and Slack costs in units of DynamoDB. */
export async function measureNoticeUnits(): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    const person = new Person(system);
    await person.sendsIn('contact', { name: 'Ann', message: 'Call me' });
    // Until nothing else is due, such as the second look at the link of the browser.
    await system.advance('10m');
    const { id } = await system.lead(person.email);
    const atOnce = await cost(system, id);
    const later = await cost(system, id, 'slack');
    return [
      {
        what: 'notice to sales, writes',
        value: atOnce.write,
        unit: 'write units',
        reach: 4,
        detail: `and ${atOnce.read} read units; ${later.write} writes when Slack takes it a minute later`,
      },
    ];
  } finally {
    await system.stop();
  }
}

/** The units of telling sales of a raised hand, from the event on, over a channel that may refuse at first. */
async function cost(system: System, leadId: string, refusing?: 'slack'): Promise<Units> {
  const invoke = (event: object) =>
    system.local('/invoke/notify', { method: 'POST', body: JSON.stringify(event) });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const at = new Date(system.twin.clock.now()).toISOString();
    const fault = { service: refusing, kind: 'throttle' };
    if (refusing) await system.local('/faults', { method: 'POST', body: JSON.stringify(fault) });
    const before = await messages(system);
    await system.local('/usage', { method: 'DELETE' });
    await invoke({ 'detail-type': 'HandRaised', detail: { id: 'bench', leadId, at, stage: 'mql' } });
    if (refusing) {
      await system.twin.clock.advance(60_000, [], async () => {});
      await invoke({ shard: 0 });
    }
    await system.settled();
    const { units, invocations } = await system.local<UsageReport>('/usage');
    if ((await messages(system)) !== before + 2) throw new Error('Sales was not told over both channels');
    const parts = Object.values(units);
    const sum = (kind: keyof Units) => parts.reduce((total, part) => total + part[kind], 0);
    if (invocations.timers === undefined) return { read: sum('read'), write: sum('write') };
  }
  throw new Error('Each measurement was disturbed by a scheduled run');
}

async function messages(system: System): Promise<number> {
  const mails = await system.local<unknown[]>('/mails?to=sales@kansrijk.test');
  return mails.length + (await system.local<unknown[]>('/slack')).length;
}

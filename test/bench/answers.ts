import { Person, type System, startSystem } from '../journeys/system.ts';
import type { Measurement } from './measurement.ts';
import { cost, type Units } from './units.ts';

const by = 'Anna';
const ACCEPT = { action: 'accept', by };
const CALL = { action: 'call', outcome: 'reached', by };
const QUALIFY = {
  ...{ action: 'qualify', need: 'Fewer leads that come back', urgency: 'This quarter', by },
  ...{ buyingStage: 'Compares three suppliers', decisionMakers: 'The director', budget: '20,000 a year' },
};
const OPPORTUNITY = {
  action: 'opportunity',
  proofs: {
    need: { evidence: 'Showed us the list of returned leads' },
    budget: { evidence: 'https://example.nl/minutes-of-the-board' },
    authority: { evidence: 'Signs such contracts herself' },
  },
  by,
};
const back = (reason: string) => ({ action: 'return', reason, by, note: 'Asked to be called in spring' });

/** The answers each lead gets; each is measured. */
const LIVES = [
  [ACCEPT, CALL, QUALIFY, OPPORTUNITY, { action: 'won', value: 12_000, by }],
  [ACCEPT, { action: 'lost', reason: 'Chose somebody else', by }],
  [back('not-ready')],
  [ACCEPT, back('unreachable')],
  [{ ...back('bad-fit'), criterion: 'employees', value: '3' }],
];

/** What an answer of sales costs over the API, all functions together: the most expensive, and each. */
export async function measureAnswers(): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    // Warm the caches that functions keep for a minute.
    for (const life of LIVES) await live(system, life);
    const all: [string, Units][] = [];
    for (const life of LIVES) all.push(...(await live(system, life)));
    const most = (kind: 'read' | 'write') => Math.max(...all.map(([, units]) => units[kind]));
    const each = (kind: 'read' | 'write') => all.map(([name, units]) => `${name} ${units[kind]}`).join(', ');
    return [
      {
        ...{ what: 'answer of sales, writes', value: most('write'), unit: 'write units', reach: 10 },
        detail: each('write'),
      },
      {
        ...{ what: 'answer of sales, reads', value: most('read'), unit: 'read units', reach: 6 },
        detail: each('read'),
      },
    ];
  } finally {
    await system.stop();
  }
}

/** A lead that raised its hand, with what each answer costs. */
async function live(system: System, life: readonly object[]): Promise<[string, Units][]> {
  const person = new Person(system);
  await person.sendsIn('whitepaper');
  await person.sendsIn('contact', { name: 'Noor Jansen', message: 'Please call me' });
  await system.settled();
  const { id } = await system.lead(person.email);
  const costs: [string, Units][] = [];
  for (const asked of life as { action: string; reason?: string }[]) {
    const units = await cost(system, async () => {
      await system.api(`/api/leads/${id}/actions`, { method: 'POST', body: JSON.stringify(asked) });
    });
    costs.push([asked.action === 'return' ? `return ${asked.reason}` : asked.action, units]);
  }
  return costs;
}

import { randomUUID } from 'node:crypto';
import type { UsageReport } from '../../infra/local/gateway/usage.ts';
import { DUE_SHARDS } from '../../shared/contract/table.ts';
import { Person, type System, startSystem } from '../journeys/system.ts';
import { type Measurement, rounded } from './measurement.ts';

const HISTORIES = [10, 100, 1_000, 10_000];
const BATCH = 200;

export interface Units {
  read: number;
  write: number;
  /** The functions that were invoked. */
  woken: string[];
}

/**
 * What a page view of an anonymous visitor, its link to a lead, and an event of a known lead cost in units of
 * DynamoDB, all functions together.
 */
export async function measureUnits(): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    // Until the leads are rescored by the playbook that was just published, and the directory of them is made.
    await system.advance('20m');
    const stranger = await cost(system, async () => void (await new Person(system).reads('/pricing')));
    const linked = await costOfSecondLook(system);
    const known: Units[] = [];
    for (const events of HISTORIES) known.push(await costOfKnown(system, events));
    const most = (kind: 'read' | 'write') => Math.max(...known.map((units) => units[kind]));
    const least = (kind: 'read' | 'write') => Math.min(...known.map((units) => units[kind]));
    const each = (kind: 'read' | 'write') =>
      `${known.map((units) => units[kind]).join(', ')} after ${HISTORIES.join(', ')} events`;
    return [
      {
        what: 'page view of an unknown visitor, writes',
        value: stranger.write,
        unit: 'write units',
        reach: 1,
      },
      { what: 'page view of an unknown visitor, reads', value: stranger.read, unit: 'read units', reach: 0 },
      {
        what: 'page view of an unknown visitor, functions',
        value: stranger.woken.length,
        unit: 'functions that run',
        reach: 1,
        detail: stranger.woken.join(', '),
      },
      {
        what: 'second look at the link of a visitor, once',
        value: linked.write,
        unit: 'write units',
        reach: 3,
        detail: `and ${linked.read} read units`,
      },
      {
        what: 'event of a known lead, writes',
        value: most('write'),
        unit: 'write units',
        reach: 5,
        detail: each('write'),
      },
      {
        what: 'event of a known lead, reads',
        value: most('read'),
        unit: 'read units',
        reach: 4,
        detail: each('read'),
      },
      {
        what: 'event of a known lead, growth with its history',
        value: rounded((most('write') + most('read')) / (least('write') + least('read'))),
        unit: '× the cheapest',
        reach: 1.1,
      },
      ...money(stranger),
    ];
  } finally {
    await system.stop();
  }
}

/** The follow-up in the minutes after a form, for a browser that had just seen a page. */
async function costOfSecondLook(system: System): Promise<Units> {
  const person = new Person(system);
  await person.reads('/pricing');
  await person.sendsIn('whitepaper');
  await system.settled();
  return cost(system, () => system.advance('6m'));
}

/** One page view today of a lead with so many events before it, spread over the last 80 days. */
async function costOfKnown(system: System, events: number): Promise<Units> {
  const person = new Person(system);
  await person.sendsIn('whitepaper');
  await system.settled();
  // After the link was rescored.
  await system.advance('6m');
  for (let start = 0; start < events; start += BATCH) {
    await person.tells(
      Array.from({ length: Math.min(BATCH, events - start) }, (_, n) => past(start + n, events)),
    );
    await system.settled();
  }
  return cost(system, async () => void (await person.reads(`/about/${randomUUID()}`)));
}

function past(n: number, events: number) {
  const daysAgo = 1 + Math.floor((n / events) * 80);
  const at = new Date(Date.now() - daysAgo * 86_400_000 - n * 1000).toISOString();
  // Few pages, read repeatedly: the score stays below the cap, so the measured event counts.
  return { id: randomUUID(), type: 'page', url: 'https://website.nl/news', at };
}

/** The units of an action, with all its consequences. */
export async function cost(system: System, act: () => Promise<void>): Promise<Units> {
  await system.settled();
  await system.local('/usage', { method: 'DELETE' });
  await act();
  await system.settled();
  const { units, invocations } = await system.local<UsageReport>('/usage');
  // The sweeps run every minute, whatever happens.
  const readers = Object.entries(units).filter(([name]) => !name.endsWith('/byDue'));
  return {
    read: readers.reduce((sum, [, part]) => sum + part.read, 0),
    write: Object.values(units).reduce((sum, part) => sum + part.write, 0),
    woken: Object.keys(invocations).filter((name) => !(name in DUE_SHARDS)),
  };
}

/** List prices of us-east-1 in 2026, in dollars for a million. */
const PRICES = { api: 1, invocation: 0.2, gigabyteMillisecond: 0.0133, write: 0.625, read: 0.125 };

/** A million page views of anonymous visitors: `track` takes some 10 ms each in 256 MB; `score` would get a hundred at once. */
function money({ read, write, woken }: Units): Measurement[] {
  const track = PRICES.invocation + PRICES.gigabyteMillisecond * 10 * 0.25;
  const batch = PRICES.invocation + PRICES.gigabyteMillisecond * 200 * 0.5;
  const score = woken.includes('score') ? batch / 100 : 0;
  const table = PRICES.write * write + PRICES.read * read;
  const total = PRICES.api + track + score + table;
  const detail = `API ${PRICES.api}, track ${rounded(track)}, score ${rounded(score)}, table ${rounded(table)}`;
  return [{ what: 'a million page views', value: rounded(total), unit: 'dollars', reach: 2.1, detail }];
}

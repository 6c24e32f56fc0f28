import type { UsageReport } from '../../infra/local/gateway/usage.ts';
import type { DynamoDb } from '../../infra/local/services/dynamodb/dynamodb.ts';
import { compilePlaybook } from '../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../shared/playbook/files/read-folder.ts';
import { dueKeys, dueShard } from '../../shared/store/due.ts';
import { putMailTemplates } from '../../shared/store/nurture/mail-templates.ts';
import { getMail, mailsOf } from '../../shared/store/nurture/mails.ts';
import { getPublishedPlaybook, putCurrentPlaybook } from '../../shared/store/playbook/playbooks.ts';
import type { Table } from '../../shared/store/table.ts';
import { type System, startSystem } from '../journeys/system.ts';
import { withoutBytes } from '../store/memory-table.ts';
import { type Measurement, rounded } from './measurement.ts';
import { type Progress, progress, putReader, readerId, withLongSequence } from './readers.ts';

const LEADS = [100, 10_000];
const EARLIER = [0, 19];
const TOGETHER = 40;
const ATTEMPTS = 5;

interface Units {
  read: number;
  write: number;
}

/**
 * What a marketing mail costs in units of DynamoDB, from the run that finds it due to the report of its delivery,
 * all functions and streams together. All caches are empty, and it is the only mail of its run.
 */
export async function measureMailUnits(): Promise<Measurement[]> {
  const system = await startSystem();
  try {
    const bench = await prepare(system);
    const alone: Units[] = [];
    let leads = 0;
    for (const count of LEADS) {
      await bench.enrol(leads, count);
      leads = count;
      for (const earlier of EARLIER) alone.push(await bench.cost(1, earlier));
    }
    const together = await bench.cost(TOGETHER, 0);
    return [row('write', alone, together, 12), row('read', alone, together, 8), growth(alone)];
  } finally {
    await system.stop();
  }
}

function row(kind: 'read' | 'write', alone: Units[], together: Units, reach: number): Measurement {
  const each = alone.map((units) => units[kind]);
  const cases = LEADS.flatMap((leads) => EARLIER.map((earlier) => `mail ${earlier + 1} with ${leads} leads`));
  return {
    what: `mail sent, ${kind}s`,
    value: Math.max(...each),
    unit: `${kind} units`,
    reach,
    detail: `${each.join(', ')} for ${cases.join(', ')}; ${rounded(together[kind] / TOGETHER)} each when ${TOGETHER} are due`,
  };
}

function growth(alone: Units[]): Measurement {
  const sums = alone.map(({ read, write }) => read + write);
  const value = rounded(Math.max(...sums) / Math.min(...sums));
  const what = 'mail sent, growth with leads and earlier mails';
  return { what, value, unit: '× the cheapest', reach: 1 };
}

async function prepare(system: System) {
  const service = system.twin.services.list.find(({ name }) => name === 'dynamodb') as DynamoDb;
  const [name = ''] = service.tables.keys();
  const table: Table = {
    name,
    call: (operation, input) => service.call(operation, withoutBytes(input)) as Promise<never>,
  };
  const compiled = await compilePlaybook(readPlaybookFolder('shared/playbook'));
  if (!compiled.ok) throw new Error('The shipped playbook has mistakes');
  const { templates } = compiled.playbook;
  const content = withLongSequence(compiled.playbook.content);
  const now = () => new Date(system.twin.clock.now()).toISOString();
  let version = (await getPublishedPlaybook(table))?.version ?? 0;
  let measured = 0;

  /** A playbook version that no function has cached. */
  async function publish(): Promise<void> {
    version += 1;
    await putMailTemplates(table, version, templates);
    const published = { version, hash: 'bench', content, publishedAt: now() };
    await putCurrentPlaybook(table, published, version - 1);
  }

  const put = (number: number, far: Progress) => putReader(table, number, far, version);

  /** Fills the table with people whose next mail is due in a week. */
  async function enrol(from: number, to: number): Promise<void> {
    const far = progress(0, 7, now(), content);
    for (let number = from; number < to; number++) await put(number, far);
    await system.settled();
  }

  /** The units of sending so many mails in one run to people who got some before. */
  async function cost(count: number, earlier: number): Promise<Units> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      await publish();
      // The caches of functions have expired by then.
      await system.advance('2m');
      const numbers: number[] = [];
      for (; numbers.length < count; measured++)
        if (isInShard(1_000_000 + measured)) numbers.push(1_000_000 + measured);
      const far = progress(earlier, 0, now(), content);
      const ids = await Promise.all(numbers.map((number) => put(number, far)));
      await system.settled();
      await system.local('/usage', { method: 'DELETE' });
      await system.local('/invoke/timers', { method: 'POST', body: JSON.stringify({ shard: 0 }) });
      await system.settled();
      const { units, invocations } = await system.local<UsageReport>('/usage');
      const [mail = ''] = (await mailsOf(table, ids.at(-1) ?? ids[0] ?? ('' as never))) ?? [];
      const fate = (await getMail(table, mail))?.fate;
      if (fate !== 'delivered') throw new Error(`The mail was not delivered but ${fate}`);
      // A minute that ended in between started the schedules as well: that was another measurement.
      if (invocations.timers === 1) return sumOf(units);
    }
    throw new Error('Each measurement was disturbed by a scheduled run');
  }

  await publish();
  return { enrol, cost };
}

/** Whether the mails of a reader are due in the shard that is swept. */
function isInShard(number: number): boolean {
  const { duePK } = dueKeys('timers', readerId(number), '', '');
  return duePK === dueShard('timers', 0);
}

function sumOf(units: UsageReport['units']): Units {
  const parts = Object.values(units);
  return {
    read: parts.reduce((sum, part) => sum + part.read, 0),
    write: parts.reduce((sum, part) => sum + part.write, 0),
  };
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DynamoDb } from '../../../infra/local/services/dynamodb/dynamodb.ts';
import { compilePlaybook } from '../../../shared/playbook/compile-playbook.ts';
import { readPlaybookFolder } from '../../../shared/playbook/files/read-folder.ts';
import type { Table } from '../../../shared/store/table.ts';
import { withoutBytes } from '../../store/memory-table.ts';
import { published } from '../../usecases/playbook.ts';
import { Person, type System, startSystem } from '../system.ts';

let system: System;
beforeAll(async () => {
  // Just after a minute began: nothing is swept before the test moves time.
  system = await startSystem({ now: new Date('2026-11-25T10:00:01.000Z') });
});
afterAll(() => system.stop());

/** Publishes the shipped playbook, with a form at ten points instead of two, while all functions go on. */
async function publish(): Promise<number> {
  const shipped = await compilePlaybook(readPlaybookFolder('shared/playbook'));
  if (!shipped.ok) throw new Error('The shipped playbook has mistakes');
  const { content, ...rest } = shipped.playbook;
  const rules = content.scoring.rules.map((rule) => (rule.on === 'form' ? { ...rule, points: 10 } : rule));
  const { now } = await system.local<{ now: string }>('/settled');
  return published(
    { table: tableOf(system), now: () => now },
    { ...rest, hash: 'other points', content: { ...content, scoring: { ...content.scoring, rules } } },
  );
}

function tableOf({ twin }: System): Table {
  const service = twin.services.list.find(({ name }) => name === 'dynamodb') as DynamoDb;
  const [name = ''] = service.tables.keys();
  return { name, call: (operation, input) => service.call(operation, withoutBytes(input)) as Promise<never> };
}

const scores = (people: readonly Person[]) =>
  Promise.all(
    people.map(async ({ email }) => {
      const { playbook, score } = await system.lead(email);
      return `version ${playbook}: ${score.total}`;
    }),
  );

describe('a new playbook', () => {
  it('counts for all leads within three minutes, also for those that came while functions had the one before', async () => {
    const people = Array.from({ length: 12 }, () => new Person(system));
    const [last, ...first] = people as [Person, ...Person[]];
    for (const person of first) await person.sendsIn('whitepaper');
    await system.settled();
    expect(await scores(first)).toEqual(first.map(() => 'version 1: 2'));
    expect(await publish()).toBe(2);
    await last.sendsIn('whitepaper');
    await system.settled();
    expect(await scores([last])).toEqual(['version 1: 2']);
    await system.advance('3m');
    expect(await scores(people)).toEqual(people.map(() => 'version 2: 10'));
  });
});

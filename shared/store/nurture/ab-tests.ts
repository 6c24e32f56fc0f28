import * as z from 'zod/mini';
import { table as contract } from '../../contract/table.ts';
import type { AbTest } from '../../domain/nurture/ab-test/ab-test-rules.ts';
import type { BegunTest, Decision } from '../../domain/nurture/ab-test/begun-test.ts';
import type { Instant } from '../../domain/time.ts';
import { DUE, dueKeys, TRYING } from '../due.ts';
import { Entity } from '../entity.ts';
import { optional, text } from '../schema.ts';
import type { ReadOptions, Table, Written } from '../table.ts';

const { partitionKey, sortKey } = contract.indexes.byDue;
const WHAT = 'TEST';

/** A test of variants of a mail, from its first mail on. */
export const abTestEntity = new Entity({
  kind: 'test of a mail',
  key: 'TESTS / T#{name}',
  holds: () =>
    z.object({
      ...{ test: z.custom<AbTest>(), sequence: text, step: text, mail: text, begunAt: text },
      ...{ due: optional(text), decision: optional(z.custom<Decision>()) },
    }),
  written: 'once',
  byDue: ({ test, due }) => (due === undefined ? undefined : dueKeys('timers', test.name, due, WHAT)),
  lives: 'for good',
  largest: { bytes: 4_000, why: 'the playbook has the subjects of at most four variants' },
});

/** A test that began; undefined before its first mail. */
export function getAbTest(table: Table, name: string, options?: ReadOptions): Promise<BegunTest | undefined> {
  return abTestEntity.get(table, { name }, options);
}

/** Stores that a test began, unless it did before. Three write units. */
export function putAbTest(table: Table, begun: BegunTest): Promise<Written> {
  return abTestEntity.put(table, { name: begun.test.name }, begun);
}

/** Stores what was decided, once. @returns `conflict` when another decision stands */
export function putDecision(table: Table, name: string, decision: Decision): Promise<Written> {
  return abTestEntity.update(
    table,
    { name },
    {
      set: 'decision = :decision',
      remove: DUE,
      onlyIf: 'attribute_exists(begunAt) AND attribute_not_exists(decision)',
      values: { ':decision': decision },
      isRepeatable: true,
    },
  );
}

/** Looks at a test again at another time, or no more; nothing happens when it was decided meanwhile. */
export function moveTestDue(table: Table, name: string, until: Instant | undefined): Promise<Written> {
  const onlyIf = 'attribute_exists(begunAt) AND attribute_not_exists(decision)';
  if (until === undefined) return abTestEntity.update(table, { name }, { remove: DUE, onlyIf });
  const keys = dueKeys('timers', name, until, WHAT);
  const values = { ':shard': keys[partitionKey], ':until': keys[sortKey] };
  const set = `${partitionKey} = :shard, ${sortKey} = :until`;
  return abTestEntity.update(table, { name }, { set, remove: TRYING, onlyIf, values });
}

/** The tests that began, by name. Half a read unit for some five. Eventually consistent. */
export function abTests(table: Table, limit: number): Promise<BegunTest[]> {
  return abTestEntity.query(table, {}, { limit });
}

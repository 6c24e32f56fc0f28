import { DUE_SHARDS } from '../../contract/table.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import type { Enrolment, EnrolmentKey } from '../../domain/nurture/enrolment/enrolment.ts';
import {
  changeForAll,
  changeForOne,
  type SequenceChange,
} from '../../domain/nurture/enrolment/sequence-change.ts';
import { type NurtureRules, planOf } from '../../domain/nurture/plan.ts';
import { type Due, dueItems, dueShard } from '../../store/due.ts';
import { enrolmentOf, getEnrolment, heldEnrolments } from '../../store/nurture/enrolments.ts';
import type { Table } from '../../store/table.ts';
import type { ReadSystem } from '../lead-system.ts';
import { peopleInSequences } from './people-in-sequences.ts';

/** So many items of each shard of what is due are looked through: some 30 read units. */
const MOST_PER_SHARD = 1_000;
const PAGE = 500;
const MOST_HELD = 200;
const SAMPLE = 200;
const AT_ONCE = 20;
/** After everything that is due. */
const EVER = '9999-12-31T00:00:00.000Z';

/**
 * What a change of sequences means for those who are in them: how many will not get a step, or get it on another day. Some
 * 150 read units, and 100 for each sequence. While little waits in the table all are found; otherwise the number is that of
 * the last night, and the steps are told from those whose turn comes first.
 * @param draft the playbook with the changed sequences, or without them
 * @throws NotAllowed
 */
export async function countSequenceChanges(
  { table, now, playbook }: ReadSystem,
  viewer: Viewer,
  sequences: readonly string[],
  draft: Pick<NurtureRules, 'sequences' | 'mailing' | 'events'>,
): Promise<Record<string, SequenceChange>> {
  assertMay(viewer, 'see-playbook');
  const [live, waiting] = await Promise.all([playbook(), findWaiting({ table, now })]);
  const changes: Record<string, SequenceChange> = {};
  for (const sequence of sequences) {
    const { inIt, people } = waiting.in(sequence);
    const [before, after] = [live, draft].map((rules) => planOf(sequence, undefined, rules));
    const active = await readActive(table, inIt.slice(0, SAMPLE));
    const each = active.map((enrolment) => changeForOne(enrolment, before, after));
    const steps = changeForAll(each, people);
    changes[sequence] = { people, isAtLeast: !waiting.isWhole, sampled: each.length, steps };
  }
  return changes;
}

/** How many people are in each of these sequences now. Some 150 read units. @throws NotAllowed */
export async function countPeopleIn(
  system: Pick<ReadSystem, 'table' | 'now'>,
  viewer: Viewer,
  sequences: readonly string[],
): Promise<Record<string, Pick<SequenceChange, 'people' | 'isAtLeast'>>> {
  assertMay(viewer, 'see-playbook');
  const waiting = await findWaiting(system);
  return Object.fromEntries(
    sequences.map((name) => [name, { people: waiting.in(name).people, isAtLeast: !waiting.isWhole }]),
  );
}

/** Who waits in each sequence; the number of the last night where not all are found. */
async function findWaiting({ table, now }: Pick<ReadSystem, 'table' | 'now'>) {
  const { found, isWhole } = await findEnrolled(table);
  const summed = isWhole ? undefined : await peopleInSequences(table, now());
  return {
    isWhole,
    in: (sequence: string) => {
      const inIt = found.filter((one) => one.sequence === sequence && !one.repeats);
      return { inIt, people: Math.max(inIt.length, summed?.totals[sequence]?.here ?? 0) };
    },
  };
}

async function readActive(table: Table, some: readonly EnrolmentKey[]): Promise<Enrolment[]> {
  const active: Enrolment[] = [];
  for (let from = 0; from < some.length; from += AT_ONCE) {
    const reads = some
      .slice(from, from + AT_ONCE)
      .map((of) => getEnrolment(table, of, { isConsistent: false }));
    for (const enrolment of await Promise.all(reads))
      if (enrolment?.status === 'active') active.push(enrolment);
  }
  return active;
}

/** Who waits in a sequence, as far as they are found. */
async function findEnrolled(table: Table): Promise<{ found: EnrolmentKey[]; isWhole: boolean }> {
  const partitions = (['timers', 'enrol'] as const).flatMap((by) =>
    Array.from({ length: DUE_SHARDS[by] }, (_, shard) => dueShard(by, shard)),
  );
  const [held, ...shards] = await Promise.all([
    heldEnrolments(table, MOST_HELD),
    ...partitions.map((partition) => firstDue(table, partition)),
  ]);
  return {
    found: [...held, ...shards.flatMap(({ due }) => due.flatMap((item) => enrolmentOf(item) ?? []))],
    isWhole: held.length < MOST_HELD && shards.every(({ isAll }) => isAll),
  };
}

async function firstDue(table: Table, partition: string): Promise<{ due: Due[]; isAll: boolean }> {
  const due: Due[] = [];
  for (let after: string | undefined = ''; after !== undefined && due.length < MOST_PER_SHARD; ) {
    const page: Due[] = await dueItems(table, partition, EVER, { limit: PAGE, after });
    due.push(...page);
    if (page.length < PAGE) return { due, isAll: true };
    after = page.at(-1)?.place;
  }
  return { due, isAll: false };
}

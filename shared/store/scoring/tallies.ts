import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import type { Bucket } from '../../domain/scoring/window-keys.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';

/** Identifies a tally: lead, version of the playbook, and a day or the whole window. */
export interface TallyKey {
  lead: LeadId;
  playbook: number;
  scope: Bucket;
}

/** The keys of what counted for a score: `countedKeys` makes them. The attribute is called `marks`. */
export const tallyEntity = new Entity({
  kind: 'tally of a score',
  key: 'L#{lead} / D#{playbook:1}#{scope}',
  holds: () => z.object({ marks: z.set(text) }),
  written: 'freely',
  lives: 'as long as its day is in the window of the score',
  largest: {
    bytes: 60_000,
    why: 'keys for a cap of 1,000 points, the highest, earned and taken off, and those before special rules count',
  },
});

/**
 * Adds keys to a tally, in any order and any number of times. Needs no read: DynamoDB adds to a set by itself.
 * @param expiresAt seconds since 1970
 * @returns all keys of the tally, so the last to add sees everybody's
 */
export async function addCountedKeys(
  table: Table,
  of: TallyKey,
  keys: ReadonlySet<string>,
  expiresAt: number,
): Promise<Set<string>> {
  const tally = await tallyEntity.updateAndGet(
    table,
    { ...of },
    {
      add: 'marks :marks',
      set: 'expiresAt = :expiresAt',
      values: { ':marks': keys, ':expiresAt': expiresAt },
    },
  );
  return tally?.marks ?? new Set();
}

/** Removes keys from a tally. */
export async function removeCountedKeys(
  table: Table,
  of: TallyKey,
  keys: readonly string[],
  expiresAt: number,
): Promise<void> {
  const values = { ':marks': new Set(keys), ':expiresAt': expiresAt };
  await tallyEntity.update(table, { ...of }, { take: 'marks :marks', set: 'expiresAt = :expiresAt', values });
}

/** The keys of a tally; none when there is no such tally. Eventually consistent. */
export async function countedOf(table: Table, of: TallyKey): Promise<string[]> {
  const tally = await tallyEntity.get(table, { ...of }, { isConsistent: false });
  return [...(tally?.marks ?? [])];
}

import type { Instant } from '../../domain/time.ts';
import { createUser, deleteUser, type UserPool } from '../../gateways/console/user-pool.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getPerson } from '../../store/console/people.ts';
import type { Table } from '../../store/table.ts';

/** What the use cases about the people of the console work with. */
export interface PeopleSystem {
  table: Table;
  now: () => Instant;
  /** Normalised addresses that the settings name: always admins. */
  admins: readonly string[];
  /** Absent when people sign in with an issuer of the company. */
  pool?: UserPool | undefined;
}

/** Whether the person with an id is an admin by the settings. */
export function isNamedAdmin({ admins }: Pick<PeopleSystem, 'admins'>, id: string): boolean {
  return admins.some((email) => digestId(email) === id);
}

/**
 * Makes the pool know an address if its owner has a role, and else forget it. Call it after each change of that: it looks
 * again after what it did, so whoever adds and removes somebody at the same moment, the last of them makes it right.
 */
export async function settlePool(
  { table, pool }: Pick<PeopleSystem, 'table' | 'pool'>,
  email: string,
): Promise<void> {
  if (pool === undefined) return;
  const mayEnter = async () => (await getPerson(table, digestId(email)))?.role !== undefined;
  let isKnown: boolean | undefined;
  for (let should = await mayEnter(); should !== isKnown; should = await mayEnter()) {
    await (should ? createUser : deleteUser)(pool, email);
    isKnown = should;
  }
}

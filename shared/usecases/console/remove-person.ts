import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { deleteUser } from '../../gateways/console/user-pool.ts';
import { deletePerson, getPerson, takeRole } from '../../store/console/people.ts';
import { isNamedAdmin, type PeopleSystem } from './people-system.ts';
import { recordLog } from './record-log.ts';

/**
 * Lets somebody work in the console no longer, from their next request on. Removing them again changes nothing; so it
 * also finishes a removal that was interrupted.
 * @returns `named`: only the settings can do that
 */
export async function removePerson(
  system: PeopleSystem,
  viewer: Viewer,
  id: string,
): Promise<'removed' | 'named'> {
  assertMay(viewer, 'keep-people');
  const { table, pool } = system;
  if (isNamedAdmin(system, id)) return 'named';
  const person = await getPerson(table, id);
  if (person === undefined) return 'removed';
  await recordLog(system, { who: viewer.email }, { kind: 'person-removed', about: person.email });
  // They stay in the list, without a role, until the pool has forgotten them.
  await takeRole(table, id);
  if (pool) await deleteUser(pool, person.email);
  await deletePerson(table, id);
  return 'removed';
}

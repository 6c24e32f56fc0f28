import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { deletePerson, getPerson, takeRole } from '../../store/console/people.ts';
import { isNamedAdmin, type PeopleSystem, settlePool } from './people-system.ts';
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
  const { table } = system;
  if (isNamedAdmin(system, id)) return 'named';
  const person = await getPerson(table, id);
  if (person === undefined) return 'removed';
  await recordLog(system, { who: viewer.email }, { kind: 'person-removed', about: person.email });
  // They stay in the list, without a role, until the pool has forgotten them.
  await takeRole(table, id);
  await settlePool(system, person.email);
  // Whoever was added again meanwhile stays, and can sign in.
  if ((await deletePerson(table, id)) === 'conflict') await settlePool(system, person.email);
  return 'removed';
}

import type { Person } from '../../domain/console/person.ts';
import { assertMay, type Role, type Viewer } from '../../domain/console/viewer.ts';
import { changePerson, getPerson } from '../../store/console/people.ts';
import { isNamedAdmin, type PeopleSystem } from './people-system.ts';
import { recordLog } from './record-log.ts';

export type ChangeResult =
  | { result: 'changed' }
  /** Another admin changed the role since the page was shown. */
  | { result: 'conflict'; person: Person }
  /** Nobody has this id. */
  | { result: 'unknown' }
  /** The settings say that they are an admin. */
  | { result: 'named' };

export interface RoleChange {
  /** The role that the page showed. */
  before: Role;
  role: Role;
  member?: string | undefined;
}

/** Changes what somebody is in the console, from their next request on. */
export async function changeRole(
  system: PeopleSystem,
  viewer: Viewer,
  id: string,
  { before, role, member }: RoleChange,
): Promise<ChangeResult> {
  assertMay(viewer, 'keep-people');
  if (isNamedAdmin(system, id)) return { result: 'named' };
  const { email } = (await getPerson(system.table, id)) ?? {};
  if (email === undefined) return { result: 'unknown' };
  await recordLog(system, { who: viewer.email }, { kind: 'person-changed', about: email, detail: role });
  const change = { before, role, member, changedBy: viewer.email };
  if ((await changePerson(system.table, id, change)) === 'written') return { result: 'changed' };
  const person = await getPerson(system.table, id);
  if (person?.role === undefined) return { result: 'unknown' };
  const isDone = person.role === role && person.member === member;
  return isDone ? { result: 'changed' } : { result: 'conflict', person };
}

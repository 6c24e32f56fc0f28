import { clean } from '../../domain/clean-text.ts';
import type { Person } from '../../domain/console/person.ts';
import { assertMay, type Role, type Viewer } from '../../domain/console/viewer.ts';
import { normaliseEmail } from '../../domain/identity/email.ts';
import { createUser } from '../../gateways/console/user-pool.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getPerson, putPerson } from '../../store/console/people.ts';
import { type PeopleSystem, settlePool } from './people-system.ts';
import { recordLog } from './record-log.ts';

/** The longest name of a person, in characters. */
export const LONGEST_NAME = 100;

export interface NewPerson {
  email: string;
  name: string;
  role: Role;
  /** Their key in the sales team of the playbook. */
  member?: string | undefined;
}

export type AddResult =
  | { result: 'added' }
  /** Nothing was added. */
  | { result: 'invalid'; field: 'email' | 'name' }
  /** They may work in the console already, with the role they have. */
  | { result: 'known'; person: Pick<Person, 'name' | 'role'> };

/** Lets somebody work in the console. The same admin may add the same person twice: a form is sent twice easily. */
export async function addPerson(
  system: PeopleSystem,
  viewer: Viewer,
  { role, member, ...given }: NewPerson,
): Promise<AddResult> {
  assertMay(viewer, 'keep-people');
  const { table, now, admins, pool } = system;
  const [email, name] = [normaliseEmail(given.email), clean(given.name, LONGEST_NAME)];
  if (email === undefined) return { result: 'invalid', field: 'email' };
  if (name === '') return { result: 'invalid', field: 'name' };
  const id = digestId(email);
  if (admins.includes(email)) {
    const person = await getPerson(table, id);
    return { result: 'known', person: { name: person?.name ?? name, role: 'admin' } };
  }
  await recordLog(system, { who: viewer.email }, { kind: 'person-added', about: email, detail: role });
  // First the pool: who is in it and not in the list gets in nowhere, and is added again without harm.
  if (pool) await createUser(pool, email);
  const person: Person = {
    ...{ email, name, role },
    ...(member !== undefined && { member }),
    addedBy: viewer.email,
    addedAt: now(),
  };
  const written = await putPerson(table, id, person);
  await settlePool(system, email);
  if (written === 'written') return { result: 'added' };
  const known = (await getPerson(table, id)) ?? person;
  const isSame = known.addedBy === viewer.email && known.role === role && known.name === name;
  return isSame ? { result: 'added' } : { result: 'known', person: known };
}

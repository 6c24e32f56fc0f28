import { nameIn, type Person } from '../../domain/console/person.ts';
import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { listPeople as readPeople } from '../../store/console/people.ts';
import type { PeopleSystem } from './people-system.ts';

/** Somebody in the list of people. */
export interface ListedPerson extends Omit<Person, 'addedBy' | 'addedAt'> {
  id: string;
  /** The settings name them as an admin: nobody can change that in the console. */
  isNamed: boolean;
}

/** Everybody who may work in the console, by name. Somebody without a role is being removed. */
export async function listPeople(
  { table, admins }: Pick<PeopleSystem, 'table' | 'admins'>,
  viewer: Viewer,
): Promise<ListedPerson[]> {
  assertMay(viewer, 'keep-people');
  const kept = await readPeople(table);
  const absent = admins.filter((address) => !kept.some(({ email }) => email === address));
  const all = [
    ...kept.map((person) => ({ ...person, id: digestId(person.email) })),
    ...absent.map((email) => ({ id: digestId(email), email, name: nameIn(email) })),
  ];
  return all
    .map((person): ListedPerson => {
      const isNamed = admins.includes(person.email);
      return { ...person, isNamed, ...(isNamed && { role: 'admin' as const }) };
    })
    .sort((a, b) => a.name.localeCompare(b.name) || (a.email < b.email ? -1 : 1));
}

import type { Viewer } from '../../shared/domain/console/viewer.ts';
import { addPerson, type NewPerson } from '../../shared/usecases/console/add-person.ts';
import { listPeople } from '../../shared/usecases/console/list-people.ts';
import type { PeopleSystem } from '../../shared/usecases/console/people-system.ts';
import type { RunningTwin } from '../local/running-twin.ts';
import { LOCAL_ADMIN } from '../local/settings.ts';

/** Who works in the console of the invented company, besides the admin of its settings. */
const COLLEAGUES: readonly NewPerson[] = [
  { email: 'anna@kansrijk.test', name: 'Anna', role: 'sales', member: 'anna' },
  { email: 'bram@kansrijk.test', name: 'Bram', role: 'sales', member: 'bram' },
  { email: 'sanne@kansrijk.test', name: 'Sanne', role: 'marketing' },
];

const ADMIN: Viewer = { email: LOCAL_ADMIN, name: 'admin', role: 'admin' };

/** Lets the colleagues into the console, as its admin would. Whoever was added or removed since stays so. */
export async function addColleagues(twin: RunningTwin): Promise<void> {
  const system = peopleSystem(twin);
  if (system === undefined) return;
  const people = await listPeople(system, ADMIN);
  if (people.some(({ isNamed }) => !isNamed)) return;
  for (const colleague of COLLEAGUES) await addPerson(system, ADMIN, colleague);
}

function peopleSystem({ environment, table, userPools, now }: RunningTwin): PeopleSystem | undefined {
  const [id] = environment('USER_POOL_ID');
  if (id === undefined) return undefined;
  return {
    table,
    now: () => new Date(now()).toISOString(),
    admins: [LOCAL_ADMIN],
    pool: { id, call: userPools },
  };
}

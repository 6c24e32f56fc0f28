import type { Instant } from '../../domain/time.ts';
import type { UserPool } from '../../gateways/console/user-pool.ts';
import { digestId } from '../../gateways/digest-id.ts';
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

import { type Session, viewerOf } from '../../domain/console/person.ts';
import type { Viewer } from '../../domain/console/viewer.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getPerson } from '../../store/console/people.ts';
import type { PeopleSystem } from './people-system.ts';

/**
 * Who a session belongs to, as they are at this moment: whatever an admin changes holds for the next request. One read
 * unit.
 * @returns undefined when the person may not work in the console, or the session was ended
 */
export async function findViewer(
  { table, admins }: Pick<PeopleSystem, 'table' | 'admins'>,
  session: Session,
): Promise<Viewer | undefined> {
  return viewerOf(session, await getPerson(table, digestId(session.email)), admins);
}

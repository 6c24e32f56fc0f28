import { clean } from '../../domain/clean-text.ts';
import { nameIn, type Session, viewerOf } from '../../domain/console/person.ts';
import type { Viewer } from '../../domain/console/viewer.ts';
import { normaliseEmail } from '../../domain/identity/email.ts';
import { digestId } from '../../gateways/digest-id.ts';
import { getPerson, markSignedIn, putNamedPerson } from '../../store/console/people.ts';
import { LONGEST_NAME } from './add-person.ts';
import type { PeopleSystem } from './people-system.ts';
import { recordLog } from './record-log.ts';

/**
 * Begins the session of whom the issuer identified, and keeps when. Whoever is not listed is refused, and stands in the log.
 * @param name as the issuer knows them
 * @returns undefined when nobody listed them
 */
export async function signIn(
  system: Pick<PeopleSystem, 'table' | 'now' | 'admins'>,
  { email: given, name }: { email: string; name: string | undefined },
): Promise<{ session: Session; viewer: Viewer } | undefined> {
  const { table, now, admins } = system;
  const email = normaliseEmail(given);
  if (email === undefined) return undefined;
  const [id, at] = [digestId(email), now()];
  const session = { email, startedAt: at };
  if (admins.includes(email)) {
    const named = clean(name ?? '', LONGEST_NAME) || nameIn(email);
    await putNamedPerson(table, id, { email, name: named, addedBy: email, addedAt: at });
  }
  const viewer = viewerOf(session, await getPerson(table, id), admins);
  // Whoever is removed at this moment is not put back.
  const written = viewer && (await markSignedIn(table, id, at));
  if (viewer && written === 'written') return { session, viewer };
  await recordLog(system, { who: email }, { kind: 'refused', detail: 'sign-in' });
  return undefined;
}

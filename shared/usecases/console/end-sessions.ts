import { assertMay, type Viewer } from '../../domain/console/viewer.ts';
import { endSessionsOf, getPerson } from '../../store/console/people.ts';
import type { PeopleSystem } from './people-system.ts';
import { recordLog } from './record-log.ts';

/**
 * Signs somebody out everywhere, from their next request on: of a device that was lost. They can sign in again.
 * @returns `unknown`: they never signed in, or are not in the list
 */
export async function endSessions(
  { table, now }: Pick<PeopleSystem, 'table' | 'now'>,
  viewer: Viewer,
  id: string,
): Promise<'ended' | 'unknown'> {
  assertMay(viewer, 'keep-people');
  const { email } = (await getPerson(table, id)) ?? {};
  if (email === undefined) return 'unknown';
  const deed = { kind: 'person-changed', about: email, detail: 'end-sessions' } as const;
  await recordLog({ table, now }, { who: viewer.email }, deed);
  return (await endSessionsOf(table, id, now())) === 'written' ? 'ended' : 'unknown';
}

import type { Instant } from '../time.ts';
import type { Role, Viewer } from './viewer.ts';

/** Somebody who may work in the console. */
export interface Person {
  email: string;
  name: string;
  /** Absent: only as long as the settings name them as an admin. */
  role?: Role;
  /** Their key in the sales team of the playbook. */
  member?: string;
  /** The address of the admin who added them. */
  addedBy: string;
  addedAt: Instant;
  changedBy?: string;
  signedInAt?: Instant;
  /** Sessions from before this moment open nothing. */
  sessionsEndedAt?: Instant;
}

/** What a browser shows of a sign-in: who, and since when. */
export interface Session {
  email: string;
  startedAt: Instant;
}

/**
 * Who a session belongs to, as they are now.
 * @param admins the addresses that the settings name: always admins, whatever is stored of them
 * @returns undefined when the person may not work in the console, or the session was ended
 */
export function viewerOf(
  { email, startedAt }: Session,
  person: Person | undefined,
  admins: readonly string[],
): Viewer | undefined {
  const role = admins.includes(email) ? 'admin' : person?.role;
  if (role === undefined) return undefined;
  // Of somebody who was removed and added again, the sessions from before stay ended.
  if (person && startedAt < person.addedAt) return undefined;
  if (person?.sessionsEndedAt !== undefined && startedAt <= person.sessionsEndedAt) return undefined;
  return {
    email,
    name: person?.name ?? nameIn(email),
    role,
    ...(person?.member !== undefined && { member: person.member }),
  };
}

/** A name for whom nobody has named. */
export function nameIn(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}

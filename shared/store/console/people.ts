import * as z from 'zod/mini';
import type { Person } from '../../domain/console/person.ts';
import { ROLES, type Role } from '../../domain/console/viewer.ts';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

/** More than the people of any company that works in one console. */
const MOST = 500;

export const personEntity = new Entity({
  kind: 'person of the console',
  key: 'PEOPLE / PERSON#{person}',
  holds: () =>
    schemaOf<Person>()(
      z.object({
        email: text,
        name: text,
        role: optional(z.enum(ROLES)),
        member: optional(text),
        addedBy: text,
        addedAt: text,
        changedBy: optional(text),
        signedInAt: optional(text),
        sessionsEndedAt: optional(text),
      }),
    ),
  written: 'freely',
  lives: 'until an admin removes the person',
  largest: {
    bytes: 1_200,
    why: 'three addresses of at most 254 characters, a name of 100, written by admins',
  },
});

/** The person with an id, a digest of their address; undefined when nobody has it. One read unit. */
export function getPerson(table: Table, person: string): Promise<Person | undefined> {
  return personEntity.get(table, { person });
}

/** Everybody who may work in the console. */
export function listPeople(table: Table): Promise<Person[]> {
  return personEntity.query(table, {}, { limit: MOST, isConsistent: true });
}

/** Adds somebody. `conflict`: an admin has added them already. */
export function putPerson(table: Table, person: string, value: Person): Promise<Written> {
  return personEntity.put(table, { person }, value, { onlyIf: 'attribute_not_exists(#role)', ...role });
}

/** Keeps that somebody whom only the settings name was here. `conflict`: something is kept of them already. */
export function putNamedPerson(table: Table, person: string, value: Person): Promise<Written> {
  return personEntity.put(table, { person }, value, { onlyIf: 'attribute_not_exists(PK)' });
}

export function markSignedIn(table: Table, person: string, at: Instant): Promise<Written> {
  return personEntity.update(
    table,
    { person },
    { set: 'signedInAt = :at', values: { ':at': at }, onlyIf: EXISTS },
  );
}

/** Changes what somebody is, unless an admin changed the role meanwhile: then it is a `conflict`. */
export function changePerson(
  table: Table,
  person: string,
  { before, ...after }: { before: Role; role: Role; member: string | undefined; changedBy: string },
): Promise<Written> {
  const member = after.member === undefined ? { remove: '#member' } : { set: ', #member = :member' };
  return personEntity.update(
    table,
    { person },
    {
      ...member,
      set: `#role = :role, changedBy = :by${member.set ?? ''}`,
      onlyIf: '#role = :before',
      names: { '#role': 'role', '#member': 'member' },
      values: {
        ':role': after.role,
        ':by': after.changedBy,
        ':before': before,
        ...(after.member !== undefined && { ':member': after.member }),
      },
      isRepeatable: true,
    },
  );
}

/** Ends the sessions that somebody has at a moment. `conflict`: nothing is kept of them. */
export function endSessionsOf(table: Table, person: string, at: Instant): Promise<Written> {
  return personEntity.update(
    table,
    { person },
    { set: 'sessionsEndedAt = :at', values: { ':at': at }, onlyIf: EXISTS },
  );
}

/** Takes the role of somebody, who stays in the list until `removePerson`. */
export function takeRole(table: Table, person: string): Promise<Written> {
  return personEntity.update(table, { person }, { remove: '#role', onlyIf: EXISTS, ...role });
}

/** Takes somebody without a role off the list. `conflict`: an admin has added them meanwhile. */
export function deletePerson(table: Table, person: string): Promise<Written> {
  return personEntity.removeIf(table, { person }, { onlyIf: 'attribute_not_exists(#role)', ...role });
}

const EXISTS = 'attribute_exists(PK)';
const role = { names: { '#role': 'role' } };

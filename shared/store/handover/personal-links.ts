import * as z from 'zod/mini';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { ReadOptions, Table } from '../table.ts';

/** The token of the link to a hand-over that was mailed to one person alone. */
export const personalLinkEntity = new Entity({
  kind: 'own link of a sales person',
  key: 'L#{lead} / OWN#{number:5}#{member}',
  holds: () => z.object({ token: text }),
  written: 'once',
  lives: 'until the lead is erased',
  largest: { bytes: 200, why: 'a token and the key of a person' },
});

/** A hand-over and a member of the team. */
export interface PersonalLink {
  lead: LeadId;
  number: number;
  member: string;
}

/** The token of a person's own link to a hand-over; the first one that was made stays. */
export async function personalToken(
  table: Table,
  key: PersonalLink,
  newToken: () => string,
): Promise<string> {
  const token = newToken();
  if ((await personalLinkEntity.put(table, key, { token })) === 'written') return token;
  return (await personalTokenOf(table, key)) ?? token;
}

/** The token of a person's own link to a hand-over; undefined when nobody was sent one. */
export async function personalTokenOf(
  table: Table,
  key: PersonalLink,
  options?: ReadOptions,
): Promise<string | undefined> {
  return (await personalLinkEntity.get(table, key, options))?.token;
}

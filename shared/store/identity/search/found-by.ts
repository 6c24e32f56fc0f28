import * as z from 'zod/mini';
import type { LeadId } from '../../../domain/identity/ids.ts';
import { LEASE_MS } from '../../../domain/jobs/next-try.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import { Entity } from '../../entity.ts';
import { optional, text } from '../../schema.ts';
import type { Table, Written } from '../../table.ts';
import { type FoundBy, removeRows } from './search-rows.ts';

const foundBy = () => ({
  words: z.array(text),
  hidden: z.array(z.object({ start: text, rest: text })),
});

const list = () =>
  z.object({
    ...foundBy(),
    version: z.number(),
    /** Under what else there may be rows, and since when somebody is writing. */
    open: optional(z.object({ ...foundBy(), at: text })),
  });

/**
 * Under what a lead has rows by which it is found. It is written before any row, so that all rows can be removed whatever
 * happens.
 */
export type FoundByList = z.infer<ReturnType<typeof list>>;

export const foundByEntity = new Entity({
  kind: 'what a lead is found by',
  key: 'L#{lead} / FOUND',
  holds: list,
  written: 'by version',
  lives: 'until the lead is erased',
  largest: {
    bytes: 12_000,
    why: 'eight words of at most 20 letters, and those that a lead had within a minute',
  },
});

export function getFoundBy(table: Table, lead: LeadId): Promise<FoundByList | undefined> {
  return foundByEntity.get(table, { lead });
}

/** Writes the list over the version it was made from. */
export function putFoundBy(table: Table, lead: LeadId, value: FoundByList): Promise<Written> {
  return foundByEntity.put(table, { lead }, value);
}

/** Whether a process that is still alive may write rows that only the list knows of. */
export function isBeingWritten({ open }: FoundByList, now: Instant): boolean {
  return open !== undefined && now < plus(open.at, LEASE_MS);
}

export const NOTHING: FoundBy = { words: [], hidden: [] };

/** Removes the list, unless it was changed meanwhile. */
export function dropFoundBy(table: Table, lead: LeadId, { version }: FoundByList): Promise<Written> {
  return foundByEntity.removeIf(
    table,
    { lead },
    { onlyIf: 'version = :version', values: { ':version': version } },
  );
}

/** What both together have. */
export function together(one: FoundBy, other: FoundBy): FoundBy {
  const named = [...one.hidden, ...other.hidden].map(
    (place) => [`${place.start} ${place.rest}`, place] as const,
  );
  return {
    words: [...new Set([...one.words, ...other.words])].sort(),
    hidden: [...new Map(named).values()],
  };
}

/**
 * Removes all rows by which a lead is found, before what tells which they are.
 * @returns whether more may be written: then the list has to stay
 */
export async function removeSearchRows(table: Table, lead: LeadId, now: Instant): Promise<boolean> {
  const list = await getFoundBy(table, lead);
  if (list === undefined) return false;
  await removeRows(table, lead, together(list, list.open ?? NOTHING));
  return isBeingWritten(list, now);
}

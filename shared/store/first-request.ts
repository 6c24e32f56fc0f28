import * as z from 'zod/mini';
import type { LeadId } from '../domain/identity/ids.ts';
import type { Instant } from '../domain/time.ts';
import { Entity } from './entity.ts';
import { text } from './schema.ts';
import type { Table } from './table.ts';

export const firstRequestEntity = new Entity({
  kind: 'first request with an idempotency key',
  key: 'L#{lead} / K#{key}',
  holds: () => z.object({ at: text }),
  written: 'once',
  lives: 'until the lead is erased',
  largest: { bytes: 250, why: 'the key is a digest' },
});

/**
 * When a request with this key was first made for the lead; `now` if it never was. An event's key holds its time, so a
 * repeated request needs the time of the first to change nothing.
 */
export async function timeOfFirstRequest(
  table: Table,
  lead: LeadId,
  key: string,
  now: Instant,
): Promise<Instant> {
  const written = await firstRequestEntity.put(table, { lead, key }, { at: now });
  if (written === 'written') return now;
  return (await firstRequestEntity.get(table, { lead, key }))?.at ?? now;
}

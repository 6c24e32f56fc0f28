import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';
import { KEPT_DAYS } from './report-changes.ts';

/** When something was first heard of whose day was summed up by then. Its key names no lead. */
export const lateFactEntity = new Entity({
  kind: 'late fact in the reports',
  key: 'REPORT#LATE#{day}#{fact} / HEARD',
  holds: () => z.object({ at: text }),
  unpack: ({ at }) => ({ at }),
  written: 'once',
  lives: `${KEPT_DAYS} days after it happened`,
  expires: ({ day }) => endOfDaySeconds(plusDays(day, KEPT_DAYS)),
  largest: { bytes: 150, why: 'nothing comes from outside: the key is a digest' },
});

/** When something was first heard of: now, unless it was before. One write unit, and a read when it was before. */
export async function firstHeard(
  table: Table,
  { key, at }: { key: string; at: Instant },
  now: Instant,
): Promise<Instant> {
  const fact = createHash('sha256').update(key).digest('base64url').slice(0, 16);
  const of = { day: dayOf(at), fact };
  if ((await lateFactEntity.put(table, of, { at: now })) === 'written') return now;
  return (await lateFactEntity.get(table, of))?.at ?? now;
}

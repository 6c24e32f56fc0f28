import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { VisitorId } from '../../domain/identity/ids.ts';
import { dayOf, endOfDaySeconds, type Instant, plusDays } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import { schemaOf, text } from '../schema.ts';
import type { Table } from '../table.ts';

/** Longer than a message waits in the late queue and among its dead letters together: each keeps it for 14 days. */
const KEPT_DAYS = 30;

/**
 * That a browser was a lead's who was erased. By a digest of its id, because the id itself is erased too: only who holds
 * it can look.
 */
export const erasedBrowserEntity = new Entity({
  kind: 'erased browser',
  key: 'V#{digest} / ERASED',
  holds: () => schemaOf<{ erasedAt: Instant }>()(z.looseObject({ erasedAt: text })),
  written: 'freely',
  lives: `${KEPT_DAYS} days`,
  largest: { bytes: 150, why: 'nothing comes from outside: the key is a digest' },
});

/** Remembers when a browser was erased, for what it did before and still waits in the late queue. */
export async function putErasedBrowser(table: Table, visitor: VisitorId, erasedAt: Instant): Promise<void> {
  const expiresAt = endOfDaySeconds(plusDays(dayOf(erasedAt), KEPT_DAYS));
  await erasedBrowserEntity.put(table, { digest: digestOf(visitor) }, { erasedAt }, { also: { expiresAt } });
}

/** Whether what a browser did was received before it was erased with its lead. */
export async function wasErasedSince(
  table: Table,
  { visitor, receivedAt }: { visitor: VisitorId; receivedAt: Instant },
): Promise<boolean> {
  const erased = await erasedBrowserEntity.get(table, { digest: digestOf(visitor) });
  return erased !== undefined && receivedAt <= erased.erasedAt;
}

function digestOf(visitor: VisitorId): string {
  return createHash('sha256').update(`erased ${visitor}`).digest('base64url').slice(0, 22);
}

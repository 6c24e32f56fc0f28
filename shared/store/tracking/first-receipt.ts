import * as z from 'zod/mini';
import type { Instant } from '../../domain/time.ts';
import type { ReceivedEvent } from '../../domain/tracking/visitor-event.ts';
import { Entity } from '../entity.ts';
import { text } from '../schema.ts';
import type { Table } from '../table.ts';

/**
 * Under the key that an event would have if the time it claims were believed. So the event meets it also when that time
 * has become credible, and it meets the event when that time no longer is.
 */
export const firstReceiptEntity = new Entity({
  kind: 'first receipt of an event',
  key: 'V#{visitor} / E#{claimed}#{id}',
  holds: () => z.object({ type: z.enum(['receipt', 'page', 'stay', 'track']), receivedAt: text }),
  written: 'once',
  lives: 'as long as its event',
  largest: { bytes: 300, why: 'a browser picks two ids of at most 64 characters' },
});

/**
 * When an event whose time is not believed was first received; undefined when it was stored at that time long ago. One
 * write unit.
 */
export async function timeOfFirstReceipt(
  table: Table,
  { event: { visitor, id, receivedAt }, claimed = '' }: ReceivedEvent,
  expiresAt: number,
): Promise<Instant | undefined> {
  const key = { visitor, claimed, id };
  const receipt = { type: 'receipt', receivedAt } as const;
  if ((await firstReceiptEntity.put(table, key, receipt, { also: { expiresAt } })) === 'written')
    return receivedAt;
  const first = (await firstReceiptEntity.get(table, key)) ?? receipt;
  return first.type === 'receipt' ? first.receivedAt : undefined;
}

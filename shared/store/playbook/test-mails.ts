import * as z from 'zod/mini';
import type { Instant } from '../../domain/time.ts';
import { Entity } from '../entity.ts';
import type { Table } from '../table.ts';

/** In one hour of the clock, to one person. */
export const MOST_TESTS = 10;
const HOUR = 'YYYY-MM-DDTHH'.length;
const HOUR_SECONDS = 3_600;

/** The presses for which somebody was sent a test of a mail in an hour. */
export const testMailsEntity = new Entity({
  kind: 'test mails of somebody',
  key: 'B#{of} / TESTS#{hour}',
  holds: () => z.object({ presses: z.set(z.string()) }),
  written: 'freely',
  expires: ({ hour }) => Date.parse(`${hour}:00:00Z`) / 1000 + 2 * HOUR_SECONDS,
  lives: 'until an hour after its hour',
  largest: { bytes: 500, why: `${MOST_TESTS} random ids` },
});

/**
 * Counts a test mail to somebody before it is sent. One write unit; one more and a read unit when it may not be sent.
 * `of`: a digest of their address; `press`: an id of at most 40 characters
 * @returns `known`: this very press was counted before
 */
export async function countTestMail(
  table: Table,
  { of, press, at }: { of: string; press: string; at: Instant },
): Promise<'counted' | 'known' | 'too-many'> {
  const key = { of, hour: at.slice(0, HOUR) };
  const written = await testMailsEntity.update(table, key, {
    add: 'presses :presses',
    onlyIf: 'attribute_not_exists(presses) OR (NOT contains(presses, :press) AND size(presses) < :most)',
    values: { ':presses': new Set([press]), ':press': press, ':most': MOST_TESTS },
  });
  if (written === 'written') return 'counted';
  const counted = await testMailsEntity.get(table, key);
  return counted?.presses.has(press) ? 'known' : 'too-many';
}

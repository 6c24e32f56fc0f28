import * as z from 'zod/mini';
import { Entity } from '../entity.ts';
import type { Table } from '../table.ts';
import { reserveSlot } from './slots.ts';

/** `now`: for mails that were asked for just then. `later`: the queue of those that wait. */
export type Lane = 'now' | 'later';

/** How far the mails that were asked for have taken the time of a budget. */
export const mailBudgetEntity = new Entity({
  kind: 'budget of requested mails',
  key: 'B#{of} / BUDGET#{lane}',
  holds: () => z.object({ openAt: z.number() }),
  written: 'freely',
  lives: 'until the time that was taken is over',
  largest: { bytes: 150, why: 'nothing comes from outside: the key is a digest' },
});

/**
 * Takes time of a budget for a mail. Up to two write units.
 * @param slot in milliseconds: when it may begin at the latest, and how much it takes
 * @returns when it begins; undefined when that would be later
 */
export function takeFromBudget(
  table: Table,
  key: { of: string; lane: Lane },
  slot: { now: number; latest: number; taking: number },
): Promise<number | undefined> {
  const clock = (change: Parameters<typeof mailBudgetEntity.updateAndGet>[2]) =>
    mailBudgetEntity.updateAndGet(table, key, change);
  return reserveSlot(clock, { ...slot, isIdle: true }, { expires: true });
}

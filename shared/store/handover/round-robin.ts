import * as z from 'zod/mini';
import { Entity } from '../entity.ts';
import type { Table } from '../table.ts';

/** How many turns each group has had, by the names of its members. */
export const roundRobinEntity = new Entity({
  kind: 'round robin',
  key: 'SALES / TURN',
  holds: () => z.record(z.string(), z.number()),
  written: 'freely',
  lives: 'for good',
  largest: { bytes: 8_000, why: 'groups are made by the playbook, each some 50 bytes' },
});

/**
 * The next turn of a group, counted from 1; no two callers get the same. A turn that is not used is skipped.
 * @param group keys of the team, always in the same order
 */
export async function nextInRotation(table: Table, group: readonly string[]): Promise<number> {
  const name = group.join(',');
  const change = { add: '#group :one', names: { '#group': name }, values: { ':one': 1 } };
  const turns = await roundRobinEntity.updateAndGet(table, {}, change);
  return turns?.[name] ?? 0;
}

import * as z from 'zod/mini';
import type { Absences } from '../../domain/handover/routing/present.ts';
import { Entity } from '../entity.ts';
import type { ReadOptions, Table } from '../table.ts';

/** When people of the team are away, as they said in the console. */
export const absencesEntity = new Entity({
  kind: 'absences of sales',
  key: 'SALES / AWAY',
  holds: () => z.record(z.string(), z.array(z.object({ from: z.string(), to: z.string() }))),
  written: 'freely',
  lives: 'for good',
  largest: { bytes: 60_000, why: 'some periods of each person of the team' },
});

/** The absences of all people, by their keys in the team. */
export async function absencesOf(table: Table, options?: ReadOptions): Promise<Absences> {
  return (await absencesEntity.get(table, {}, options)) ?? {};
}

/** Replaces the absences of one person. */
export async function putAbsences(table: Table, member: string, periods: Absences[string]): Promise<void> {
  const change = { set: '#member = :periods', names: { '#member': member }, values: { ':periods': periods } };
  await absencesEntity.update(table, {}, change);
}

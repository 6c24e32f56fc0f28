import { type SalesAction, storedAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import { queryPage } from '../query.ts';
import type { Table, Written } from '../table.ts';

/** An action of sales on a lead. */
export const actionEntity = new Entity({
  kind: 'action of sales',
  key: 'L#{lead} / A#{number:5}',
  holds: storedAction,
  written: 'once',
  lives: 'until the lead is erased',
  largest: { bytes: 27_000, why: 'three proofs and a note of 2,000 characters' },
});

/** Writes an action under its number. If several processes write the same number, exactly one gets `written`. */
export function putAction(table: Table, lead: LeadId, action: SalesAction): Promise<Written> {
  return actionEntity.put(table, { lead, number: action.number }, action);
}

/** More than sales does with a lead in years. */
const MOST_READ = 200;

/** Sales' actions on a lead, in order: the last 200, or the last megabyte of them. Strongly consistent. */
export async function actionsOf(table: Table, lead: LeadId): Promise<SalesAction[]> {
  const newestFirst = { isConsistent: true, isDescending: true, limit: MOST_READ };
  const items = await queryPage(table, actionEntity.range({ lead }), newestFirst);
  return items.map((item) => actionEntity.read(item)).reverse();
}

/** The action of sales that has the next number; undefined when it is yet to be taken. Strongly consistent. */
export function nextAction(table: Table, lead: LeadId, after: number): Promise<SalesAction | undefined> {
  return actionEntity.get(table, { lead, number: after + 1 });
}

import { type SalesAction, storedAction } from '../../domain/handover/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
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

/** Sales' actions on a lead, in order: all, or those after a number. Strongly consistent. */
export function actionsOf(table: Table, lead: LeadId, after = 0): Promise<SalesAction[]> {
  return actionEntity.query(table, { lead }, { from: { number: after + 1 }, isConsistent: true });
}

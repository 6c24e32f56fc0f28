import { type SalesAction, storedAction } from '../../domain/handover/actions/action.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import { queryPage, queryPart } from '../query.ts';
import type { Table, Written } from '../table.ts';

/** An action of sales on a lead. */
export const actionEntity = new Entity({
  kind: 'action of sales',
  key: 'L#{lead} / A#{number:5}',
  holds: storedAction,
  written: 'once',
  lives: 'until the lead is erased',
  largest: { bytes: 36_000, why: 'three proofs and a note of 2,000 characters' },
});

/** Writes an action under its number. If several processes write the same number, exactly one gets `written`. */
export function putAction(table: Table, lead: LeadId, action: SalesAction): Promise<Written> {
  return actionEntity.put(table, { lead, number: action.number }, action);
}

/** A key has five digits for it. */
const LARGEST_NUMBER = 99_999;

/** More than sales does with a lead in years. */
const MOST_READ = 200;

/** Sales' actions on a lead, in order: the last 200, or the last megabyte of them. Strongly consistent. */
export async function actionsOf(table: Table, lead: LeadId): Promise<SalesAction[]> {
  const newestFirst = { isConsistent: true, isDescending: true, limit: MOST_READ };
  const items = await queryPage(table, actionEntity.range({ lead }), newestFirst);
  return items.map((item) => actionEntity.read(item)).reverse();
}

/** One page of sales' actions on a lead, newest first: those with a smaller number. Eventually consistent. */
export async function actionsBefore(
  table: Table,
  lead: LeadId,
  { number = Number.POSITIVE_INFINITY, limit }: { number?: number | undefined; limit: number },
): Promise<{ actions: SalesAction[]; goesOn: boolean }> {
  const to = Math.min(number - 1, LARGEST_NUMBER);
  if (to < 1) return { actions: [], goesOn: false };
  const range = actionEntity.range({ lead }, { from: { number: 1 }, to: { number: to } });
  const { items, next } = await queryPart(table, range, { isDescending: true, limit });
  return { actions: items.map((item) => actionEntity.read(item)), goesOn: next !== undefined };
}

/** The action of sales that has the next number; undefined when it is yet to be taken. Strongly consistent. */
export function nextAction(table: Table, lead: LeadId, after: number): Promise<SalesAction | undefined> {
  return actionEntity.get(table, { lead, number: after + 1 });
}

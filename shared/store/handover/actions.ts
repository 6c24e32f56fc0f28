import * as z from 'zod/mini';
import { PROOFS, type SalesAction } from '../../domain/handover/action.ts';
import { RETURN_REASONS } from '../../domain/handover/handover.ts';
import type { LeadId } from '../../domain/identity/ids.ts';
import { Entity } from '../entity.ts';
import { optional, schemaOf, text } from '../schema.ts';
import type { Table, Written } from '../table.ts';

const common = () => ({ number: z.number(), by: text, at: text, note: optional(text), key: optional(text) });
const handover = () =>
  z.looseObject({
    number: z.number(),
    reason: z.enum(['threshold', 'hand-raiser', 'stalled']),
    openedAt: text,
    score: z.number(),
    playbook: z.number(),
    to: optional(text),
    acceptedBy: optional(text),
    acceptedAt: optional(text),
  });
const evidence = () => z.looseObject({ evidence: text, by: text, at: text });

/** An action of sales on a lead. */
export const actionEntity = new Entity({
  kind: 'action of sales',
  key: 'L#{lead} / A#{number:5}',
  holds: () =>
    schemaOf<SalesAction>()(
      z.discriminatedUnion('action', [
        z.looseObject({ ...common(), action: z.literal('accept') }),
        z.looseObject({
          ...common(),
          action: z.literal('return'),
          reason: z.enum(RETURN_REASONS),
          criterion: optional(text),
          value: optional(text),
          caught: optional(text),
          handover: handover(),
        }),
        z.looseObject({
          ...common(),
          action: z.literal('call'),
          outcome: z.enum(['reached', 'not-reached']),
        }),
        z.looseObject({
          ...common(),
          action: z.literal('qualify'),
          need: text,
          urgency: text,
          buyingStage: text,
          decisionMakers: text,
          budget: text,
        }),
        z.looseObject({
          ...common(),
          action: z.literal('opportunity'),
          proofs: z.record(z.enum(PROOFS), evidence()),
        }),
        z.looseObject({ ...common(), action: z.literal('won'), value: z.number() }),
        z.looseObject({ ...common(), action: z.literal('lost'), reason: text, handover: handover() }),
      ]),
    ),
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

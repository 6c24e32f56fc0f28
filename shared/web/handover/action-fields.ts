import type { ActionName, ProofName } from '../../domain/handover/action.ts';

export type FieldName =
  | ('by' | 'name' | 'note')
  | ('reason' | 'criterion' | 'value')
  | 'outcome'
  | ('need' | 'urgency' | 'buyingStage' | 'decisionMakers' | 'budget')
  | ('needProof' | 'budgetProof' | 'authorityProof')
  | 'amount'
  | 'lostReason';

/** What can be wrong with what somebody filled in. */
export type FieldProblem = 'missing' | 'choose' | 'long' | 'amount';

export interface ActionField {
  name: FieldName;
  /** Where its value stands in the action that is asked for. */
  path: string;
  kind: 'line' | 'person' | 'text' | 'amount' | 'reasons' | 'criteria' | 'outcomes';
  /** Browsers that can show it only of a bad fit, or when somebody else than of the team answers. */
  shownWhen?: 'fit' | 'other';
  isOptional?: true;
}

/** The field that asks for each proof. */
export const proofFields = {
  need: 'needProof',
  budget: 'budgetProof',
  authority: 'authorityProof',
} as const satisfies Record<ProofName, FieldName>;

const note: ActionField = { name: 'note', path: 'note', kind: 'text', isOptional: true };

/** What the form of each action asks, besides who answers. */
export const actionFields: Readonly<Record<ActionName, readonly ActionField[]>> = {
  accept: [],
  return: [
    { name: 'reason', path: 'reason', kind: 'reasons' },
    { name: 'criterion', path: 'criterion', kind: 'criteria', shownWhen: 'fit', isOptional: true },
    { name: 'value', path: 'value', kind: 'line', shownWhen: 'fit', isOptional: true },
    note,
  ],
  call: [{ name: 'outcome', path: 'outcome', kind: 'outcomes' }, note],
  qualify: [
    { name: 'need', path: 'need', kind: 'text' },
    { name: 'urgency', path: 'urgency', kind: 'line' },
    { name: 'buyingStage', path: 'buyingStage', kind: 'line' },
    { name: 'decisionMakers', path: 'decisionMakers', kind: 'line' },
    { name: 'budget', path: 'budget', kind: 'line' },
    note,
  ],
  opportunity: [proof('need'), proof('budget'), proof('authority'), note],
  won: [{ name: 'amount', path: 'value', kind: 'amount' }, note],
  lost: [{ name: 'lostReason', path: 'reason', kind: 'text' }, note],
};

function proof(name: ProofName): ActionField {
  return { name: proofFields[name], path: `proofs.${name}.evidence`, kind: 'text' };
}

import type { ActionName, ProofName } from '../../domain/handover/action.ts';

export type FieldName =
  | ('by' | 'name' | 'note')
  | ('reason' | 'criterion' | 'value')
  | 'outcome'
  | ('need' | 'urgency' | 'buyingStage' | 'decisionMakers' | 'budget')
  | ('needProof' | 'budgetProof' | 'authorityProof')
  | 'amount'
  | 'lostReason';

/** What is wrong with a value. */
export type FieldProblem = 'missing' | 'choose' | 'long' | 'amount';

export interface ActionField {
  name: FieldName;
  /** The path of its value in the action. */
  path: string;
  kind: 'line' | 'person' | 'text' | 'amount' | 'reasons' | 'criteria' | 'outcomes';
  /** Shown only for a bad fit, or if a person outside the team answers, in browsers with `:has`. */
  shownWhen?: 'fit' | 'other';
  isOptional?: true;
}

/** The field for each proof. */
export const proofFields = {
  need: 'needProof',
  budget: 'budgetProof',
  authority: 'authorityProof',
} as const satisfies Record<ProofName, FieldName>;

const note: ActionField = { name: 'note', path: 'note', kind: 'text', isOptional: true };

/** The fields of each action, besides who answers. */
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

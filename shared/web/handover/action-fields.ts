import type { ActionName, ProofName } from '../../domain/handover/actions/action.ts';

export type FieldName =
  | ('by' | 'note')
  | ('reason' | 'criterion' | 'value')
  | 'outcome'
  | ('need' | 'urgency' | 'buyingStage' | 'decisionMakers' | 'budget')
  | ('needProof' | 'budgetProof' | 'authorityProof')
  | ('amount' | 'currency')
  | ('lostReason' | 'reopenReason')
  | ('to' | 'why' | 'text' | 'at');

/** What is wrong with a value. */
export type FieldProblem =
  | ('missing' | 'choose' | 'long' | 'amount' | 'large' | 'currency' | 'moment')
  | ('nobody' | 'self' | 'owner' | 'past' | 'far');

export interface ActionField {
  name: FieldName;
  /** The path of its value in the action, as in the API; its control is called so. */
  path: string;
  kind:
    | ('line' | 'person' | 'text' | 'amount' | 'currency' | 'moment')
    | ('reasons' | 'criteria' | 'outcomes' | 'colleague');
  /** Shown only for a bad fit, in browsers with `:has`. */
  shownWhen?: 'fit';
  isOptional?: true;
}

/** The field for each proof. */
export const proofFields = {
  need: 'needProof',
  budget: 'budgetProof',
  authority: 'authorityProof',
} as const satisfies Record<ProofName, FieldName>;

/** Who answers, unless that is known. */
export const byField: ActionField = { name: 'by', path: 'by', kind: 'person' };

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
  won: [
    { name: 'amount', path: 'value', kind: 'amount' },
    { name: 'currency', path: 'currency', kind: 'currency', isOptional: true },
    note,
  ],
  lost: [{ name: 'lostReason', path: 'reason', kind: 'text' }, note],
  reopen: [{ name: 'reopenReason', path: 'reason', kind: 'text' }],
  assign: [
    { name: 'to', path: 'to', kind: 'colleague' },
    { name: 'why', path: 'note', kind: 'text', isOptional: true },
  ],
  note: [{ name: 'text', path: 'text', kind: 'text' }],
  'call-back': [{ name: 'at', path: 'at', kind: 'moment' }, note],
};

function proof(name: ProofName): ActionField {
  return { name: proofFields[name], path: `proofs.${name}.evidence`, kind: 'text' };
}

import type { ActionRequest } from '../../../../shared/domain/handover/actions/action.ts';
import type { Random } from '../random.ts';
import { notes } from './sales-notes.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** An action, without who does it. */
export type SalesAction = Without<
  Exclude<ActionRequest, { action: 'reopen' | 'assign' | 'note' | 'call-back' }>,
  'by' | 'handover'
>;

export type Move =
  | 'refuse'
  | 'accept'
  | 'miss'
  | 'reach'
  | 'give up calling'
  | 'give back'
  | 'qualify'
  | 'prove'
  | 'win'
  | 'lose';

interface MoveDefinition {
  /** How many shifts it takes; there are two on each working day. */
  least: number;
  most: number;
  action: (random: Random) => SalesAction;
}

export const moves: Readonly<Record<Move, MoveDefinition>> = {
  refuse: { least: 0, most: 0, action: refusal },
  accept: { least: 0, most: 0, action: () => ({ action: 'accept' }) },
  miss: { least: 1, most: 2, action: () => ({ action: 'call', outcome: 'not-reached' }) },
  reach: { least: 0, most: 2, action: () => ({ action: 'call', outcome: 'reached' }) },
  'give up calling': { least: 1, most: 2, action: () => ({ action: 'return', reason: 'unreachable' }) },
  'give back': { least: 0, most: 0, action: () => ({ action: 'return', reason: 'not-ready' }) },
  qualify: { least: 0, most: 2, action: qualification },
  prove: { least: 2, most: 5, action: opportunity },
  win: { least: 2, most: 9, action: (random) => ({ action: 'won', value: random.between(8, 160) * 250 }) },
  lose: { least: 1, most: 6, action: (random) => ({ action: 'lost', reason: random.pick(notes.lost) }) },
};

/** A return without a call. For most bad fits sales says which criterion showed it. */
function refusal(random: Random): SalesAction {
  const reason = random.pick(['bad-fit', 'bad-fit', 'bad-fit', 'not-ready', 'duplicate', 'other'] as const);
  if (reason === 'other') return { action: 'return', reason, note: notes.other };
  if (reason !== 'bad-fit' || random.chance(0.2)) return { action: 'return', reason };
  return { action: 'return', reason, ...random.pick<{ criterion: string; value: string }>(notes.badFits) };
}

function qualification(random: Random): SalesAction {
  return {
    action: 'qualify',
    need: random.pick(notes.needs),
    urgency: random.pick(notes.urgencies),
    buyingStage: random.pick(notes.buyingStages),
    decisionMakers: random.pick(notes.decisionMakers),
    budget: random.pick(notes.budgets),
  };
}

function opportunity(random: Random): SalesAction {
  const { need, budget, authority } = notes.evidence;
  return {
    action: 'opportunity',
    proofs: {
      need: { evidence: random.pick(need) },
      budget: { evidence: random.pick(budget) },
      authority: { evidence: random.pick(authority) },
    },
  };
}

import type { ActionRequest } from '../../../../shared/domain/handover/action.ts';
import type { Random } from '../random.ts';
import { words } from './sales-notes.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** An action, whoever does it. */
export type SaidBySales = Without<ActionRequest, 'by' | 'handover'>;

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

interface Made {
  /** How many of its moments sales takes for it: there are two on each working day. */
  least: number;
  most: number;
  say: (random: Random) => SaidBySales;
}

export const moves: Readonly<Record<Move, Made>> = {
  refuse: { least: 0, most: 0, say: refusal },
  accept: { least: 0, most: 0, say: () => ({ action: 'accept' }) },
  miss: { least: 1, most: 2, say: () => ({ action: 'call', outcome: 'not-reached' }) },
  reach: { least: 0, most: 2, say: () => ({ action: 'call', outcome: 'reached' }) },
  'give up calling': { least: 1, most: 2, say: () => ({ action: 'return', reason: 'unreachable' }) },
  'give back': { least: 0, most: 0, say: () => ({ action: 'return', reason: 'not-ready' }) },
  qualify: { least: 0, most: 2, say: qualification },
  prove: { least: 2, most: 5, say: opportunity },
  win: { least: 2, most: 9, say: (random) => ({ action: 'won', value: random.between(8, 160) * 250 }) },
  lose: { least: 1, most: 6, say: (random) => ({ action: 'lost', reason: random.pick(words.lost) }) },
};

/** Given back without a call. Of most bad fits sales says by what it saw them. */
function refusal(random: Random): SaidBySales {
  const reason = random.pick(['bad-fit', 'bad-fit', 'bad-fit', 'not-ready', 'duplicate', 'other'] as const);
  if (reason === 'other') return { action: 'return', reason, note: words.other };
  if (reason !== 'bad-fit' || random.chance(0.2)) return { action: 'return', reason };
  return { action: 'return', reason, ...random.pick<{ criterion: string; value: string }>(words.badFits) };
}

function qualification(random: Random): SaidBySales {
  return {
    action: 'qualify',
    need: random.pick(words.needs),
    urgency: random.pick(words.urgencies),
    buyingStage: random.pick(words.buyingStages),
    decisionMakers: random.pick(words.decisionMakers),
    budget: random.pick(words.budgets),
  };
}

function opportunity(random: Random): SaidBySales {
  const { need, budget, authority } = words.evidence;
  return {
    action: 'opportunity',
    proofs: {
      need: { evidence: random.pick(need) },
      budget: { evidence: random.pick(budget) },
      authority: { evidence: random.pick(authority) },
    },
  };
}

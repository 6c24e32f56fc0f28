import { RETURN_REASONS, type ReturnReason } from '../../../../shared/domain/handover/handover.ts';
import type { SalesAction } from './sales-moves.ts';

/** How often sales did each action. */
export interface ActionCounts {
  accepted: number;
  returned: Record<ReturnReason, number>;
  calls: number;
  qualified: number;
  opportunities: number;
  won: number;
  /** Of the deals won, in euros. */
  value: number;
  lost: number;
  /** First answers that came after a reminder. */
  late: number;
}

export function noActions(): ActionCounts {
  const returned = Object.fromEntries(
    RETURN_REASONS.map((reason) => [reason, 0]),
  ) as ActionCounts['returned'];
  return {
    ...{ accepted: 0, returned, calls: 0, qualified: 0, opportunities: 0 },
    ...{ won: 0, value: 0, lost: 0, late: 0 },
  };
}

const counters = {
  accept: 'accepted',
  call: 'calls',
  qualify: 'qualified',
  opportunity: 'opportunities',
  won: 'won',
  lost: 'lost',
} as const;

/** Adds an action to the counts. */
export function countAction(counts: ActionCounts, action: SalesAction): void {
  if (action.action === 'return') counts.returned[action.reason] += 1;
  else counts[counters[action.action]] += 1;
  if (action.action === 'won') counts.value += action.value;
}

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

/** Adds an action to the counts. */
export function countAction(counts: ActionCounts, salesAction: SalesAction): void {
  switch (salesAction.action) {
    case 'accept':
      counts.accepted += 1;
      break;
    case 'return':
      counts.returned[salesAction.reason] += 1;
      break;
    case 'call':
      counts.calls += 1;
      break;
    case 'qualify':
      counts.qualified += 1;
      break;
    case 'opportunity':
      counts.opportunities += 1;
      break;
    case 'won':
      counts.won += 1;
      counts.value += salesAction.value;
      break;
    case 'lost':
      counts.lost += 1;
      break;
  }
}

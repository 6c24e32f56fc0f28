import { RETURN_REASONS, type ReturnReason } from '../../../shared/domain/handover/handover.ts';
import type { SaidBySales } from './sales-moves.ts';

/** How often sales did what. */
export interface SalesDone {
  accepted: number;
  returned: Record<ReturnReason, number>;
  calls: number;
  qualified: number;
  opportunities: number;
  won: number;
  /** Of what was won, in euros. */
  value: number;
  lost: number;
  /** First answers after sales was reminded. */
  late: number;
}

export function nothingDone(): SalesDone {
  const returned = Object.fromEntries(RETURN_REASONS.map((reason) => [reason, 0])) as SalesDone['returned'];
  return {
    ...{ accepted: 0, returned, calls: 0, qualified: 0, opportunities: 0 },
    ...{ won: 0, value: 0, lost: 0, late: 0 },
  };
}

/** Counts an action. */
export function count(done: SalesDone, says: SaidBySales): void {
  switch (says.action) {
    case 'accept':
      done.accepted += 1;
      break;
    case 'return':
      done.returned[says.reason] += 1;
      break;
    case 'call':
      done.calls += 1;
      break;
    case 'qualify':
      done.qualified += 1;
      break;
    case 'opportunity':
      done.opportunities += 1;
      break;
    case 'won':
      done.won += 1;
      done.value += says.value;
      break;
    case 'lost':
      done.lost += 1;
      break;
  }
}

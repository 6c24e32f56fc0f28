import {
  incrementsOfOutcome,
  type Outcome,
  type Outcomes,
} from '../../../../shared/domain/handover/stalled/outcomes.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../../shared/domain/identity/lead.ts';
import { type Increment, totalsOf } from '../../../../shared/domain/reports/totals.ts';
import { lead } from '../../builders.ts';

export const someone = (n: number) => `${String(n).padStart(4, '0')}${'x'.repeat(18)}` as LeadId;

/** The outcome of a lead, with its form and the size of its company. */
export interface Ended {
  how: Outcome;
  form?: string;
  employees?: string;
  score?: number;
}

export function outcomesOf(all: readonly Ended[]): Outcomes {
  const counts = all.flatMap(({ how, form, employees, score = 80 }): Increment[] => {
    const origin: Lead['origin'] = { at: '', ...(form && { form }) };
    return incrementsOfOutcome(how, lead({ score, origin }), employees === undefined ? {} : { employees });
  });
  return totalsOf(counts).trait;
}

export function times<T>(count: number, of: T): T[] {
  return Array.from({ length: count }, () => of);
}

import {
  incrementsOfOutcome,
  type Outcome,
  type Outcomes,
} from '../../../../shared/domain/handover/stalled/outcomes.ts';
import { traitsOf } from '../../../../shared/domain/handover/stalled/traits.ts';
import type { LeadId } from '../../../../shared/domain/identity/ids.ts';
import { type Increment, totalsOf } from '../../../../shared/domain/reports/totals.ts';

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
    const like = { fit: 'unknown', ...(form && { origin: { form } }) } as const;
    return incrementsOfOutcome(how, traitsOf(like, score, employees === undefined ? {} : { employees }));
  });
  return totalsOf(counts).trait;
}

export function times<T>(count: number, of: T): T[] {
  return Array.from({ length: count }, () => of);
}

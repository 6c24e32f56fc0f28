import type { Handover } from '../../../shared/domain/handover/handover.ts';
import type { LeadId } from '../../../shared/domain/identity/ids.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { incrementsOfChange } from '../../../shared/domain/reports/increments-of-change.ts';
import { type Totals, totalsOf } from '../../../shared/domain/reports/totals.ts';
import { lead, NOW } from '../builders.ts';

export function handover(more: Partial<Handover> = {}): Handover {
  const made = { number: 1, reason: 'threshold', status: 'open', openedAt: NOW } as const;
  return { ...made, token: 'token', score: 80, playbook: 3, ...more };
}

/** A lead from the whitepaper form and the spring campaign. */
export function reported(more: Partial<Lead> = {}): Lead {
  const origin = { form: 'whitepaper', campaign: 'spring', at: NOW };
  return lead({ stage: 'lead', stageAt: NOW, bandAt: NOW, playbook: 2, origin, ...more });
}

export const someone = (n: number) =>
  `${String(n).padStart(8, '0')}-${'x'.repeat(10)}${String(n).padStart(3, '0')}` as LeadId;

/** What a change adds, by version of the playbook. */
export function addedBy(before: Lead | undefined, after: Lead | undefined): Record<string, Totals> {
  return { ...totalsOf(incrementsOfChange(before, after)).playbook };
}

import fc from 'fast-check';
import type { ReturnReason } from '../../../shared/domain/handover/handover.ts';
import type { Lead } from '../../../shared/domain/identity/lead.ts';
import { plus } from '../../../shared/domain/time.ts';
import { NOW } from '../builders.ts';
import { handover, reported, someone } from './builders.ts';

/** What can happen to a lead next. */
const happenings: Record<string, (lead: Lead, minutes: number) => Lead> = {
  fits: (lead) => ({ ...lead, fit: lead.fit === 'good' ? 'bad' : 'good' }),
  ready: (lead) => ({ ...lead, readiness: 'ready', band: 'call' }),
  cools: (lead) => ({ ...lead, readiness: 'not-ready', band: 'ads' }),
  handOver: (lead) =>
    lead.stage === 'lead'
      ? { ...lead, stage: 'mql', handover: handover({ number: (lead.handover?.number ?? 0) + 1 }) }
      : lead,
  late: (lead) =>
    lead.handover?.status === 'open' ? { ...lead, handover: { ...lead.handover, told: 'reminder' } } : lead,
  accept: (lead, minutes) =>
    lead.stage === 'mql' && lead.handover
      ? {
          ...lead,
          stage: 'sal',
          handover: {
            ...lead.handover,
            status: 'accepted',
            answer: { by: 'anna', at: plus(NOW, minutes * 60_000) },
          },
        }
      : lead,
  back: (lead) => returned(lead, 'not-ready'),
  misfit: (lead) => returned(lead, 'bad-fit'),
  recall: (lead) => {
    const { returned, handover, origin: { form = '', campaign = '' } = {} } = lead;
    if (returned === undefined || handover?.status !== 'open') return lead;
    const is = { reason: returned.reason === 'other' ? 'unreachable' : 'other' } as const;
    const names = { playbook: handover.playbook, origin: { form, campaign } };
    const corrected = { action: lead.version, ...names, was: { reason: returned.reason }, is };
    return { ...lead, returned: { ...returned, ...is }, corrected };
  },
  qualify: (lead) => (lead.stage === 'sal' ? { ...lead, stage: 'sql' } : lead),
  win: (lead) =>
    lead.stage === 'sql' ? { ...lead, stage: 'customer', won: { value: 1_250.5, at: NOW } } : lead,
};

function returned(lead: Lead, reason: ReturnReason): Lead {
  if (lead.handover === undefined || (lead.stage !== 'mql' && lead.stage !== 'sal')) return lead;
  const at = plus(NOW, lead.version);
  const answer = { by: 'anna', at, reason, ...(reason === 'bad-fit' && { criterion: 'employees' }) };
  return {
    ...lead,
    stage: reason === 'bad-fit' ? 'name' : 'lead',
    handover: { ...lead.handover, status: 'returned', answer },
    returned: { reason, at, points: 0 },
  };
}

const life = fc
  .array(fc.tuple(fc.constantFrom(...Object.keys(happenings)), fc.nat(10_000)), { maxLength: 12 })
  .map((steps) => {
    const all: Lead[] = [reported()];
    for (const [what, minutes] of steps) {
      const before = all.at(-1) as Lead;
      const after = happenings[what]?.(before, minutes) ?? before;
      const stageAt = after.stage === before.stage ? before.stageAt : plus(NOW, minutes * 60_000);
      all.push({ ...after, stageAt, version: before.version + 1 });
    }
    return all;
  });

/** The records of some leads, each from its first on; all changed on the day of `NOW`. */
export const lives = (most: number) =>
  fc
    .array(life, { minLength: 1, maxLength: most })
    .map((all) => all.map((records, n) => records.map((record) => ({ ...record, id: someone(n) }))));

import type { Lead } from '../identity/lead.ts';
import type { Sequence } from '../nurture/sequence.ts';
import { sequencesToStart } from '../nurture/start.ts';
import { nextExpiry } from '../scoring/running-score.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Agreement } from './agreement.ts';
import { nextReminderAt, overdueLevel } from './overdue.ts';
import { type DecisionContext, type QualifyRules, qualify, reopensAt } from './qualify.ts';
import { isStalled, stallsAt } from './stalled/stalled.ts';

/** The parts of the playbook that decide about a lead. */
export interface LeadRules extends QualifyRules {
  sequences: Readonly<Record<string, Sequence>>;
}

/**
 * The lead with all that follows from its points, consent, actions and the time: stage, hand-over, reminders of it,
 * the sequences that it begins by these events, and when to look again.
 */
export function deriveLead(
  lead: Lead,
  events: readonly AnyEvent[],
  rules: LeadRules,
  moment: DecisionContext,
): Lead {
  const decided = reminded(qualify(lead, rules, moment), rules.agreement, moment.now);
  const { due: _, stalled: __, ...qualified } = decided;
  const starts = sequencesToStart(events, qualified, rules.sequences, moment.now);
  const due = nextMoment(qualified, rules, moment.now);
  return {
    ...qualified,
    ...(Object.keys(starts).length > 0 && { started: { ...qualified.started, ...starts } }),
    ...(isStalled(qualified, rules.agreement, moment.now) && { stalled: true }),
    ...(due !== undefined && { due }),
  };
}

function reminded(lead: Lead, agreement: Agreement, now: Instant): Lead {
  const { handover } = lead;
  if (handover === undefined || handover.told === 'manager') return lead;
  const told = overdueLevel(handover, agreement, now);
  if (told === undefined || told === handover.told) return lead;
  return { ...lead, handover: { ...handover, told } };
}

/** When time itself changes the lead next. */
function nextMoment(lead: Lead, { scoring, agreement }: LeadRules, now: Instant): Instant | undefined {
  const from = stallsAt(lead, agreement);
  const moments = [
    nextExpiry(lead.points, scoring),
    nextReminderAt(lead.handover, agreement),
    reopensAt(lead, agreement),
    from !== undefined && from > now ? from : undefined,
  ];
  return moments.filter((at) => at !== undefined).sort()[0];
}

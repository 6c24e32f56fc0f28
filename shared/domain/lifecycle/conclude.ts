import type { Sequence } from '../nurture/sequence.ts';
import { startsOf } from '../nurture/start.ts';
import { nextExpiry } from '../scoring/tally.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Agreement } from './agreement.ts';
import type { Lead } from './lead.ts';
import { nextReminder, overdueAt } from './overdue.ts';
import { backAt, type Moment, type QualifyRules, qualify } from './qualify.ts';

/** The parts of the playbook that decide about a lead. */
export interface LeadRules extends QualifyRules {
  sequences: Readonly<Record<string, Sequence>>;
}

/**
 * The lead with all that follows from its points, consent, actions and the time: stage, hand-over, reminders of it,
 * the sequences that it begins by these events, and when to look again.
 */
export function conclude(lead: Lead, events: readonly AnyEvent[], rules: LeadRules, moment: Moment): Lead {
  const { due: _, ...qualified } = reminded(qualify(lead, rules, moment), rules.agreement, moment.now);
  const starts = startsOf(events, qualified, rules.sequences, moment.now);
  const due = nextMoment(qualified, rules);
  return {
    ...qualified,
    ...(Object.keys(starts).length > 0 && { started: { ...qualified.started, ...starts } }),
    ...(due !== undefined && { due }),
  };
}

function reminded(lead: Lead, agreement: Agreement, now: Instant): Lead {
  const { handover } = lead;
  if (handover === undefined || handover.told === 'manager') return lead;
  const told = overdueAt(handover, agreement, now);
  if (told === undefined || told === handover.told) return lead;
  return { ...lead, handover: { ...handover, told } };
}

/** When time itself changes the lead next. */
function nextMoment(lead: Lead, { scoring, agreement }: LeadRules): Instant | undefined {
  const moments = [
    nextExpiry(lead.points, scoring),
    nextReminder(lead.handover, agreement),
    backAt(lead, agreement),
  ];
  return moments.filter((at) => at !== undefined).sort()[0];
}

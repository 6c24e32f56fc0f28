import type { Lead } from '../identity/lead.ts';
import { sequencesToStart } from '../nurture/enrolment/start.ts';
import type { Sequence } from '../nurture/sequence.ts';
import { nextExpiry } from '../scoring/running-score.ts';
import type { Instant } from '../time.ts';
import type { AnyEvent } from '../tracking/event.ts';
import type { Agreement } from './agreement.ts';
import { nextReminderAt, overdueLevel } from './overdue.ts';
import { type DecisionContext, type QualifyRules, qualify, reopensAt } from './qualify.ts';
import { isStalled, stallsAt } from './stalled/stalled.ts';
import { isWithSales } from './with-sales.ts';

/** The parts of the playbook that a lead is derived with. */
export interface LeadRules extends QualifyRules {
  sequences: Readonly<Record<string, Sequence>>;
}

/**
 * The lead with everything that follows from its points, consent, actions and the time: stage, hand-over, reminders,
 * the sequences that these events start, and when to derive it again.
 */
export function deriveLead(
  lead: Lead,
  events: readonly AnyEvent[],
  rules: LeadRules,
  context: DecisionContext,
): Lead {
  const {
    due: _,
    stalled: __,
    ...qualified
  } = withCallReminder(
    withReminder(qualify(lead, rules, context), rules.agreement, context.now),
    context.now,
  );
  const facts = { samePage: rules.scoring.samePage, bandBefore: lead.band };
  const starts = sequencesToStart(events, qualified, rules.sequences, context.now, facts);
  const due = nextChange(qualified, rules, context.now);
  return {
    ...qualified,
    ...(Object.keys(starts).length > 0 && { started: { ...qualified.started, ...starts } }),
    ...(isStalled(qualified, rules.agreement, context.now) && { stalled: true }),
    ...(due !== undefined && { due }),
  };
}

function withReminder(lead: Lead, agreement: Agreement, now: Instant): Lead {
  const { handover } = lead;
  if (handover === undefined || handover.told === 'manager') return lead;
  const told = overdueLevel(handover, agreement, now);
  return told === undefined ? lead : { ...lead, handover: { ...handover, told } };
}

/** When the agreed moment for a call has come, whoever has the lead is reminded, once. */
function withCallReminder(lead: Lead, now: Instant): Lead {
  const callAt = nextCallAt(lead);
  if (callAt === undefined || callAt > now || lead.handover?.callBack === undefined) return lead;
  const { handover } = lead;
  return { ...lead, handover: { ...handover, callBack: { ...lead.handover.callBack, told: true } } };
}

function nextCallAt(lead: Lead): Instant | undefined {
  const { callBack } = lead.handover ?? {};
  return callBack !== undefined && !callBack.told && isWithSales(lead) ? callBack.at : undefined;
}

/** When the lead changes next if nothing else happens. */
function nextChange(lead: Lead, { scoring, agreement }: LeadRules, now: Instant): Instant | undefined {
  const from = stallsAt(lead, agreement);
  const instants = [
    nextExpiry(lead.points, scoring),
    nextReminderAt(lead.handover, agreement),
    nextCallAt(lead),
    reopensAt(lead, agreement),
    from !== undefined && from > now ? from : undefined,
  ];
  // The undefined ones come last.
  return instants.sort()[0];
}

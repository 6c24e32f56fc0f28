import type { Lead } from '../../identity/lead.ts';
import { consentFor } from '../../identity/mail-consent.ts';
import type { Profile } from '../../identity/profile.ts';
import type { Instant } from '../../time.ts';
import type { Mailing } from '../mailing.ts';
import { type NurtureRules, nextStep, planOf } from '../plan.ts';
import { isOnHold, stopReason } from '../stop-conditions.ts';
import type { Enrolment } from './enrolment.ts';

/** A lead's progress in a sequence, as the API shows it. */
export interface EnrolmentSummary {
  sequence: string;
  /** How many steps were sent or skipped. Who gets a requested mail again was given none of the others. */
  step: number;
  /** `waiting`: for the confirmation of its permission. */
  status: 'active' | 'waiting' | 'paused' | 'done' | 'ended';
  /** When the next step is due; null when there is none. */
  nextAt: Instant | null;
}

/**
 * A lead's progress in a sequence. Shows `ended` as soon as a reason to stop exists, although the enrolment is only
 * updated when its next mail is due.
 */
export function summariseEnrolment(
  enrolment: Enrolment,
  { lead, profile, ...card }: { lead: Lead; profile: Profile; mailing?: Mailing },
  rules: Pick<NurtureRules, 'sequences' | 'mailing' | 'agreement'>,
): EnrolmentSummary {
  const { sequence, startedAt, sent, skipped } = enrolment;
  const handled = Object.keys({ ...sent, ...skipped });
  const step = handled.filter((id) => skipped[id] !== 'repeated').length;
  const summary = { sequence, step };
  if (enrolment.status !== 'active') return { ...summary, status: enrolment.status, nextAt: null };
  const plan = planOf(sequence, profile, rules);
  const planned = plan && nextStep(enrolment, plan);
  const next = planned?.step;
  if (plan === undefined || next === undefined) return { ...summary, status: 'ended', nextAt: null };
  const mailing = card.mailing ?? { lead: lead.id, version: 0, recent: [], subjects: {}, softBounces: 0 };
  const context = { kind: next.kind, subject: plan.sequence.subject, startedAt };
  const stop = stopReason({ lead, mailing }, context, rules.agreement);
  if (stop !== undefined) return { ...summary, status: 'ended', nextAt: null };
  if (enrolment.held) return { ...summary, status: 'paused', nextAt: null };
  const isPending = next.kind === 'marketing' && consentFor(lead, plan.sequence.subject) === 'pending';
  if (isPending) return { ...summary, status: 'waiting', nextAt: null };
  const isPaused =
    isOnHold(lead, rules.agreement.returns) ||
    enrolment.waits === 'paused' ||
    enrolment.waits === 'sequence-paused';
  return {
    ...summary,
    status: isPaused ? 'paused' : 'active',
    nextAt: next.event ? (planned?.planned ?? null) : enrolment.due,
  };
}

import type { Lead } from '../identity/lead.ts';
import type { Profile } from '../identity/profile.ts';
import type { Instant } from '../time.ts';
import type { Enrolment } from './enrolment.ts';
import { type NurtureRules, nextStep, planOf } from './plan.ts';
import { isOnHold, stopReason } from './stop-conditions.ts';

/** Where somebody stands in a sequence, as the outside is told. */
export interface EnrolmentSummary {
  sequence: string;
  /** How many steps are behind: sent, or skipped. */
  step: number;
  status: 'active' | 'paused' | 'done' | 'ended';
  /** When it goes on; null when it does not. */
  nextAt: Instant | null;
}

/**
 * Where somebody stands. What ends a sequence ends it at once, though it is written down only when the next mail
 * would have been due.
 */
export function summariseEnrolment(
  enrolment: Enrolment,
  { lead, profile }: { lead: Lead; profile: Profile },
  rules: Pick<NurtureRules, 'sequences' | 'mailing' | 'agreement'>,
): EnrolmentSummary {
  const { sequence, startedAt, sent, skipped } = enrolment;
  const step = Object.keys({ ...sent, ...skipped }).length;
  const told = { sequence, step };
  if (enrolment.status !== 'active') return { ...told, status: enrolment.status, nextAt: null };
  const plan = planOf(sequence, profile, rules);
  const next = plan && nextStep(enrolment, plan)?.step;
  if (plan === undefined || next === undefined) return { ...told, status: 'ended', nextAt: null };
  const mailing = { lead: lead.id, version: 0, recent: [], subjects: {}, softBounces: 0 };
  const about = { kind: next.kind, subject: plan.sequence.subject, startedAt };
  const barrier = stopReason({ lead, profile, mailing }, about, rules.agreement);
  if (barrier !== undefined) return { ...told, status: 'ended', nextAt: null };
  const isPaused =
    isOnHold(lead, rules.agreement.returns) ||
    enrolment.waits === 'paused' ||
    enrolment.waits === 'sequence-paused';
  return { ...told, status: isPaused ? 'paused' : 'active', nextAt: enrolment.due };
}

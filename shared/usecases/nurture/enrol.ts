import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import type { EnrolmentBase, EnrolmentKey } from '../../domain/nurture/enrolment/enrolment.ts';
import { startEnrolment } from '../../domain/nurture/enrolment/enrolment-changes.ts';
import { enrolmentScope } from '../../domain/nurture/enrolment/start.ts';
import { planOf } from '../../domain/nurture/plan.ts';
import { hasRequestedOffer } from '../../domain/nurture/stop-conditions.ts';
import type { Instant } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { enrolmentsOf, putEnrolment, removeEnrolment } from '../../store/nurture/enrolments.ts';
import type { ReadOptions, Table } from '../../store/table.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

export interface EnrolSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
  /** Sends the first mail, which is due, or leaves it to the sweeps. */
  sendDueMail: (enrolment: EnrolmentKey) => Promise<unknown>;
}

/** A sequence start as stored on the lead, with the playbook version it came from. */
export interface SequenceStart extends Pick<EnrolmentBase, 'lead' | 'sequence' | 'startedAt'> {
  playbook: number;
}

/**
 * Enrols a lead in a sequence it started, and sends a first mail that is due now. Repeating it changes nothing.
 * @throws if the table refuses: try again
 */
export async function enrol(system: EnrolSystem, start: SequenceStart): Promise<void> {
  const { table } = system;
  const { lead: id, sequence, startedAt } = start;
  // Try an eventually consistent read first; fall back to a consistent one.
  // Ignore a lead that was erased, or that started the sequence again since.
  if (!(await hasStarted(table, start, { isConsistent: false })) && !(await hasStarted(table, start))) return;
  const rules = await system.playbook(start.playbook);
  const [profile, enrolments] = await Promise.all([
    getProfile(table, id, { isConsistent: false }),
    enrolmentsOf(table, id),
  ]);
  const plan = planOf(sequence, profile, rules);
  if (plan === undefined || hasRequestedOffer(plan.sequence, profile)) return;
  const before = enrolments.filter((one) => one.sequence === sequence);
  const scope = enrolmentScope(startedAt, before, plan.sequence);
  if (scope === undefined) return;

  const enrolment = startEnrolment({ lead: id, sequence, startedAt }, plan, scope);
  await putEnrolment(table, enrolment);
  if (await isGone(table, id)) return removeEnrolment(table, enrolment);
  if (enrolment.status === 'active' && enrolment.due <= system.now()) await system.sendDueMail(enrolment);
}

/** Whether the lead's record still has this start. */
async function hasStarted(
  table: Table,
  { lead: id, sequence, startedAt }: SequenceStart,
  options?: ReadOptions,
): Promise<boolean> {
  const lead = await getLead(table, id, options);
  return lead !== undefined && !isErased(lead) && lead.started?.[sequence] === startedAt;
}

/** An erasure since the lead was read may have missed the new enrolment. */
async function isGone(table: Table, id: LeadId): Promise<boolean> {
  const lead = await getLead(table, id);
  return lead === undefined || isErased(lead);
}

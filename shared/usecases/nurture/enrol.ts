import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import type { EnrolmentBase, EnrolmentKey } from '../../domain/nurture/enrolment.ts';
import { startEnrolment } from '../../domain/nurture/enrolment-changes.ts';
import { planOf } from '../../domain/nurture/plan.ts';
import { enrolmentScope } from '../../domain/nurture/start.ts';
import { hasRequestedOffer } from '../../domain/nurture/stop-conditions.ts';
import type { Instant } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { enrolmentsOf, putEnrolment, removeEnrolment } from '../../store/nurture/enrolments.ts';
import type { Copy, Table } from '../../store/table.ts';
import type { PlaybookSource } from '../playbook/current-playbook.ts';

export interface EnrolSystem {
  table: Table;
  now: () => Instant;
  playbook: PlaybookSource;
  /** Sends the first mail if it is due. */
  sendDueMail: (enrolment: EnrolmentKey) => Promise<unknown>;
}

/** The beginning of a sequence, as the lead's record has it, and the playbook under which it began. */
export interface SequenceStart extends Pick<EnrolmentBase, 'lead' | 'sequence' | 'startedAt'> {
  playbook: number;
}

/**
 * Enrols a lead in a sequence it began, and sends what is due at once. However often it is told: one enrolment.
 * @throws when the table refuses, or the first mail could not be sent: try again.
 */
export async function enrol(system: EnrolSystem, start: SequenceStart): Promise<void> {
  const { table } = system;
  const { lead: id, sequence, startedAt } = start;
  // Not of somebody who was erased, nor of one who began once more since.
  if (!(await hasBegun(table, start, { isConsistent: false })) && !(await hasBegun(table, start))) return;
  const rules = await system.playbook(start.playbook);
  const [profile, enrolments] = await Promise.all([
    getProfile(table, id, { isConsistent: false }),
    enrolmentsOf(table, id),
  ]);
  const plan = planOf(sequence, profile, rules);
  if (plan === undefined || hasRequestedOffer(plan.sequence, profile)) return;
  const before = enrolments.filter((one) => one.sequence === sequence);
  const course = enrolmentScope(startedAt, before, plan.sequence);
  if (course === undefined) return;

  const enrolment = startEnrolment({ lead: id, sequence, startedAt }, plan, course);
  await putEnrolment(table, enrolment);
  if (await isGone(table, id)) return removeEnrolment(table, enrolment);
  if (enrolment.status === 'active' && enrolment.due <= system.now()) await system.sendDueMail(enrolment);
}

/** A copy that is a moment old tells who began; what it does not know yet, the newest may. */
async function hasBegun(
  table: Table,
  { lead: id, sequence, startedAt }: SequenceStart,
  copy?: Copy,
): Promise<boolean> {
  const lead = await getLead(table, id, copy);
  return lead !== undefined && !isErased(lead) && lead.started?.[sequence] === startedAt;
}

/** Whoever erased the lead since it was read did not see the enrolment. */
async function isGone(table: Table, id: LeadId): Promise<boolean> {
  const lead = await getLead(table, id);
  return lead === undefined || isErased(lead);
}

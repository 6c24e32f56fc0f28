import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { consentFor } from '../../domain/identity/mail-consent.ts';
import { resumeEnrolment } from '../../domain/nurture/enrolment/enrolment-changes.ts';
import { hasOnlyRequested } from '../../domain/nurture/enrolment/start.ts';
import { planOf } from '../../domain/nurture/plan.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { enrolmentsOf, putEnrolment } from '../../store/nurture/enrolments.ts';
import type { EnrolSystem } from './enrol.ts';

/** Lets the sequences go on that waited for a permission which is granted now. Repeating it changes nothing. */
export async function resumeEnrolments(
  { table, now, playbook }: Pick<EnrolSystem, 'table' | 'now' | 'playbook'>,
  id: LeadId,
): Promise<void> {
  const enrolments = await enrolmentsOf(table, id);
  if (enrolments.length === 0) return;
  const [lead, profile, rules] = await Promise.all([getLead(table, id), getProfile(table, id), playbook()]);
  if (lead === undefined || isErased(lead)) return;
  // Of each sequence the last: an earlier one was taken over by it.
  const courses = enrolments.filter((enrolment) => !hasOnlyRequested(enrolment));
  for (const enrolment of new Map(courses.map((one) => [one.sequence, one])).values()) {
    const plan = planOf(enrolment.sequence, profile, rules);
    if (plan === undefined || consentFor(lead, plan.sequence.subject) !== 'granted') continue;
    const resumed = resumeEnrolment(enrolment, plan, now());
    // Who changed it meanwhile knows of the permission.
    if (resumed !== undefined) await putEnrolment(table, resumed);
  }
}

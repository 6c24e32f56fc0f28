import type { Enrolment } from '../../domain/nurture/enrolment/enrolment.ts';
import { incrementsOfEnrolment } from '../../domain/reports/increments-of-enrolment.ts';
import type { Instant } from '../../domain/time.ts';
import type { ReportSystem } from './read-framework.ts';
import { storeIncrements } from './store-increments.ts';

/**
 * Counts who began, finished or left a sequence, and how many are under way in it. A change counts once, however often
 * it is told; only one write makes a version of an enrolment.
 * @param at when it was written; a repeated record says the same
 */
export async function countEnrolment(
  system: ReportSystem,
  at: Instant,
  before: Enrolment | undefined,
  after: Enrolment | undefined,
): Promise<void> {
  const made = after ?? before;
  if (made === undefined) return;
  const { lead, sequence, startedAt, version } = made;
  const key = [lead, sequence, startedAt, version, ...(after === undefined ? ['removed'] : [])].join(' ');
  await storeIncrements(system, { key, at, lead: after?.lead }, incrementsOfEnrolment(before, after));
}

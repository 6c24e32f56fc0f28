import type { LeadId } from '../../domain/identity/ids.ts';
import type { Submission } from '../../domain/tracking/event.ts';
import { timeOfFirstRequest } from '../first-request.ts';
import type { Table, Written } from '../table.ts';
import { putLeadEvent } from '../tracking/events.ts';

/**
 * Keeps a submission once under its id, at the moment of the first time it was sent in, whenever it comes again:
 * from an impatient person, or from the late queue. Two write units. When it dies between its two writes, doing
 * it again completes it.
 */
export async function putSubmission(table: Table, lead: LeadId, submission: Submission): Promise<Written> {
  const key = `form#${submission.form}#${submission.id}`;
  const at = await timeOfFirstRequest(table, lead, key, submission.at);
  return putLeadEvent(table, lead, { ...submission, at });
}

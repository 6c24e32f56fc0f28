import type { LeadId } from '../../domain/identity/ids.ts';
import type { Submission } from '../../domain/tracking/event.ts';
import { timeOfFirstRequest } from '../first-request.ts';
import type { Table, Written } from '../table.ts';
import { putLeadEvent } from '../tracking/events.ts';

/**
 * Stores a submission once under its id, at the time it was first sent, however often it is repeated by a person or
 * from the late queue. Two write units. Repeat it after a crash between the two writes.
 */
export async function putSubmission(table: Table, lead: LeadId, submission: Submission): Promise<Written> {
  const key = `form#${submission.form}#${submission.id}`;
  const at = await timeOfFirstRequest(table, lead, key, submission.at);
  return putLeadEvent(table, lead, { ...submission, at });
}

import type { LeadId } from '../../domain/identity/ids.ts';
import type { Submission } from '../../domain/tracking/event.ts';
import { eventOfRequest } from '../last-request.ts';
import type { Table, Written } from '../table.ts';
import { putLeadEvent } from '../tracking/events.ts';

/** How the id of a submission begins whose page gave it no key. */
export const KEYLESS = 'answers-';
/** Pressing the button twice sends the same answers once. */
const TWICE_MS = 60_000;

/**
 * Stores a submission once, at the time it was first sent, however often it is repeated by a person or from the late
 * queue; without a key of its page, within a minute. Other answers under the same id, as after the back button, are another submission. Two write units. Repeat it
 * after a crash between the two writes.
 */
export async function putSubmission(table: Table, lead: LeadId, submission: Submission): Promise<Written> {
  const { id, at, form, email, values, permission, handRaise } = submission;
  const answers = Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  const content = [email, answers, permission?.wording ?? null, handRaise === true];
  const request = { key: `form#${form}#${id}`, id, content, at };
  const event = await eventOfRequest(table, lead, {
    ...request,
    ...(id.startsWith(KEYLESS) && { repeatsWithinMs: TWICE_MS }),
  });
  return putLeadEvent(table, lead, { ...submission, ...event });
}

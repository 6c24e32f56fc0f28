import { lateSchema } from '../contract/late.ts';
import { isLeadId } from '../domain/identity/ids.ts';
import { isErased } from '../domain/lifecycle/lead.ts';
import { parseEvent } from '../domain/tracking/stored-event.ts';
import { putLeadEvent, putVisitorEvent } from '../store/events.ts';
import { getLead } from '../store/leads.ts';
import { putSubmission } from '../store/submissions.ts';
import type { Table } from '../store/table.ts';

/**
 * Puts an event in the table that was refused before. It may have got there all the same: then nothing changes.
 * Of somebody who was erased since nothing is put back.
 * @throws on a message that holds no event, and when the table refuses again.
 */
export async function replayLateEvent({ table }: { table: Table }, message: string): Promise<void> {
  const { lead, event: stored, expiresAt } = lateSchema.parse(JSON.parse(message));
  const event = parseEvent(stored);
  if (event.type === 'page' || event.type === 'track') {
    await putVisitorEvent(table, event, expiresAt ?? 0);
  } else if (lead !== undefined && isLeadId(lead)) {
    const owner = await getLead(table, lead);
    if (owner && isErased(owner) && event.receivedAt <= owner.erasedAt) return;
    await (event.type === 'form' ? putSubmission(table, lead, event) : putLeadEvent(table, lead, event));
  } else {
    throw new Error('A late event of a lead does not say of which');
  }
}

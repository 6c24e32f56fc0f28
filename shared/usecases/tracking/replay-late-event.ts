import { lateSchema } from '../../contract/late.ts';
import { isLeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { SETTLING_MS } from '../../domain/nurture/mail-scanners.ts';
import { parseReactions } from '../../domain/nurture/reaction.ts';
import { type Instant, plus } from '../../domain/time.ts';
import { parseEvent } from '../../domain/tracking/stored-event.ts';
import { putSubmission } from '../../store/forms/submissions.ts';
import { wasErasedSince } from '../../store/identity/erased-browsers.ts';
import { getLead } from '../../store/identity/leads.ts';
import { addReaction } from '../../store/nurture/reactions.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent, putReceivedEvent } from '../../store/tracking/events.ts';

/**
 * Stores an event or a reaction to a mail that the table refused before. If it was stored after all, nothing changes.
 * Nothing is stored for a person who was erased since.
 * @throws when the message holds neither, or the table refuses again
 */
export async function replayLateEvent(
  { table, now }: { table: Table; now: () => Instant },
  message: string,
): Promise<void> {
  const late = lateSchema.parse(JSON.parse(message));
  if ('reaction' in late) {
    const [reaction] = parseReactions([late.reaction]);
    if (reaction === undefined) throw new Error('A late reaction is none');
    // Counted from now: other reactions to this mail may have waited in the queue too.
    await addReaction(table, late.mail, reaction, plus(now(), SETTLING_MS));
    return;
  }
  const { lead, claimed, expiresAt } = late;
  const event = parseEvent(late.event);
  if (event.type === 'page' || event.type === 'stay' || event.type === 'track') {
    if (await wasErasedSince(table, event)) return;
    await putReceivedEvent(table, { event, ...(claimed !== undefined && { claimed }) }, expiresAt ?? 0);
  } else if (lead !== undefined && isLeadId(lead)) {
    const owner = await getLead(table, lead);
    if (owner && isErased(owner) && event.receivedAt <= owner.erasedAt) return;
    await (event.type === 'form' ? putSubmission(table, lead, event) : putLeadEvent(table, lead, event));
  } else {
    throw new Error('A late event of a lead does not say of which');
  }
}

import { type ErasedLead, isErased, type Lead } from '../../../domain/identity/lead.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import { removeLeftovers } from '../../../store/identity/erasure.ts';
import type { Table } from '../../../store/table.ts';

/** The events without those from before the lead was erased. If there are such, removes them from the table again. */
export async function withoutErased(
  table: Table,
  stored: Lead | ErasedLead | undefined,
  received: AnyEvent[],
  isCleared?: true,
): Promise<AnyEvent[]> {
  if (stored?.erasedAt === undefined) return received;
  const { erasedAt } = stored;
  // Earlier visits of a lead that comes back still count: they may come from a browser that is new to it.
  const mayCount = ({ type }: AnyEvent) =>
    (isCleared || !isErased(stored)) && (type === 'page' || type === 'stay' || type === 'track');
  const events = received.filter((event) => event.receivedAt > erasedAt || mayCount(event));
  if (events.length < received.length) await removeLeftovers(table, { ...stored, erasedAt });
  return events;
}

import type { LeadId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { getLead } from '../../store/identity/leads.ts';
import type { Table } from '../../store/table.ts';
import { type TimelinePage, type TimelinePlace, timelinePage } from '../../store/tracking/timeline.ts';

/** One page of a lead's timeline, newest first; undefined when there is no such lead, or it was erased. */
export async function readTimeline(
  { table }: { table: Table },
  id: LeadId,
  page: { after?: TimelinePlace; limit: number },
): Promise<TimelinePage | undefined> {
  const lead = await getLead(table, id);
  if (lead === undefined || isErased(lead)) return undefined;
  return timelinePage(table, id, page);
}

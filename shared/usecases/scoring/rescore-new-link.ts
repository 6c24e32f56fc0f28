import type { VisitorId } from '../../domain/identity/ids.ts';
import { isErased } from '../../domain/identity/lead.ts';
import { plus } from '../../domain/time.ts';
import { LINK_GRACE_MS } from '../../domain/tracking/link-grace.ts';
import { getLead } from '../../store/identity/leads.ts';
import { clearLinkDue, getNewLink, unlinkVisitor } from '../../store/identity/links.ts';
import { anonymousEvents } from '../../store/tracking/history.ts';
import type { ScoringSystem } from '../lead-system.ts';
import { scoreLead } from './score-lead/score-lead.ts';

/**
 * Scores anonymous events that arrived while the visitor was being linked: the stream skips them, and they may have
 * come after the link was followed. Removes the link when the lead was erased while it was made. Runs once for each link;
 * repeating it changes nothing.
 */
export async function rescoreNewLink(system: ScoringSystem, visitor: VisitorId): Promise<void> {
  const { table } = system;
  const link = await getNewLink(table, visitor);
  if (link === undefined) return;
  const lead = await getLead(table, link.lead);
  if (lead && isErased(lead) && lead.due === undefined) return unlinkVisitor(table, visitor, lead.id);
  const linkedAt = plus(link.due, -LINK_GRACE_MS);
  const since = plus(linkedAt, -LINK_GRACE_MS);
  const events = await anonymousEvents(table, visitor, since);
  if (events.length > 0) await scoreLead(system, link.lead, events);
  await clearLinkDue(table, visitor);
}

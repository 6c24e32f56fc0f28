import type { LeadId } from '../../../domain/identity/ids.ts';
import { isErased } from '../../../domain/identity/lead.ts';
import { SETTLING_MS } from '../../../domain/nurture/mail-scanners.ts';
import { type Instant, plus } from '../../../domain/time.ts';
import type { AnyEvent } from '../../../domain/tracking/event.ts';
import { LINK_GRACE_MS } from '../../../domain/tracking/link-grace.ts';
import { getLead } from '../../../store/identity/leads.ts';
import { linkVisitor } from '../../../store/identity/links.ts';
import { getMail } from '../../../store/nurture/mails.ts';
import { addReaction } from '../../../store/nurture/reactions.ts';
import type { Table } from '../../../store/table.ts';
import { getClickedLink } from '../../../store/tracking/mail-click-tokens.ts';

/**
 * What follows when the tracker saw a page that a link of a mail led to: the click was a person's, and a visitor that
 * is linked to nobody is linked to the lead of the mail; the stream of the link brings what it did. A visitor of
 * another lead stays with its own: mails get forwarded. Repeating it changes nothing.
 * @param owner the lead the visitor is linked to
 */
export async function linkVisitorFromClick(
  { table, now }: { table: Table; now: () => Instant },
  event: AnyEvent,
  owner: LeadId | undefined,
): Promise<void> {
  if (event.type !== 'page' || event.viaMail === undefined || event.bot) return;
  const landing = await getClickedLink(table, event.viaMail, event.receivedAt);
  if (landing === undefined) return;
  const { mail: id } = landing;
  const view = { kind: 'view', at: event.receivedAt, link: landing.link } as const;
  const mail = (await addReaction(table, id, view, plus(now(), SETTLING_MS))) ?? (await getMail(table, id));
  if (mail === undefined || !mail.tracked || mail.links[view.link] === undefined) return;
  // Also its own lead: the process may have died between the two writes of a link.
  if (owner !== undefined && owner !== mail.lead) return;
  const lead = await getLead(table, mail.lead);
  if (lead === undefined || isErased(lead)) return;
  await linkVisitor(table, event.visitor, mail.lead, { at: event.at, due: plus(now(), LINK_GRACE_MS) });
}

import type { LeadId, VisitorId } from '../../../domain/identity/ids.ts';
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
import { bindClickToken, getClickedLink } from '../../../store/tracking/mail-click-tokens.ts';

/**
 * Handles a page view that came from a link in a mail: a person clicked, so a visitor without a lead is linked to the
 * lead of the mail. The stream record of the link brings in its earlier events. A visitor of another lead keeps that
 * lead, because mails get forwarded. Addresses get copied too, so only the first browser counts. Repeating it changes
 * nothing.
 * @param owner the lead the visitor is linked to already
 * @returns the lead, if the click shows that the browser is its owner's
 */
export async function linkVisitorFromClick(
  { table, now }: { table: Table; now: () => Instant },
  event: AnyEvent,
  owner: LeadId | undefined,
): Promise<LeadId | undefined> {
  if (event.type !== 'page' || event.viaMail === undefined || event.bot) return undefined;
  const clicked = await getClickedLink(table, event.viaMail, event.receivedAt);
  if (clicked === undefined) return undefined;
  const { mail: id, by } = clicked;
  const view = { kind: 'view', at: event.receivedAt, link: clicked.link, ...(by && { by }) } as const;
  const mail = (await addReaction(table, id, view, plus(now(), SETTLING_MS))) ?? (await getMail(table, id));
  if (mail === undefined || !mail.tracked || mail.links[view.link] === undefined) return undefined;
  // Also when it is linked to this lead: the process may have died between the two writes of a link.
  if (owner !== undefined && owner !== mail.lead) return undefined;
  const lead = await getLead(table, mail.lead);
  if (lead === undefined || isErased(lead)) return undefined;
  const { visitor = await bound(table, event.viaMail, event.visitor) } = clicked;
  if (visitor !== event.visitor) return undefined;
  const link = { at: event.at, due: plus(now(), LINK_GRACE_MS) };
  return (await linkVisitor(table, visitor, mail.lead, link)) === mail.lead ? mail.lead : undefined;
}

/** The browser that a click token belongs to from now on; undefined when another was first. */
async function bound(table: Table, token: string, visitor: VisitorId): Promise<VisitorId | undefined> {
  return (await bindClickToken(table, token, visitor)) === 'written' ? visitor : undefined;
}

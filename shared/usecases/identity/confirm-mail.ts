import { isErased } from '../../domain/identity/lead.ts';
import { soleAsker } from '../../domain/identity/trust.ts';
import { welcomed } from '../../domain/nurture/feedback.ts';
import type { Mail } from '../../domain/nurture/mailing.ts';
import type { Instant } from '../../domain/time.ts';
import { getLead } from '../../store/identity/leads.ts';
import { getProfile } from '../../store/identity/profiles.ts';
import { changeMailing, getMailing } from '../../store/nurture/mailing.ts';
import { getMail } from '../../store/nurture/mails.ts';
import type { Table } from '../../store/table.ts';
import { putLeadEvent } from '../../store/tracking/events.ts';

/** `unknown` when there is no such mail; nothing was changed then. */
export type ChangeResult = 'done' | 'unknown';

export interface ConsentSystem {
  table: Table;
  now: () => Instant;
}

/**
 * Records that the owner of an address confirmed to want mail; the mail with the link is the proof. It also undoes
 * what stopped mail before: an unsubscribe, and as an own act a complaint or a bounce, after which the next mail shows whether
 * the address works. Confirming again changes nothing.
 */
export async function confirmMail(
  { table, now }: ConsentSystem,
  id: string,
  how: 'confirmation' | 'preferences' = 'confirmation',
): Promise<ChangeResult> {
  const mail = await getMail(table, id);
  const lead = mail && (await getLead(table, mail.lead));
  if (mail === undefined || lead === undefined || isErased(lead)) return 'unknown';
  const { suppressed, softBounces } = await getMailing(table, mail.lead);
  const isLifted = suppressed?.why === 'unsubscribed' || isOwnAct(mail, how);
  if (lead.mail === 'granted' && !(suppressed && isLifted)) return 'done';
  const profile = how === 'confirmation' ? await getProfile(table, mail.lead) : undefined;
  const voice = profile && soleAsker(profile);
  const at = now();
  // Before it lifts what shows that there is something to confirm.
  const event = { type: 'mail-consent', id: `confirm-${at}`, to: 'granted', how, mail: id } as const;
  await putLeadEvent(table, mail.lead, { ...event, at, receivedAt: at, ...(voice && { voice }) });
  if (!isLifted || (suppressed === undefined && softBounces === 0)) return 'done';
  await changeMailing(table, mail.lead, (mailing) => welcomed(mailing, at));
  return 'done';
}

/** To confirm with a mail that bounced or was complained about is no wish for more of it; to ask for mail again is. */
function isOwnAct({ fate = 'delivered' }: Mail, how: 'confirmation' | 'preferences'): boolean {
  return how === 'preferences' || fate === 'delivered';
}
